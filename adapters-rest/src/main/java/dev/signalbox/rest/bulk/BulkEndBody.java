package dev.signalbox.rest.bulk;

import dev.signalbox.domain.port.in.BulkEndRequest;
import dev.signalbox.domain.refusal.Refused;
import dev.signalbox.domain.run.ForcedEnd;
import dev.signalbox.domain.run.RunId;
import dev.signalbox.rest.jsonapi.Attributes;
import dev.signalbox.rest.jsonapi.Problem;
import dev.signalbox.rest.jsonapi.RequestBody;
import dev.signalbox.rest.run.RunFilters;
import jakarta.servlet.http.HttpServletRequest;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads the body that asks for a bulk end. */
final class BulkEndBody {

    private static final String FILTER = "filter";
    private static final String RUN_IDS = "run-ids";
    private static final String END = "end";
    private static final String EXPECTED_COUNT = "expected-count";

    /** More than any filter of the list needs; it is kept, and shown with each bulk end. */
    private static final int MAX_FILTER_LENGTH = 4_000;

    private BulkEndBody() {}

    static BulkEndRequest of(HttpServletRequest request) {
        Attributes attributes =
                RequestBody.resource(request, BulkEndResources.TYPE).attributes();
        String end = attributes.requiredText(END);
        long expected = attributes.requiredLong(EXPECTED_COUNT);
        if (expected < 1) {
            throw attributes.problem(EXPECTED_COUNT, "must be 1 or more");
        }
        BulkEndRequest asked = new BulkEndRequest(
                selection(attributes),
                ForcedEnd.ofWireName(end)
                        .orElseThrow(() -> attributes.problem(END, "must be \"errored\" or \"canceled\"")),
                attributes.requiredText("reason"),
                expected);
        attributes.refuseOthers();
        return asked;
    }

    private static BulkEndRequest.Selection selection(Attributes attributes) {
        Optional<String> filter = attributes.text(FILTER);
        Optional<List<String>> ids = attributes.texts(RUN_IDS);
        if (filter.isPresent() == ids.isPresent()) {
            throw attributes.problem(FILTER, "or " + RUN_IDS + " is required, and not both");
        }
        return filter.<BulkEndRequest.Selection>map(query -> filtered(query, attributes))
                .orElseGet(() -> named(ids.orElseThrow(), attributes));
    }

    /** What the list would say of a parameter is told of the attribute. */
    private static BulkEndRequest.Selection filtered(String query, Attributes attributes) {
        if (query.length() > MAX_FILTER_LENGTH) {
            throw attributes.problem(FILTER, "must be at most 4,000 characters");
        }
        try {
            return new BulkEndRequest.Filtered(RunFilters.parse(query), query);
        } catch (Problem problem) {
            throw attributes.problem(
                    FILTER, "cannot be taken: " + detail(problem.error().detail()));
        } catch (Refused refused) {
            throw attributes.problem(
                    FILTER, "cannot be taken: " + detail(refused.refusal().detail()));
        }
    }

    private static String detail(String sentence) {
        return sentence.endsWith(".") ? sentence.substring(0, sentence.length() - 1) : sentence;
    }

    private static BulkEndRequest.Selection named(List<String> texts, Attributes attributes) {
        Set<RunId> runs = new HashSet<>();
        for (String text : texts) {
            RunId run =
                    RunId.parse(text).orElseThrow(() -> attributes.problem(RUN_IDS, "has something that is no run ID"));
            if (!runs.add(run)) {
                throw attributes.problem(RUN_IDS, "has " + run + " twice");
            }
        }
        return new BulkEndRequest.Named(runs);
    }
}
