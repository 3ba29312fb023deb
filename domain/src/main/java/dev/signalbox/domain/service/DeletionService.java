package dev.signalbox.domain.service;

import dev.signalbox.domain.Milliseconds;
import dev.signalbox.domain.access.Actor;
import dev.signalbox.domain.access.Right;
import dev.signalbox.domain.audit.AuditEvent;
import dev.signalbox.domain.organization.OrganizationName;
import dev.signalbox.domain.port.in.Deletion;
import dev.signalbox.domain.port.out.Deletions;
import dev.signalbox.domain.port.out.Ids;
import dev.signalbox.domain.port.out.Workspaces;
import dev.signalbox.domain.queue.WorkspaceUse;
import dev.signalbox.domain.refusal.Subject;
import dev.signalbox.domain.workspace.WorkspaceId;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.function.Consumer;
import java.util.function.Function;

/** Deletes workspaces and organizations: at once what is small, in batches what is not. */
public final class DeletionService implements Deletion {

    /** How many runs are ended, or vanish, in one transaction. */
    private static final int BATCH = 500;

    /** How many batches whoever deletes something waits for, however little there is in one. */
    private static final int BATCHES_AT_ONCE = 4;

    private final Deletions deletions;
    private final Workspaces workspaces;
    private final DeletionEvents events;
    private final InstantSource time;
    private final Consumer<RuntimeException> unfinished;

    /**
     * Works on these ports; time is cut to milliseconds here.
     *
     * @param unfinished hears why a deletion that has begun could not be finished at once
     */
    public DeletionService(
            Deletions deletions,
            Workspaces workspaces,
            Ids ids,
            InstantSource time,
            Consumer<RuntimeException> unfinished) {
        this.deletions = deletions;
        this.workspaces = workspaces;
        this.events = new DeletionEvents(new AuditEvents(ids));
        this.time = time;
        this.unfinished = unfinished;
    }

    @Override
    public void deleteSafely(WorkspaceId workspace, Actor actor) {
        delete(Right.DELETE_WORKSPACES_SAFELY, workspace, actor, use -> {
            Instant now = now();
            Refusals.raise(use.objectionToSafeDeletion(now));
            return events.deleted(use, actor, now);
        });
    }

    @Override
    public void delete(WorkspaceId workspace, Actor actor) {
        delete(Right.DELETE_WORKSPACES, workspace, actor, use -> events.deleted(use, actor, now()));
    }

    private void delete(Right right, WorkspaceId workspace, Actor actor, Function<WorkspaceUse, AuditEvent> audit) {
        actor.require(right, Subject.WORKSPACE);
        // Looked up first, so that nobody locks what they do not see; no workspace goes to another organization.
        boolean seen = workspaces
                .find(workspace)
                .filter(found -> actor.sees(found.organization()))
                .isPresent();
        if (!seen || !deletions.begin(workspace, audit)) {
            throw Refusals.notFound(Subject.WORKSPACE).get();
        }
        finish(List.of(workspace));
    }

    @Override
    public void delete(OrganizationName organization, Actor actor) {
        actor.require(Right.DELETE_ORGANIZATIONS, Subject.ORGANIZATION);
        actor.requireSight(organization, Subject.ORGANIZATION);
        List<WorkspaceId> begun = new ArrayList<>();
        boolean found = deletions.begin(
                organization,
                name -> new Deletions.Audit(
                        events.deleted(name, actor, now()),
                        use -> {
                            begun.add(use.workspace().id());
                            return events.deleted(use, actor, now());
                        },
                        token -> events.without(name, token, actor, now())));
        if (!found) {
            throw Refusals.notFound(Subject.ORGANIZATION).get();
        }
        finish(begun);
    }

    /** As far as can be waited for; {@link #carryOn} does the rest, also of what fails: the deletion has begun. */
    private void finish(List<WorkspaceId> begun) {
        Queue<WorkspaceId> left = new ArrayDeque<>(begun);
        try {
            for (int batch = 0; batch < BATCHES_AT_ONCE && !left.isEmpty(); batch++) {
                if (!carryOn(left.element())) {
                    left.remove();
                }
            }
        } catch (RuntimeException passing) {
            unfinished.accept(passing);
        }
    }

    /** Ends some of its runs, or where none is left to be ended, removes some; tells whether anything may be left. */
    private boolean carryOn(WorkspaceId workspace) {
        return deletions.end(workspace, BATCH, runs -> events.canceled(runs, now()))
                || deletions.carryOn(workspace, BATCH);
    }

    @Override
    public boolean carryOn() {
        List<WorkspaceId> begun = deletions.begun();
        Optional<RuntimeException> failure = Optional.empty();
        for (WorkspaceId workspace : begun) {
            try {
                carryOn(workspace);
            } catch (RuntimeException failed) {
                failure = failure.or(() -> Optional.of(failed));
            }
        }
        failure.ifPresent(first -> {
            throw first;
        });
        return !begun.isEmpty();
    }

    private Instant now() {
        return Milliseconds.of(time.instant());
    }
}
