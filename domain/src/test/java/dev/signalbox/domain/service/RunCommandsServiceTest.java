package dev.signalbox.domain.service;

import static dev.signalbox.domain.testing.TestSignalbox.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.domain.access.Actor;
import dev.signalbox.domain.access.Role;
import dev.signalbox.domain.audit.AuditAction;
import dev.signalbox.domain.audit.AuditEvent;
import dev.signalbox.domain.organization.OrganizationName;
import dev.signalbox.domain.page.PageRequest;
import dev.signalbox.domain.port.in.RunQueries;
import dev.signalbox.domain.queue.RunInWorkspace;
import dev.signalbox.domain.refusal.Refusal;
import dev.signalbox.domain.refusal.Subject;
import dev.signalbox.domain.run.Run;
import dev.signalbox.domain.run.RunId;
import dev.signalbox.domain.run.RunStatus;
import dev.signalbox.domain.run.RunnerEvent;
import dev.signalbox.domain.run.WorkspaceRunQuery;
import dev.signalbox.domain.testing.TestSignalbox;
import dev.signalbox.domain.workspace.WorkspaceName;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What users decide, and what they see. */
class RunCommandsServiceTest {

    private static final Optional<String> WHY = Optional.of("because");

    private final TestSignalbox box = TestSignalbox.inMemory();

    @Test
    void confirmsDiscardsOverridesAndCancelsWithTheCommentInTheAudit() {
        RunId confirmed = box.bring("acme", "one", RunStatus.PLANNED);
        RunId discarded = box.bring("acme", "two", RunStatus.PLANNED);
        RunId overridden = box.bring("acme", "three", RunStatus.POLICY_OVERRIDE);
        RunId canceled = box.bring("acme", "four", RunStatus.CONFIRMED);

        check(box.commands().confirm(confirmed, WHY, box.user()), RunStatus.CONFIRMED, AuditAction.RUN_CONFIRMED);
        check(box.commands().discard(discarded, WHY, box.user()), RunStatus.DISCARDED, AuditAction.RUN_DISCARDED);
        check(
                box.commands().overridePolicy(overridden, WHY, box.user()),
                RunStatus.POLICY_CHECKED,
                AuditAction.RUN_POLICY_OVERRIDDEN);
        check(box.commands().cancel(canceled, WHY, box.user()), RunStatus.CANCELED, AuditAction.RUN_CANCELED);
    }

    @Test
    void asksForACancelOnceAndLeavesOneTrace() {
        RunId run = box.bring("acme", "network", RunStatus.APPLYING);

        Run asked = box.commands().cancel(run, WHY, box.user()).run();
        Run again = box.commands().cancel(run, WHY, box.user()).run();

        assertThat(asked.status()).isEqualTo(RunStatus.APPLYING);
        assertThat(again).isEqualTo(asked);
        assertThat(audit(run)).extracting(AuditEvent::action).containsOnlyOnce(AuditAction.RUN_CANCELED);
    }

    @Test
    void refusesWhatTheStatusDoesNotAllowWithoutATrace() {
        RunId run = box.bring("acme", "network", RunStatus.PLANNING);
        int events = audit(run).size();

        assertThat(refusal(() -> box.commands().confirm(run, WHY, box.user())))
                .isEqualTo(new Refusal.MoveNotAllowed(run.value(), "planning", "confirm"));
        box.report(run, RunnerEvent.PLAN_FAILED);
        assertThat(refusal(() -> box.commands().cancel(run, WHY, box.user())))
                .isEqualTo(new Refusal.AlreadyFinal(run.value(), "errored"));

        assertThat(audit(run)).hasSize(events);
    }

    @Test
    void isNotFoundWithoutTheRightOrTheSight() {
        RunId run = box.bring("acme", "network", RunStatus.PLANNED);
        Refusal notFound = new Refusal.NotFound(Subject.RUN);

        for (Actor actor : List.of(box.support(), box.runner(), box.restricted(Role.USER, "beta"))) {
            assertThat(refusal(() -> box.commands().discard(run, WHY, actor))).isEqualTo(notFound);
        }
        assertThat(refusal(() -> box.commands().discard(box.ids().run(), WHY, box.user())))
                .isEqualTo(notFound);
        assertThat(refusal(() -> box.commands().confirm(run, WHY, box.otherRunner())))
                .isEqualTo(new Refusal.HeldByAnotherRunner(run.value()));
    }

    @Test
    void asksForTheRightBeforeAnythingElse() {
        RunId run = box.bring("acme", "network", RunStatus.PLANNED);
        Optional<String> unkeepable = Optional.of("x".repeat(AuditEvent.MAX_REASON_LENGTH + 1));

        for (Actor actor : List.of(box.support(), box.runner())) {
            assertThat(refusal(() -> box.commands().discard(run, unkeepable, actor)))
                    .isEqualTo(new Refusal.NotFound(Subject.RUN));
            assertThat(refusal(() -> box.commands().cancel(run, unkeepable, actor)))
                    .isEqualTo(new Refusal.NotFound(Subject.RUN));
            assertThat(refusal(() -> box.commands().overridePolicy(run, unkeepable, actor)))
                    .isEqualTo(new Refusal.NotFound(Subject.RUN));
        }
        assertThat(refusal(() -> box.commands().confirm(run, unkeepable, box.support())))
                .isEqualTo(new Refusal.NotFound(Subject.RUN));
    }

