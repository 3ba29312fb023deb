package dev.signalbox.rest.runner;

import dev.signalbox.domain.access.Actor;
import dev.signalbox.domain.access.Right;
import dev.signalbox.domain.port.in.LogReceipt;
import dev.signalbox.domain.port.in.LogSlice;
import dev.signalbox.domain.port.in.RunLogs;
import dev.signalbox.domain.port.in.RunnerReports;
import dev.signalbox.domain.refusal.Refusal;
import dev.signalbox.domain.refusal.Refused;
import dev.signalbox.domain.refusal.Subject;
import dev.signalbox.domain.run.LogBytes;
import dev.signalbox.domain.run.RunId;
import dev.signalbox.domain.run.RunLog;
import dev.signalbox.rest.error.Needs;
import dev.signalbox.rest.jsonapi.Document;
import dev.signalbox.rest.jsonapi.JsonApiResponse;
import dev.signalbox.rest.jsonapi.Parameters;
import dev.signalbox.rest.jsonapi.QueryParameters;
import dev.signalbox.rest.jsonapi.RequestBody;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** Ours: what a run's command prints, sent by its runner, read by whoever may see the run; bytes both ways. */
@Controller
@RequestMapping("/api/signalbox/v1/runs/{id}/log")
final class RunLogController {

    private static final String OFFSET = "offset";
    private static final String LIMIT = "limit";
    private static final String SIZE = "Signalbox-Log-Size";

    private final RunLogs logs;
    private final Directives directives;

    RunLogController(RunLogs logs, RunnerReports reports) {
        this.logs = logs;
        this.directives = new Directives(reports);
    }

    @PostMapping
    @Needs(value = Right.REPORT_RUNS, of = Subject.RUN, orStop = true)
    @Parameters(OFFSET)
    JsonApiResponse append(
            @PathVariable String id, HttpServletRequest request, HttpServletResponse response, Actor actor) {
        return directives.also(id, actor, response, run -> {
            QueryParameters parameters = QueryParameters.of(request);
            long offset = parameters.integer(OFFSET).orElseThrow(() -> QueryParameters.problem(OFFSET, "is required"));
            LogReceipt receipt = append(run, offset, RequestBody.bytes(request, RunLog.MAX_CHUNK), response, actor);
            Directives.tell(receipt.runner(), response);
            tellSize(receipt.size(), response);
            return JsonApiResponse.ok(Document.ofMeta(meta(receipt)));
        });
    }

    /** A runner that is refused goes on from the size, or gives up. */
    private LogReceipt append(RunId run, long offset, byte[] chunk, HttpServletResponse response, Actor actor) {
        try {
            return logs.append(run, offset, chunk, actor);
        } catch (Refused refused) {
            if (refused.refusal() instanceof Refusal.LogGap gap) {
                tellSize(gap.size(), response);
            } else if (refused.refusal() instanceof Refusal.LogFull full) {
                tellSize(full.size(), response);
            }
            throw refused;
        }
    }

    /** Whatever a command prints is text, and never a page to be run by a browser, nor for anyone on the way. */
    @GetMapping
    @Parameters({OFFSET, LIMIT})
    void read(@PathVariable String id, HttpServletRequest request, HttpServletResponse response, Actor actor)
            throws IOException {
        RunId run = RunId.parse(id).orElseThrow(() -> new Refused(new Refusal.NotFound(Subject.RUN)));
        QueryParameters parameters = QueryParameters.of(request);
        long offset = parameters.integer(OFFSET).orElse(0L);
        long limit = parameters.integer(LIMIT).orElse((long) LogBytes.MAX_LENGTH);
        LogSlice slice = logs.read(run, offset, Math.clamp(limit, Integer.MIN_VALUE, Integer.MAX_VALUE), actor);
        tellSize(slice.size(), response);
        response.setHeader("Signalbox-Log-Complete", Boolean.toString(slice.complete()));
        response.setHeader("Signalbox-Log-Full", Boolean.toString(slice.full()));
        Directives.tellStatus(slice.status(), response);
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("Cache-Control", "no-store");
        response.setContentType("text/plain;charset=utf-8");
        response.setContentLength(slice.bytes().length());
        response.getOutputStream().write(slice.bytes().toArray());
    }

    private static void tellSize(long size, HttpServletResponse response) {
        response.setHeader(SIZE, Long.toString(size));
    }

    private static Map<String, @Nullable Object> meta(LogReceipt receipt) {
        Map<String, @Nullable Object> meta = new LinkedHashMap<>(Directives.meta(receipt.runner()));
        meta.put("log-size", receipt.size());
        return meta;
    }
}
