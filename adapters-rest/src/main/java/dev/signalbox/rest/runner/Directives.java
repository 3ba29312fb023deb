package dev.signalbox.rest.runner;

import dev.signalbox.domain.access.Actor;
import dev.signalbox.domain.port.in.RunnerReceipt;
import dev.signalbox.domain.port.in.RunnerReports;
import dev.signalbox.domain.queue.Blocker;
import dev.signalbox.domain.refusal.Refusal;
import dev.signalbox.domain.refusal.Refused;
import dev.signalbox.domain.refusal.Subject;
import dev.signalbox.domain.run.Directive;
import dev.signalbox.domain.run.RunId;
import dev.signalbox.domain.run.RunStatus;
import dev.signalbox.rest.jsonapi.JsonApiResponse;
import dev.signalbox.rest.jsonapi.Problem;
import jakarta.servlet.http.HttpServletResponse;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Tells a runner what to do with every answer, in headers, so that a shell script parses no JSON. */
public final class Directives {

    private static final String DIRECTIVE = "Signalbox-Directive";
    static final String STATUS = "Signalbox-Run-Status";
    private static final String WAITING_FOR = "Signalbox-Waiting-For";
    private static final String SHARE_LOG = "Signalbox-Share-Log";

    private final RunnerReports reports;

    Directives(RunnerReports reports) {
        this.reports = reports;
    }

    /** Reads and does what the runner asks for; a refusal carries the headers too. */
    JsonApiResponse also(
            String id, Actor actor, HttpServletResponse response, Function<RunId, JsonApiResponse> request) {
        RunId run = RunId.parse(id).orElseThrow(() -> {
            stop(response);
            return new Refused(new Refusal.NotFound(Subject.RUN));
        });
        try {
            return request.apply(run);
        } catch (Refused | Problem refused) {
            tellAbout(run, actor, response);
            throw refused;
        }
    }

    static void tell(RunnerReceipt receipt, HttpServletResponse response) {
        response.setHeader(DIRECTIVE, receipt.directive().wireName());
        tellStatus(receipt.status(), response);
        receipt.waitingFor().ifPresent(blocker -> response.setHeader(WAITING_FOR, blocker.sentence()));
        if (receipt.sharesLog()) {
            response.setHeader(SHARE_LOG, "true");
        }
    }

    static void tellStatus(RunStatus status, HttpServletResponse response) {
        response.setHeader(STATUS, status.wireName());
    }

    static Map<String, @Nullable Object> meta(RunnerReceipt receipt) {
        Map<String, @Nullable Object> meta = new LinkedHashMap<>();
        meta.put("run-id", receipt.run().value());
        meta.put("directive", receipt.directive().wireName());
        meta.put("status", receipt.status().wireName());
        meta.put("waiting-for", receipt.waitingFor().map(Blocker::sentence).orElse(null));
        return meta;
    }

    private void tellAbout(RunId id, Actor actor, HttpServletResponse response) {
        try {
            tell(reports.standing(id, actor), response);
        } catch (Refused gone) {
            stop(response);
        }
    }

    /** A run that is not there any more, as far as the runner may know, has nothing that should go on. */
    public static void stop(HttpServletResponse response) {
        response.setHeader(DIRECTIVE, Directive.STOP.wireName());
    }
}
