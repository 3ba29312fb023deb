package dev.signalbox.domain.service;

import static dev.signalbox.domain.testing.TestSignalbox.refusal;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.signalbox.domain.access.Actor;
import dev.signalbox.domain.access.Role;
import dev.signalbox.domain.audit.AuditAction;
import dev.signalbox.domain.audit.AuditEvent;
import dev.signalbox.domain.audit.AuditQuery;
import dev.signalbox.domain.organization.OrganizationName;
import dev.signalbox.domain.page.PageRequest;
import dev.signalbox.domain.port.in.Deletion;
import dev.signalbox.domain.port.in.NewRun;
import dev.signalbox.domain.port.in.SignOfLife;
import dev.signalbox.domain.port.in.TokenAdministration;
import dev.signalbox.domain.refusal.Refusal;
import dev.signalbox.domain.refusal.Subject;
import dev.signalbox.domain.run.ProcessExit;
import dev.signalbox.domain.run.RunId;
import dev.signalbox.domain.run.RunStatus;
import dev.signalbox.domain.run.RunnerEvent;
import dev.signalbox.domain.run.RunnerReport;
import dev.signalbox.domain.testing.TestSignalbox;
import dev.signalbox.domain.workspace.WorkspaceId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DeletionServiceTest {

    private static final OrganizationName ACME = new OrganizationName("acme");
    private static final Refusal NO_WORKSPACE = new Refusal.NotFound(Subject.WORKSPACE);
    private static final Refusal NO_ORGANIZATION = new Refusal.NotFound(Subject.ORGANIZATION);

    private final TestSignalbox box = TestSignalbox.inMemory();
    private final List<RuntimeException> unfinished = new ArrayList<>();
    private final WorkspaceId workspace = box.workspace("acme", "network").id();

    private boolean isThere() {
        return box.store().workspaces().find(workspace).isPresent();
    }

    private List<AuditEvent> newest(int count) {
        return box.audit()
                .list(AuditQuery.ALL, Optional.empty(), 20, box.admin())
                .items()
                .subList(0, count);
    }

    private AuditEvent deletion(AuditAction action) {
        return box.audit().list(AuditQuery.ALL, Optional.empty(), 100, box.admin()).items().stream()
                .filter(event -> event.action() == action)
                .findFirst()
                .orElseThrow();
    }

    @ParameterizedTest
    @EnumSource
    void deletesSafelyOnlyWhereEveryRunHasEnded(RunStatus status) {
        RunId run = box.bring("acme", "network", status);

        if (status.isFinal()) {
            box.deletion().deleteSafely(workspace, box.user());
        } else {
            assertThat(refusal(() -> box.deletion().deleteSafely(workspace, box.user())))
                    .isEqualTo(new Refusal.WorkspaceInUse("network", run + " is " + status.wireName()));
            assertThat(box.seen(run).run().status()).isEqualTo(status);
        }

        assertThat(isThere()).isNotEqualTo(status.isFinal());
    }

    @Test
    void doesNotDeleteSafelyUnderAPlanOnlyRun() {
        box.submit("acme", "network", new NewRun(true, false, false, Optional.empty()));

        assertThat(refusal(() -> box.deletion().deleteSafely(workspace, box.user())))
                .isInstanceOf(Refusal.WorkspaceInUse.class);
    }

    @Test
    void doesNotDeleteSafelyWhatIsLockedEvenByTheActor() {
        box.locks().lock(workspace, Optional.of("until noon"), box.user());

        assertThat(refusal(() -> box.deletion().deleteSafely(workspace, box.user())))
                .isEqualTo(new Refusal.WorkspaceLocked(
                        "network", "user-bot", box.clock().instant(), "until noon"));
        assertThat(isThere()).isTrue();
    }

    @Test
    void doesNotDeleteSafelyWhatIsHeldButOnceItIsReleased() {
        RunId run = box.bring("acme", "network", RunStatus.APPLYING);
        box.administration().forceErrored(run, Optional.empty(), box.admin());

        assertThat(refusal(() -> box.deletion().deleteSafely(workspace, box.user())))
                .isEqualTo(new Refusal.WorkspaceInUse("network", "the process of " + run + " is not known to be gone"));

        box.administration().releaseHold(workspace, "the machine is off", box.admin());
        box.deletion().deleteSafely(workspace, box.user());
        assertThat(isThere()).isFalse();
    }

    @Test
    void deletesSafelyOnceThePlanOfASilentRunnerHoldsNothingAnyMore() {
        RunId run = box.bring("acme", "network", RunStatus.PLANNING);
        box.administration().forceErrored(run, Optional.empty(), box.admin());
        assertThat(refusal(() -> box.deletion().deleteSafely(workspace, box.user())))
                .isInstanceOf(Refusal.WorkspaceInUse.class);

        box.clock().advance(Duration.ofMinutes(2));

        box.deletion().deleteSafely(workspace, box.user());
        assertThat(isThere()).isFalse();
    }

    @ParameterizedTest
    @EnumSource
    void deletesWhateverIsGoingOnAndEndsItAsAForcedCancel(RunStatus status) {
        RunId run = box.bring("acme", "network", status);

        box.deletion().delete(workspace, box.admin());

        assertThat(isThere()).isFalse();
        assertThat(box.store().runs().find(run)).isEmpty();
        AuditEvent deleted = deletion(AuditAction.WORKSPACE_DELETED);
        assertThat(deleted.actor()).isEqualTo(box.admin());
        assertThat(deleted.workspace()).isPresent();
        assertThat(deleted.reason().isPresent()).isEqualTo(status.isHeldByRunner());
        if (!status.isFinal()) {
            AuditEvent ended = newest(1).getFirst();
            assertThat(ended.action()).isEqualTo(AuditAction.RUN_FORCED_TO_CANCELED);
            assertThat(ended.actor()).isEqualTo(box.admin());
            assertThat(ended.run()).contains(run);
            assertThat(ended.from()).contains(status);
            assertThat(ended.to()).contains(RunStatus.CANCELED);
            assertThat(ended.reason()).contains("The workspace was deleted.");
        }
    }

    @Test
    void tellsInTheAuditWhatItDidNotCareFor() {
        RunId held = box.bring("acme", "network", RunStatus.APPLYING);
        box.administration().forceErrored(held, Optional.empty(), box.admin());
        box.clock().advance(Duration.ofHours(1));
        RunId planOnly = box.submit("acme", "network", new NewRun(true, false, false, Optional.empty()));
        box.report(planOnly, RunnerEvent.PLAN_STARTED);
        box.locks().lock(workspace, Optional.of("until\nnoon"), box.user());

        box.deletion().delete(workspace, box.admin());

        assertThat(deletion(AuditAction.WORKSPACE_DELETED).reason())
                .contains("It was locked by user-bot at " + box.clock().instant()
                        + ": \"until noon\". What may still be running: " + held + ", " + planOnly + ".");
    }

    @Test
    void namesNotMoreThanTwentyRuns() {
        for (int i = 0; i < 23; i++) {
            RunId run = box.submit("acme", "network", new NewRun(true, false, false, Optional.empty()));
            box.report(run, RunnerEvent.PLAN_STARTED);
        }

        box.deletion().delete(workspace, box.admin());

        assertThat(deletion(AuditAction.WORKSPACE_DELETED).reason().orElseThrow())
                .endsWith(" and 3 more.");
    }

    @Test
    void deletesAnOrganizationWithEverythingInIt() {
        RunId network = box.bring("acme", "network", RunStatus.APPLYING);
        RunId storage = box.bring("acme", "storage", RunStatus.PLANNED);
        RunId other = box.bring("beta", "network", RunStatus.PLANNED);

        box.deletion().delete(ACME, box.admin());

        assertThat(box.store().organizations().find(ACME)).isEmpty();
        assertThat(box.store().runs().find(network)).isEmpty();
        assertThat(box.store().runs().find(storage)).isEmpty();
        assertThat(box.seen(other).run().status()).isEqualTo(RunStatus.PLANNED);
        assertThat(newest(5))
                .extracting(AuditEvent::action)
                .containsExactlyInAnyOrder(
                        AuditAction.ORGANIZATION_DELETED,
                        AuditAction.WORKSPACE_DELETED,
                        AuditAction.RUN_FORCED_TO_CANCELED,
                        AuditAction.WORKSPACE_DELETED,
                        AuditAction.RUN_FORCED_TO_CANCELED);
        assertThat(deletion(AuditAction.ORGANIZATION_DELETED).organization()).contains(ACME);
    }

    @Test
    void writesDownWhatAnOrganizationIsCalledAndNotWhatWasTyped() {
        box.deletion().delete(new OrganizationName("ACME"), box.admin());

        assertThat(deletion(AuditAction.ORGANIZATION_DELETED)
                        .organization()
                        .orElseThrow()
                        .value())
                .isEqualTo("acme");
    }

    @Test
    void leavesWhatIsTooMuchAtOnceToBeCarriedOn() {
        for (int i = 0; i < 2_600; i++) {
            box.submit("acme", "network");
        }
        Actor admin = box.admin();
        long before = events();

        box.deletion().delete(workspace, admin);

        assertThat(isThere()).isFalse();
        assertThat(box.store().deletions().begun()).containsExactly(workspace);
        assertThat(events() - before).isEqualTo(1 + 2_000);
        while (box.deletion().carryOn()) {
            assertThat(events() - before).isBetween(1 + 2_500L, 1 + 2_600L);
        }
        assertThat(box.store().deletions().begun()).isEmpty();
    }

    private long events() {
        return box.store().audit().list(PageRequest.first()).totalCount();
    }

    @Test
    void leavesManySmallWorkspacesOfAnOrganizationToBeCarriedOn() {
        for (int i = 0; i < 10; i++) {
            box.submit("beta", "small-" + i);
        }

        box.deletion().delete(new OrganizationName("beta"), box.admin());

        assertThat(box.store().deletions().begun()).hasSize(6);
        assertThat(box.deletion().carryOn()).isTrue();
        assertThat(box.store().deletions().begun()).isEmpty();
    }

    @Test
    void hasDeletedWhatFailsOnceItHasBegun() {
        FailingDeletions failing = new FailingDeletions(box.store().deletions(), workspace);
        Deletion deletion =
                new DeletionService(failing, box.store().workspaces(), box.ids(), box.clock(), unfinished::add);

        deletion.delete(workspace, box.admin());

        assertThat(isThere()).isFalse();
        assertThat(box.store().deletions().begun()).containsExactly(workspace);
        assertThat(unfinished)
                .singleElement()
                .satisfies(problem -> assertThat(problem).hasMessage("deadlock"));
    }

    @Test
    void endsWhatHadNotEndedWhenItIsTakenUpAgainInTheNameOfWhoeverDeletedIt() {
        RunId run = box.bring("acme", "network", RunStatus.APPLYING);
        FailingDeletions failing = new FailingDeletions(box.store().deletions(), workspace);
        new DeletionService(failing, box.store().workspaces(), box.ids(), box.clock(), unfinished::add)
                .delete(workspace, box.admin());
        assertThat(unfinished).hasSize(1);
        assertThat(newest(1).getFirst().action()).isEqualTo(AuditAction.WORKSPACE_DELETED);

        while (box.deletion().carryOn()) {
            assertThat(newest(1).getFirst().action()).isEqualTo(AuditAction.RUN_FORCED_TO_CANCELED);
        }

        assertThat(newest(1).getFirst().run()).contains(run);
        assertThat(newest(1).getFirst().actor()).isEqualTo(box.admin());
        assertThat(box.store().deletions().begun()).isEmpty();
    }

    @Test
    void carriesOnWhatStandsBehindAWorkspaceThatFails() {
        WorkspaceId storage = box.workspace("acme", "storage").id();
        FailingDeletions failing = new FailingDeletions(box.store().deletions(), workspace);
        Deletion deletion =
                new DeletionService(failing, box.store().workspaces(), box.ids(), box.clock(), unfinished::add);
        deletion.delete(ACME, box.admin());
        assertThat(box.store().deletions().begun()).containsExactly(workspace, storage);

        assertThatThrownBy(deletion::carryOn).hasMessage("deadlock");

        assertThat(box.store().deletions().begun()).containsExactly(workspace);
    }

    @Test
    void revokesTheTokensThatReachedNothingButTheOrganization() {
        TokenAdministration.Issued token =
                box.tokens().create("ci", Role.RUNNER, Set.of(ACME), Optional.empty(), box.admin());

        box.deletion().delete(ACME, box.admin());

        assertThat(box.tokens().token(token.token().id(), box.admin()).token().revokedAt())
                .isPresent();
        assertThat(newest(3))
                .filteredOn(event -> event.action() == AuditAction.TOKEN_REVOKED)
                .singleElement()
                .satisfies(event -> {
                    assertThat(event.actor()).isEqualTo(box.admin());
                    assertThat(event.organization()).contains(ACME);
                    assertThat(event.subject()).contains("ci " + token.token().id());
                });
    }

    @Test
    void tellsInTheAuditWhichTokensReachLess() {
        OrganizationName beta = box.workspace("beta", "network").organization();
        TokenAdministration.Issued token =
                box.tokens().create("ci", Role.RUNNER, Set.of(ACME, beta), Optional.empty(), box.admin());

        box.deletion().delete(ACME, box.admin());

        assertThat(box.tokens().token(token.token().id(), box.admin()).token().organizations())
                .containsExactly("beta");
        AuditEvent narrowed = deletion(AuditAction.TOKEN_NARROWED);
        assertThat(narrowed.actor()).isEqualTo(box.admin());
        assertThat(narrowed.organization()).contains(ACME);
        assertThat(narrowed.subject()).contains("ci " + token.token().id());
    }

    @Test
    void tellsARunnerWhoseRunWasDeletedThatThereIsNone() {
        RunId run = box.bring("acme", "network", RunStatus.APPLYING);
        box.deletion().delete(workspace, box.admin());
        RunnerReport report =
                new RunnerReport(9, RunnerEvent.GONE, Optional.empty(), ProcessExit.UNKNOWN, Optional.empty());
        Refusal noRun = new Refusal.NotFound(Subject.RUN);

        assertThat(refusal(() -> box.reports().report(run, report, box.runner())))
                .isEqualTo(noRun);
        assertThat(refusal(() -> box.reports().heartbeat(run, SignOfLife.BARE, box.runner())))
                .isEqualTo(noRun);
    }

    @Test
    void locksNoWorkspaceForWhoDoesNotSeeIt() {
        FailingDeletions noting = new FailingDeletions(box.store().deletions(), workspace);
        Deletion deletion =
                new DeletionService(noting, box.store().workspaces(), box.ids(), box.clock(), unfinished::add);

        assertThat(refusal(() -> deletion.deleteSafely(workspace, box.restricted(Role.USER, "beta"))))
                .isEqualTo(NO_WORKSPACE);
        assertThat(refusal(() -> deletion.delete(workspace, box.restricted(Role.SITE_ADMIN, "beta"))))
                .isEqualTo(NO_WORKSPACE);

        assertThat(noting.locked()).isEmpty();
    }

    @Test
    void isNotForOtherRolesNorForOtherOrganizations() {
        for (Actor actor : List.of(box.support(), box.runner(), box.restricted(Role.USER, "beta"))) {
            assertThat(refusal(() -> box.deletion().deleteSafely(workspace, actor)))
                    .isEqualTo(NO_WORKSPACE);
        }
        for (Actor actor : List.of(box.support(), box.runner(), box.user(), box.restricted(Role.SITE_ADMIN, "gamma"))) {
            assertThat(refusal(() -> box.deletion().delete(workspace, actor))).isEqualTo(NO_WORKSPACE);
            assertThat(refusal(() -> box.deletion().delete(ACME, actor))).isEqualTo(NO_ORGANIZATION);
        }
        assertThat(isThere()).isTrue();
        assertThat(refusal(() -> box.deletion().delete(box.ids().workspace(), box.admin())))
                .isEqualTo(NO_WORKSPACE);
        assertThat(refusal(() -> box.deletion().delete(new OrganizationName("none"), box.admin())))
                .isEqualTo(NO_ORGANIZATION);
    }
}
