package dev.signalbox.rest.run;

import dev.signalbox.domain.access.Actor;
import dev.signalbox.domain.access.Right;
import dev.signalbox.domain.port.in.RunCommands;
import dev.signalbox.domain.queue.RunInWorkspace;
import dev.signalbox.domain.refusal.Subject;
import dev.signalbox.rest.error.Needs;
import dev.signalbox.rest.jsonapi.Document;
import dev.signalbox.rest.jsonapi.JsonApiResponse;
import jakarta.servlet.http.HttpServletRequest;
import java.time.InstantSource;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/**
 * What users decide about a run. Answered with 202 and the run: a cancel, for one, may be done only once the runner has
 * stopped.
 */
@Controller
@RequestMapping("/api/v2/runs/{id}/actions")
final class RunActionsController {

    private final RunCommands commands;
    private final InstantSource clock;

    RunActionsController(RunCommands commands, InstantSource clock) {
        this.commands = commands;
        this.clock = clock;
    }

    @PostMapping("/apply")
    @Needs(
            value = {Right.CONFIRM_RUNS, Right.REPORT_RUNS},
            of = Subject.RUN)
    JsonApiResponse confirm(@PathVariable String id, HttpServletRequest request, Actor actor) {
        return answer(commands.confirm(RunResources.idOf(id), Comment.of(request), actor), actor);
    }

    @PostMapping("/discard")
    @Needs(value = Right.DISCARD_RUNS, of = Subject.RUN)
    JsonApiResponse discard(@PathVariable String id, HttpServletRequest request, Actor actor) {
        return answer(commands.discard(RunResources.idOf(id), Comment.of(request), actor), actor);
    }

    @PostMapping("/cancel")
    @Needs(value = Right.CANCEL_RUNS, of = Subject.RUN)
    JsonApiResponse cancel(@PathVariable String id, HttpServletRequest request, Actor actor) {
        return answer(commands.cancel(RunResources.idOf(id), Comment.of(request), actor), actor);
    }

    /** Ours: where Terraform Enterprise overrides one policy check, here the run has but one to override. */
    @PostMapping("/override")
    @Needs(value = Right.OVERRIDE_POLICIES, of = Subject.RUN)
    JsonApiResponse override(@PathVariable String id, HttpServletRequest request, Actor actor) {
        return answer(commands.overridePolicy(RunResources.idOf(id), Comment.of(request), actor), actor);
    }

    private JsonApiResponse answer(RunInWorkspace standing, Actor actor) {
        return JsonApiResponse.accepted(Document.of(RunResources.full(standing, actor, clock.instant())));
    }
}
