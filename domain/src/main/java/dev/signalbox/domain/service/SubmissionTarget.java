package dev.signalbox.domain.service;

import dev.signalbox.domain.access.AccountId;
import dev.signalbox.domain.access.Actor;
import dev.signalbox.domain.access.Right;
import dev.signalbox.domain.organization.Organization;
import dev.signalbox.domain.organization.OrganizationName;
import dev.signalbox.domain.port.in.RunnerSubmission;
import dev.signalbox.domain.port.out.Ids;
import dev.signalbox.domain.port.out.Organizations;
import dev.signalbox.domain.port.out.Workspaces;
import dev.signalbox.domain.refusal.Subject;
import dev.signalbox.domain.workspace.Workspace;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;

/** Finds the workspace that a runner names, or creates it on the way, and its organization. */
record SubmissionTarget(Organizations organizations, Workspaces workspaces, Ids ids) {

    /** Refuses NotFound for what the token does not reach, and for what is missing and not to be created. */
    Workspace of(RunnerSubmission submission, Actor actor, Instant now) {
        OrganizationName name = submission.organization();
        actor.requireSight(name, Subject.ORGANIZATION);
        boolean create = submission.create() && actor.may(Right.CREATE_ON_SUBMISSION);
        OrganizationName owner = foundOrMade(
                        Subject.ORGANIZATION,
                        () -> organizations.find(name),
                        create
                                ? () -> add(
                                        new Organization(
                                                name,
                                                Optional.empty(),
                                                actor.account().map(AccountId::value),
                                                now),
                                        actor)
                                : () -> {})
                .name();
        return foundOrMade(
                Subject.WORKSPACE,
                () -> workspaces.find(owner, submission.workspace()),
                create ? () -> add(workspace(owner, submission, now), actor) : () -> {});
    }

    /** Looks again after making it: another runner may have been first, and its work is as good. */
    private static <T> T foundOrMade(Subject subject, Supplier<Optional<T>> find, Runnable make) {
        return find.get()
                .or(() -> {
                    make.run();
                    return find.get();
                })
                .orElseThrow(Refusals.notFound(subject));
    }

    private void add(Organization organization, Actor actor) {
        organizations.add(organization, new AuditEvents(ids).created(organization, actor));
    }

    private void add(Workspace workspace, Actor actor) {
        workspaces.add(workspace, new AuditEvents(ids).created(workspace, actor));
    }

    private Workspace workspace(OrganizationName owner, RunnerSubmission submission, Instant now) {
        return new Workspace(ids.workspace(), owner, submission.workspace(), Optional.empty(), now, Optional.empty());
    }
}
