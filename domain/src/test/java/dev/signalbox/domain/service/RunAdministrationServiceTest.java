package dev.signalbox.domain.service;

import static dev.signalbox.domain.testing.TestSignalbox.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.domain.access.Actor;
import dev.signalbox.domain.access.Role;
import dev.signalbox.domain.audit.AuditAction;
import dev.signalbox.domain.audit.AuditEvent;
import dev.signalbox.domain.audit.AuditQuery;
import dev.signalbox.domain.page.PageRequest;
import dev.signalbox.domain.refusal.Refusal;
import dev.signalbox.domain.refusal.Subject;
import dev.signalbox.domain.run.Ending;
import dev.signalbox.domain.run.Run;
import dev.signalbox.domain.run.RunId;
import dev.signalbox.domain.run.RunQuery;
import dev.signalbox.domain.run.RunStatus;
import dev.signalbox.domain.run.RunnerEvent;
import dev.signalbox.domain.testing.TestSignalbox;
import dev.signalbox.domain.workspace.WorkspaceId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a site admin does to runs that are stuck, and who is not told that it can be done. */
class RunAdministrationServiceTest {

    private static final RunQuery EVERYTHING = new RunQuery(Optional.empty(), Optional.empty(), PageRequest.first());

    private final TestSignalbox box = TestSignalbox.inMemory();

    @Nested
    class Force {

        @ParameterizedTest
        @EnumSource
        void endsEveryRunThatHasNotEndedAndSaysWhy(RunStatus from) {
            RunId run = box.bring("acme", "network", from);
            Run before = box.seen(run).run();
            int events = audit(run).size();

            if (from.isFinal()) {
                assertThat(refusal(() -> box.administration().forceErrored(run, Optional.of("why"), box.admin())))
                        .isEqualTo(new Refusal.AlreadyFinal(run.value(), from.wireName()));
                assertThat(box.seen(run).run()).isEqualTo(before);
                assertThat(audit(run)).hasSize(events);
            } else {
                box.administration().forceErrored(run, Optional.of("why"), box.admin());

                AuditEvent event = audit(run).getLast();
                assertThat(box.seen(run).run().status()).isEqualTo(RunStatus.ERRORED);
                assertThat(event.action()).isEqualTo(AuditAction.RUN_FORCED_TO_ERRORED);
                assertThat(event.actor()).isEqualTo(box.admin());
                assertThat(event.from()).contains(from);
                assertThat(event.to()).contains(RunStatus.ERRORED);
                assertThat(event.reason()).contains("why");
            }
        }

        @Test
        void toCanceledIsSaidSo() {
            RunId run = box.bring("acme", "network", RunStatus.APPLYING);

            Run after = box.administration()
                    .forceCanceled(run, Optional.empty(), box.admin())
                    .run();

            assertThat(after.forceCanceledAt()).contains(box.clock().instant());
            assertThat(audit(run).getLast().action()).isEqualTo(AuditAction.RUN_FORCED_TO_CANCELED);
        }

        @Test
        void changesNothingForAReasonThatIsTooLong() {
            RunId run = box.bring("acme", "network", RunStatus.APPLYING);
            Run before = box.seen(run).run();

            assertThat(refusal(
                            () -> box.administration().forceErrored(run, Optional.of("x".repeat(10_001)), box.admin())))
                    .isInstanceOf(Refusal.InvalidAttribute.class);
            assertThat(box.seen(run).run()).isEqualTo(before);
        }

        @Test
        void isNotFoundForAnyoneElseWhetherTheRunExistsOrNot() {
            RunId run = box.bring("acme", "network", RunStatus.APPLYING);
            Refusal notFound = new Refusal.NotFound(Subject.RUN);

            for (Actor actor :
                    List.of(box.support(), box.user(), box.runner(), box.restricted(Role.SITE_ADMIN, "beta"))) {
                for (RunId id : List.of(run, box.ids().run())) {
                    assertThat(refusal(() -> box.administration().forceErrored(id, Optional.empty(), actor)))
                            .isEqualTo(notFound);
                    assertThat(refusal(() -> box.administration().forceCanceled(id, Optional.empty(), actor)))
                            .isEqualTo(notFound);
                }
            }
            assertThat(box.seen(run).run().status()).isEqualTo(RunStatus.APPLYING);
        }

        @Test
        void isForARestrictedSiteAdminWhereItsTokenReaches() {
            RunId run = box.bring("acme", "network", RunStatus.APPLYING);
            Actor here = box.restricted(Role.SITE_ADMIN, "acme");

            assertThat(box.administration()
                            .forceErrored(run, Optional.empty(), here)
                            .run()
                            .status())
                    .isEqualTo(RunStatus.ERRORED);
        }

        @Test
        void isNotTheRunnersEither() {
            RunId run = box.bring("acme", "network", RunStatus.PLANNED);

            assertThat(refusal(() -> box.administration().forceErrored(run, Optional.empty(), box.runner())))
                    .isEqualTo(new Refusal.NotFound(Subject.RUN));
        }
    }

