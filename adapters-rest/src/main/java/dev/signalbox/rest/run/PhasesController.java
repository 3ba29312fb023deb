package dev.signalbox.rest.run;

import dev.signalbox.domain.access.Actor;
import dev.signalbox.domain.port.in.RunQueries;
import dev.signalbox.domain.refusal.Refusal;
import dev.signalbox.domain.refusal.Refused;
import dev.signalbox.domain.refusal.Subject;
import dev.signalbox.domain.run.ApplyId;
import dev.signalbox.domain.run.PlanId;
import dev.signalbox.rest.jsonapi.Document;
import dev.signalbox.rest.jsonapi.JsonApiResponse;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** Plans and applies, which clients poll while a run is under way. */
@Controller
final class PhasesController {

    private final RunQueries runs;

    PhasesController(RunQueries runs) {
        this.runs = runs;
    }

    @GetMapping("/api/v2/plans/{id}")
    JsonApiResponse plan(@PathVariable String id, Actor actor) {
        PlanId plan = PlanId.parse(id).orElseThrow(() -> new Refused(new Refusal.NotFound(Subject.PLAN)));
        return JsonApiResponse.ok(
                Document.of(PhaseResources.plan(runs.runOfPlan(plan, actor).run())));
    }

    @GetMapping("/api/v2/applies/{id}")
    JsonApiResponse apply(@PathVariable String id, Actor actor) {
        ApplyId apply = ApplyId.parse(id).orElseThrow(() -> new Refused(new Refusal.NotFound(Subject.APPLY)));
        return JsonApiResponse.ok(
                Document.of(PhaseResources.apply(runs.runOfApply(apply, actor).run())));
    }
}
