package dev.signalbox.domain.service;

import static dev.signalbox.domain.testing.TestSignalbox.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.domain.access.Actor;
import dev.signalbox.domain.access.Role;
import dev.signalbox.domain.audit.AuditAction;
import dev.signalbox.domain.audit.AuditEvent;
import dev.signalbox.domain.audit.AuditQuery;
import dev.signalbox.domain.organization.OrganizationName;
import dev.signalbox.domain.port.in.NewRun;
import dev.signalbox.domain.port.in.RunnerReports;
import dev.signalbox.domain.port.in.RunnerReports.Submitted;
import dev.signalbox.domain.port.in.RunnerSubmission;
import dev.signalbox.domain.port.out.Ids;
import dev.signalbox.domain.queue.RunInWorkspace;
import dev.signalbox.domain.refusal.Refusal;
import dev.signalbox.domain.refusal.Subject;
import dev.signalbox.domain.run.Directive;
import dev.signalbox.domain.run.RunStatus;
import dev.signalbox.domain.testing.Store;
import dev.signalbox.domain.testing.TestSignalbox;
import dev.signalbox.domain.workspace.WorkspaceId;
import dev.signalbox.domain.workspace.WorkspaceName;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** How runs come into being. */
class SubmissionTest {

    private static final NewRun USUAL = new NewRun(false, false, false, Optional.of("from CI"));

    private final TestSignalbox box = TestSignalbox.inMemory();

    @Nested
    class ByARunner {

        @Test
        void createsWhatIsMissing() {
            Submitted submitted = submit("acme", "network", true, box.runner());

            RunInWorkspace seen = box.seen(submitted.receipt().run());
            assertThat(submitted.created()).isTrue();
            assertThat(submitted.receipt().directive()).isEqualTo(Directive.CONTINUE);
            assertThat(submitted.receipt().status()).isEqualTo(RunStatus.PENDING);
            assertThat(seen.workspace().organization()).isEqualTo(new OrganizationName("acme"));
            assertThat(seen.run().submission().author()).isEqualTo(box.runner().account());
            assertThat(seen.run().submission().authorName()).isEqualTo("runner-bot");
            assertThat(actions())
                    .containsSubsequence(
                            AuditAction.ORGANIZATION_CREATED, AuditAction.WORKSPACE_CREATED, AuditAction.RUN_SUBMITTED);
        }

        @Test
        void isToldThatThereIsNoWorkspaceIfItIsDeletedJustThen() {
            WorkspaceId workspace = box.workspace("acme", "network").id();
            Store store = box.store();
            RunnerReports late = new RunnerReportsService(
                    store.runs(),
                    store.organizations(),
                    store.workspaces(),
                    store.settings(),
                    beforeTheRun(() -> box.deletion().delete(workspace, box.admin())),
                    box.clock());
            RunnerSubmission submission = new RunnerSubmission(
                    new OrganizationName("acme"),
                    new WorkspaceName("network"),
                    true,
                    "key-of-a-job",
                    USUAL,
                    Optional.empty());

            assertThat(refusal(() -> late.submit(submission, box.runner())))
                    .isEqualTo(new Refusal.NotFound(Subject.WORKSPACE));
        }

        /** Identities of which that of a run comes only once something else has happened. */
        private Ids beforeTheRun(Runnable happens) {
            return (Ids) Proxy.newProxyInstance(
                    Ids.class.getClassLoader(), new Class<?>[] {Ids.class}, (_, method, arguments) -> {
                        if (method.getName().equals("run")) {
                            happens.run();
                        }
                        return method.invoke(box.ids(), arguments);
                    });
        }

        @Test
        void usesWhatIsThereWhateverItsCase() {
            box.workspace("Acme", "Network");

            Submitted submitted = submit("ACME", "NETWORK", true, box.runner());

            assertThat(box.seen(submitted.receipt().run()).workspace()).isEqualTo(box.workspace("acme", "network"));
        }

        @Test
        void doesNotCreateWhatItIsNotAskedToCreate() {
            assertThat(refusal(() -> submit("acme", "network", false, box.runner())))
                    .isEqualTo(new Refusal.NotFound(Subject.ORGANIZATION));

            box.workspace("acme", "storage");
            assertThat(refusal(() -> submit("acme", "network", false, box.runner())))
                    .isEqualTo(new Refusal.NotFound(Subject.WORKSPACE));
        }

        @Test
        void doesNotReachOtherOrganizations() {
            Actor elsewhere = box.restricted(Role.RUNNER, "beta");

            assertThat(refusal(() -> submit("acme", "network", true, elsewhere)))
                    .isEqualTo(new Refusal.NotFound(Subject.ORGANIZATION));
            assertThat(box.store().organizations().find(new OrganizationName("acme")))
                    .isEmpty();
        }

