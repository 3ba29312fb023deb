package dev.signalbox.rest.run;

import dev.signalbox.domain.access.Actor;
import dev.signalbox.domain.queue.RunInWorkspace;
import dev.signalbox.domain.run.Run;
import dev.signalbox.domain.run.RunAction;
import java.util.LinkedHashMap;
import java.util.Map;

/** What can be done with a run: {@code actions} by its status, {@code permissions} by the actor's rights. */
final class RunAbilities {

    private RunAbilities() {}

    static Map<String, Object> actions(Run run) {
        Map<String, Object> actions = new LinkedHashMap<>();
        actions.put("is-cancelable", isPossible(run, RunAction.CANCEL));
        actions.put("is-confirmable", isPossible(run, RunAction.CONFIRM));
        actions.put("is-discardable", isPossible(run, RunAction.DISCARD));
        // Users have no force of their own here: a cancel that is not heard is a site admin's to enforce.
        actions.put("is-force-cancelable", false);
        return actions;
    }

    static Map<String, Object> permissions(RunInWorkspace standing, Actor actor) {
        Map<String, Object> permissions = new LinkedHashMap<>();
        permissions.put("can-apply", isOpen(standing, actor, RunAction.CONFIRM));
        permissions.put("can-cancel", isOpen(standing, actor, RunAction.CANCEL));
        permissions.put("can-discard", isOpen(standing, actor, RunAction.DISCARD));
        permissions.put("can-force-cancel", isOpen(standing, actor, RunAction.FORCE_CANCELED));
        permissions.put("can-force-execute", false);
        permissions.put("can-override-policy-check", isOpen(standing, actor, RunAction.OVERRIDE_POLICY));
        return permissions;
    }

    private static boolean isPossible(Run run, RunAction action) {
        return run.objectionTo(action).isEmpty();
    }

    private static boolean isOpen(RunInWorkspace standing, Actor actor, RunAction action) {
        return actor.sees(standing.workspace().organization()) && action.isOpenTo(actor);
    }
}
