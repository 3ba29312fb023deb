package dev.signalbox.rest;

import dev.signalbox.rest.export.Batches;
import dev.signalbox.rest.export.Export;
import dev.signalbox.rest.export.ExportFormat;
import dev.signalbox.rest.jsonapi.ErrorObject;
import dev.signalbox.rest.jsonapi.Parameters;
import dev.signalbox.rest.jsonapi.Problem;
import dev.signalbox.rest.jsonapi.QueryParameters;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** An export that a test can let fail: numbers up to {@code end}, failing at {@code fail} or {@code problem}. */
@Controller
class NumbersController {

    static final int BATCH = 100;

    /** How far the newest export came. */
    static volatile long written;

    @GetMapping("/api/tests/numbers")
    @Parameters({"end", "fail", "problem", ExportFormat.PARAMETER})
    void numbers(HttpServletRequest request, HttpServletResponse response) throws IOException {
        QueryParameters parameters = QueryParameters.of(request);
        long end = parameters.positive("end", 3);
        long fail = parameters.positive("fail", Long.MAX_VALUE);
        long problem = parameters.positive("problem", Long.MAX_VALUE);
        Iterator<Long> numbers = new Batches<>(after -> batch(after.orElse(0L), end, fail, problem));
        Export.send(request, response, "numbers", List.of("number", "word"), new Iterator<Map<String, ?>>() {
            @Override
            public boolean hasNext() {
                return numbers.hasNext();
            }

            @Override
            public Map<String, ?> next() {
                written = numbers.next();
                return Map.of("word", "=" + written, "number", written);
            }
        });
    }

    private static List<Long> batch(long after, long end, long fail, long problem) {
        List<Long> batch = LongStream.rangeClosed(after + 1, Math.min(after + BATCH, end))
                .boxed()
                .toList();
        if (Stream.of(fail).anyMatch(batch::contains)) {
            throw new IllegalStateException("as asked");
        }
        if (batch.contains(problem)) {
            throw new Problem(new ErrorObject(400, "bad_request", "bad request", "as asked"));
        }
        return batch;
    }
}