        @Test
        void createsNothingForASubmissionThatIsNoGood() {
            NewRun wordy = new NewRun(false, false, false, Optional.of("x".repeat(1_001)));

            assertThat(refusal(() ->
                            box.reports().submit(submission("acme", "network", true, "job-0001", wordy), box.runner())))
                    .isInstanceOf(Refusal.InvalidAttribute.class);
            assertThat(refusal(() ->
                            box.reports().submit(submission("acme", "network", true, "short", USUAL), box.runner())))
                    .isInstanceOf(Refusal.InvalidAttribute.class);
            assertThat(box.store().organizations().find(new OrganizationName("acme")))
                    .isEmpty();
        }

        @Test
        void isAnsweredWithTheSameRunForTheSameKey() {
            Submitted first = submit("acme", "network", true, box.runner());
            long events = events().size();

            Submitted again = submit("acme", "network", true, box.runner());

            assertThat(again.created()).isFalse();
            assertThat(again.receipt()).isEqualTo(first.receipt());
            assertThat(events()).hasSize((int) events);
        }

        static Stream<NewRun> otherRuns() {
            return Stream.of(
                    new NewRun(true, false, false, Optional.of("from CI")),
                    new NewRun(false, true, false, Optional.of("from CI")),
                    new NewRun(false, false, true, Optional.of("from CI")),
                    new NewRun(false, false, false, Optional.of("from elsewhere")),
                    new NewRun(false, false, false, Optional.empty()));
        }

        @ParameterizedTest
        @MethodSource("otherRuns")
        void isRefusedForTheSameKeyWithSomethingElse(NewRun other) {
            Submitted first = submit("acme", "network", true, box.runner());
            long events = events().size();

            assertThat(refusal(() ->
                            box.reports().submit(submission("acme", "network", true, "job-0001", other), box.runner())))
                    .isEqualTo(new Refusal.KeyTaken(
                            "job-0001", first.receipt().run().value()));
            assertThat(events()).hasSize((int) events);
        }

        @Test
        void isRefusedForTheSameKeyOfAnotherAccount() {
            submit("acme", "network", true, box.runner());

            assertThat(refusal(() -> submit("acme", "network", true, box.otherRunner())))
                    .isInstanceOf(Refusal.KeyTaken.class);
            assertThat(submit("acme", "network", true, box.again(box.runner())).created())
                    .isFalse();
        }

        @Test
        void isForRunnersOnly() {
            for (Actor actor : List.of(box.user(), box.admin(), box.support())) {
                assertThat(refusal(() -> submit("acme", "network", true, actor)))
                        .isEqualTo(new Refusal.NotFound(Subject.ORGANIZATION));
            }
        }

        private Submitted submit(String organization, String workspace, boolean create, Actor actor) {
            return box.reports().submit(submission(organization, workspace, create, "job-0001", USUAL), actor);
        }

        private RunnerSubmission submission(
                String organization, String workspace, boolean create, String key, NewRun run) {
            return new RunnerSubmission(
                    new OrganizationName(organization),
                    new WorkspaceName(workspace),
                    create,
                    key,
                    run,
                    Optional.empty());
        }
    }

    @Nested
    class ByAUser {

        @Test
        void createsARunInTheUsersName() {
            RunInWorkspace seen =
                    box.commands().create(box.workspace("acme", "network").id(), USUAL, box.user());

            assertThat(seen.run().status()).isEqualTo(RunStatus.PENDING);
            assertThat(seen.run().submission().authorName()).isEqualTo("user-bot");
            assertThat(seen.run().submission().message()).contains("from CI");
            AuditEvent event = box.audit().ofRun(seen.run().id(), box.admin()).getFirst();
            assertThat(event.action()).isEqualTo(AuditAction.RUN_SUBMITTED);
            assertThat(event.from()).isEmpty();
            assertThat(event.to()).contains(RunStatus.PENDING);
        }

        @Test
        void isRefusedWithoutTheRightOrTheSight() {
            Refusal notFound = new Refusal.NotFound(Subject.WORKSPACE);
            Actor elsewhere = box.restricted(Role.USER, "beta");
            var network = box.workspace("acme", "network").id();

            assertThat(refusal(() -> box.commands().create(network, USUAL, box.support())))
                    .isEqualTo(notFound);
            assertThat(refusal(() -> box.commands().create(network, USUAL, elsewhere)))
                    .isEqualTo(notFound);
            assertThat(refusal(() -> box.commands().create(box.ids().workspace(), USUAL, box.user())))
                    .isEqualTo(notFound);
        }
    }

    private List<AuditEvent> events() {
        return box.audit()
                .list(AuditQuery.ALL, Optional.empty(), 100, box.admin())
                .items();
    }

    private List<AuditAction> actions() {
        return events().reversed().stream().map(AuditEvent::action).toList();
    }
}