    @Nested
    class Sight {

        private final RunId run = box.bring("acme", "network", RunStatus.PLANNED);
        private final Actor elsewhere = box.restricted(Role.USER, "beta");
        private final RunQueries queries = box.queries();

        @Test
        void isWhatTheTokenReaches() {
            RunInWorkspace seen = queries.run(run, box.support());

            assertThat(queries.runOfPlan(seen.run().plan().id(), box.user())).isEqualTo(seen);
            assertThat(queries.runOfApply(seen.run().apply().id(), box.runner()))
                    .isEqualTo(seen);
            assertThat(queries.runsOfWorkspace(
                                    seen.workspace().id(), new WorkspaceRunQuery(PageRequest.first()), box.user())
                            .items())
                    .containsExactly(seen);
            assertThat(queries.timeline(run, box.user())).hasSize(2);
            assertThat(queries.lastHeartbeat(run, box.user())).isPresent();
        }

        @Test
        void isNothingElsewhere() {
            RunInWorkspace seen = box.seen(run);

            assertThat(refusal(() -> queries.run(run, elsewhere))).isEqualTo(new Refusal.NotFound(Subject.RUN));
            assertThat(refusal(() -> queries.timeline(run, elsewhere))).isEqualTo(new Refusal.NotFound(Subject.RUN));
            assertThat(refusal(() -> queries.lastHeartbeat(run, elsewhere)))
                    .isEqualTo(new Refusal.NotFound(Subject.RUN));
            assertThat(refusal(() -> queries.runOfPlan(seen.run().plan().id(), elsewhere)))
                    .isEqualTo(new Refusal.NotFound(Subject.PLAN));
            assertThat(refusal(() -> queries.runOfApply(seen.run().apply().id(), elsewhere)))
                    .isEqualTo(new Refusal.NotFound(Subject.APPLY));
            assertThat(refusal(() -> queries.runsOfWorkspace(
                            seen.workspace().id(), new WorkspaceRunQuery(PageRequest.first()), elsewhere)))
                    .isEqualTo(new Refusal.NotFound(Subject.WORKSPACE));
        }
    }

    @Nested
    class Directory {

        private final OrganizationName acme = new OrganizationName("acme");
        private final WorkspaceName network = new WorkspaceName("network");

        @Test
        void createsAndRefusesWhatIsThere() {
            box.directory().createOrganization(acme, Optional.of("ops@acme.example"), box.admin());
            box.directory().createWorkspace(new OrganizationName("ACME"), network, Optional.of("a/b"), box.user());

            assertThat(box.directory().workspace(acme, network, box.user()).organization())
                    .isEqualTo(acme);
            assertThat(refusal(() -> box.directory()
                            .createOrganization(new OrganizationName("Acme"), Optional.empty(), box.admin())))
                    .isEqualTo(new Refusal.NameTaken(Subject.ORGANIZATION, "Acme"));
            assertThat(refusal(() -> box.directory().createWorkspace(acme, network, Optional.empty(), box.user())))
                    .isEqualTo(new Refusal.NameTaken(Subject.WORKSPACE, "network"));
            assertThat(refusal(() -> box.directory().createOrganization(acme, Optional.of(" "), box.admin())))
                    .isInstanceOf(Refusal.InvalidAttribute.class);
        }

        @Test
        void isNotFoundWithoutTheRightOrTheSight() {
            box.workspace("acme", "network");
            Actor elsewhere = box.restricted(Role.USER, "beta");
            Refusal noOrganization = new Refusal.NotFound(Subject.ORGANIZATION);

            for (Actor actor : List.of(box.support(), box.user(), box.runner())) {
                assertThat(refusal(() -> box.directory()
                                .createOrganization(new OrganizationName("new"), Optional.empty(), actor)))
                        .isEqualTo(noOrganization);
            }
            for (Actor actor : List.of(box.support(), box.runner(), elsewhere)) {
                assertThat(refusal(() -> box.directory()
                                .createWorkspace(acme, new WorkspaceName("new"), Optional.empty(), actor)))
                        .isEqualTo(noOrganization);
            }
            assertThat(refusal(() -> box.directory().organization(acme, elsewhere)))
                    .isEqualTo(noOrganization);
            assertThat(refusal(() -> box.directory().workspace(acme, network, elsewhere)))
                    .isEqualTo(new Refusal.NotFound(Subject.WORKSPACE));
            assertThat(box.directory()
                            .organizations(PageRequest.first(), elsewhere)
                            .totalCount())
                    .isEqualTo(1);
        }
    }

    private void check(RunInWorkspace seen, RunStatus status, AuditAction action) {
        AuditEvent event = audit(seen.run().id()).getLast();
        assertThat(seen.run().status()).isEqualTo(status);
        assertThat(event.action()).isEqualTo(action);
        assertThat(event.to()).contains(status);
        assertThat(event.reason()).isEqualTo(WHY);
    }

    private List<AuditEvent> audit(RunId run) {
        return box.audit().ofRun(run, box.admin());
    }
}
