package dev.signalbox.domain.service;

import dev.signalbox.domain.Milliseconds;
import dev.signalbox.domain.access.Actor;
import dev.signalbox.domain.access.Right;
import dev.signalbox.domain.organization.OrganizationName;
import dev.signalbox.domain.port.in.Deletion;
import dev.signalbox.domain.port.out.DeletionChange;
import dev.signalbox.domain.port.out.Deletions;
import dev.signalbox.domain.port.out.Ids;
import dev.signalbox.domain.queue.WorkspaceUse;
import dev.signalbox.domain.refusal.Subject;
import dev.signalbox.domain.workspace.WorkspaceId;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Deletes workspaces and organizations: at once what is small, in batches what is not. */
public final class DeletionService implements Deletion {

    /** How many runs vanish in one transaction, which holds up whoever wants to change another of them. */
    private static final int BATCH = 500;

    /** How many batches whoever deletes something waits for, however little there is in one. */
    private static final int BATCHES_AT_ONCE = 4;

    private final Deletions deletions;
    private final DeletionEvents events;
    private final InstantSource time;

    /** Works on these ports; time is cut to milliseconds here. */
    public DeletionService(Deletions deletions, Ids ids, InstantSource time) {
        this.deletions = deletions;
        this.events = new DeletionEvents(new AuditEvents(ids));
        this.time = time;
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

    private void delete(
            Right right, WorkspaceId workspace, Actor actor, Function<WorkspaceUse, DeletionChange> change) {
        actor.require(right, Subject.WORKSPACE);
        boolean begun = deletions.begin(workspace, use -> {
            actor.requireSight(use.workspace().organization(), Subject.WORKSPACE);
            return change.apply(use);
        });
        if (!begun) {
            throw Refusals.notFound(Subject.WORKSPACE).get();
        }
        finish(List.of(workspace));
    }

    @Override
    public void delete(OrganizationName organization, Actor actor) {
        actor.require(Right.DELETE_ORGANIZATIONS, Subject.ORGANIZATION);
        actor.requireSight(organization, Subject.ORGANIZATION);
        List<WorkspaceId> workspaces = new ArrayList<>();
        boolean begun = deletions.begin(
                organization,
                events.deleted(organization, actor, now()),
                use -> {
                    workspaces.add(use.workspace().id());
                    return events.deleted(use, actor, now());
                },
                token -> events.revoked(token, actor, now()));
        if (!begun) {
            throw Refusals.notFound(Subject.ORGANIZATION).get();
        }
        finish(workspaces);
    }

    /** As far as can be waited for; {@link #carryOn} does the rest, also of what fails: the deletion has begun. */
    private void finish(List<WorkspaceId> workspaces) {
        Deque<WorkspaceId> left = new ArrayDeque<>(workspaces);
        try {
            for (int batch = 0; batch < BATCHES_AT_ONCE && !left.isEmpty(); batch++) {
                if (!deletions.carryOn(left.getFirst(), BATCH)) {
                    left.removeFirst();
                }
            }
        } catch (RuntimeException passing) {
            // Perhaps a deadlock with the runners that go on: if it fails again, whoever carries it on hears of it.
            left.clear();
        }
    }

    @Override
    public boolean carryOn() {
        List<WorkspaceId> begun = deletions.begun();
        Optional<RuntimeException> failure = Optional.empty();
        for (WorkspaceId workspace : begun) {
            try {
                deletions.carryOn(workspace, BATCH);
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