    @Nested
    class ReleaseOfAHold {

        private final RunId run = box.bring("acme", "network", RunStatus.APPLYING);
        private final RunId next = box.submit("acme", "network");
        private final WorkspaceId workspace = box.workspace("acme", "network").id();

        @Test
        void letsTheNextRunStartAndSaysWhy() {
            box.administration().forceErrored(run, Optional.empty(), box.admin());
            assertThat(refusal(() -> box.report(next, RunnerEvent.PLAN_STARTED)))
                    .isInstanceOf(Refusal.NotItsTurn.class);

            box.administration().releaseHold(workspace, "the machine is gone", box.admin());

            AuditEvent event = audit(run).getLast();
            assertThat(box.report(next, RunnerEvent.PLAN_STARTED).status()).isEqualTo(RunStatus.PLANNING);
            assertThat(box.seen(run).run().ending().orElseThrow().stage()).isEqualTo(Ending.Stage.RELEASED);
            assertThat(event.action()).isEqualTo(AuditAction.WORKSPACE_HOLD_RELEASED);
            assertThat(event.reason()).contains("the machine is gone");
            assertThat(event.workspace())
                    .contains(box.workspace("acme", "network").name());
        }

        @Test
        void refusesWhereNothingIsHeld() {
            Refusal nothing = new Refusal.NothingHeld("network");
            assertThat(refusal(() -> box.administration().releaseHold(workspace, "why", box.admin())))
                    .isEqualTo(nothing);

            box.administration().forceErrored(run, Optional.empty(), box.admin());
            box.report(run, RunnerEvent.GONE);

            assertThat(refusal(() -> box.administration().releaseHold(workspace, "why", box.admin())))
                    .isEqualTo(nothing);
        }

        @Test
        void refusesWhereThePlanOfASilentRunnerHoldsNothingAnyMore() {
            RunId plan = box.bring("acme", "storage", RunStatus.PLANNING);
            WorkspaceId storage = box.workspace("acme", "storage").id();
            box.administration().forceErrored(plan, Optional.empty(), box.admin());
            box.clock().advance(Ending.PLAN_HOLD_LIMIT);
            int events = audit(plan).size();

            assertThat(refusal(() -> box.administration().releaseHold(storage, "why", box.admin())))
                    .isEqualTo(new Refusal.NothingHeld("storage"));

            assertThat(audit(plan)).hasSize(events);
            assertThat(box.seen(plan).run().ending().orElseThrow().isOpen()).isTrue();
        }

        @Test
        void needsAReason() {
            box.administration().forceErrored(run, Optional.empty(), box.admin());

            for (String reason : List.of("", " \n ", "x".repeat(10_001), "a\0b")) {
                assertThat(refusal(() -> box.administration().releaseHold(workspace, reason, box.admin())))
                        .isInstanceOfSatisfying(
                                Refusal.InvalidAttribute.class,
                                refusal -> assertThat(refusal.attribute()).isEqualTo("reason"));
            }
            assertThat(box.seen(run).run().ending().orElseThrow().isOpen()).isTrue();
        }

        @Test
        void isNotFoundForAnyoneElse() {
            box.administration().forceErrored(run, Optional.empty(), box.admin());
            Refusal notFound = new Refusal.NotFound(Subject.WORKSPACE);

            for (Actor actor :
                    List.of(box.support(), box.user(), box.runner(), box.restricted(Role.SITE_ADMIN, "beta"))) {
                assertThat(refusal(() -> box.administration().releaseHold(workspace, "why", actor)))
                        .isEqualTo(notFound);
            }
            assertThat(refusal(() -> box.administration().releaseHold(box.ids().workspace(), "why", box.admin())))
                    .isEqualTo(notFound);
        }
    }

    @Nested
    class TheList {

        @Test
        void isForSiteAdminsAndSupport() {
            box.submit("acme", "network");

            assertThat(box.administration().list(EVERYTHING, box.admin()).page().totalCount())
                    .isEqualTo(1);
            assertThat(box.administration()
                            .list(EVERYTHING, box.support())
                            .page()
                            .totalCount())
                    .isEqualTo(1);
        }

        @Test
        void isNotFoundForAnyoneElse() {
            for (Actor actor : List.of(box.user(), box.runner(), box.restricted(Role.SITE_ADMIN, "acme"))) {
                assertThat(refusal(() -> box.administration().list(EVERYTHING, actor)))
                        .isEqualTo(new Refusal.NotFound(Subject.PAGE));
                assertThat(refusal(() -> box.audit().list(AuditQuery.ALL, Optional.empty(), 1, actor)))
                        .isEqualTo(new Refusal.NotFound(Subject.PAGE));
                assertThat(refusal(() -> box.audit().ofRun(box.ids().run(), actor)))
                        .isEqualTo(new Refusal.NotFound(Subject.RUN));
            }
        }
    }

    private List<AuditEvent> audit(RunId run) {
        return box.audit().ofRun(run, box.support());
    }
}
