package dev.signalbox.rest.runner;

import dev.signalbox.domain.access.Actor;
import dev.signalbox.domain.access.Right;
import dev.signalbox.domain.port.in.RunnerReceipt;
import dev.signalbox.domain.port.in.RunnerReports;
import dev.signalbox.domain.refusal.Subject;
import dev.signalbox.domain.run.Directive;
import dev.signalbox.domain.run.Standing;
import dev.signalbox.rest.error.Needs;
import dev.signalbox.rest.jsonapi.Document;
import dev.signalbox.rest.jsonapi.JsonApiResponse;
import dev.signalbox.rest.jsonapi.RequestBody;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** The runner protocol: a run is brought, reported on, kept alive. Every answer tells the runner what to do. */
@Controller
@RequestMapping("/api/signalbox/v1/runs")
final class RunnerController {

    private final RunnerReports reports;
    private final RunnerNews news;
    private final Directives directives;

    RunnerController(RunnerReports reports, RunnerNews news) {
        this.reports = reports;
        this.news = news;
        this.directives = new Directives(reports);
    }

    @PostMapping
    @Needs(value = Right.REPORT_RUNS, of = Subject.ORGANIZATION)
    JsonApiResponse submit(HttpServletRequest request, HttpServletResponse response, Actor actor) {
        RunnerReports.Submitted submitted = reports.submit(RunnerBodies.submission(RequestBody.plain(request)), actor);
        RunnerReceipt receipt = submitted.receipt();
        response.setHeader("Signalbox-Run-Id", receipt.run().value());
        return answer(submitted.created() ? 201 : 200, receipt, response);
    }

    @PostMapping("/{id}/reports")
    @Needs(value = Right.REPORT_RUNS, of = Subject.RUN, orStop = true)
    JsonApiResponse report(
            @PathVariable String id, HttpServletRequest request, HttpServletResponse response, Actor actor) {
        return directives.also(id, actor, response, run -> {
            RunnerReceipt receipt = reports.report(run, RunnerBodies.report(RequestBody.plain(request)), actor);
            return answer(200, receipt, response);
        });
    }

    @PostMapping("/{id}/heartbeats")
    @Needs(value = Right.REPORT_RUNS, of = Subject.RUN, orStop = true)
    JsonApiResponse heartbeat(
            @PathVariable String id, HttpServletRequest request, HttpServletResponse response, Actor actor) {
        return directives.also(id, actor, response, run -> {
            RunnerReceipt receipt = reports.heartbeat(run, RunnerBodies.sign(RequestBody.plain(request)), actor);
            Optional<Patience> patience = Patience.of(request);
            patience.ifPresent(wait -> wait.tell(response));
            boolean changed = patience.filter(_ -> knows(request, receipt.standing()))
                    .filter(wait -> news.await(run, receipt.standing(), wait.duration()))
                    .isPresent();
            return answer(200, changed ? reports.standing(run, actor) : receipt, response);
        });
    }

    /** What the runner has not heard of yet is news already; and it is told to stop as often as it asks. */
    private static boolean knows(HttpServletRequest request, Standing standing) {
        String heard = request.getHeader(Directives.STATUS);
        return standing.directive() == Directive.CONTINUE
                && (heard == null || heard.equals(standing.status().wireName()));
    }

    private static JsonApiResponse answer(int status, RunnerReceipt receipt, HttpServletResponse response) {
        Directives.tell(receipt, response);
        return new JsonApiResponse(status, Map.of(), Document.ofMeta(Directives.meta(receipt)));
    }
}
