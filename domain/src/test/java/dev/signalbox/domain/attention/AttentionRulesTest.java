package dev.signalbox.domain.attention;

import static dev.signalbox.domain.run.RunStatus.*;
import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.domain.run.RunStatus;
import dev.signalbox.domain.settings.Setting;
import dev.signalbox.domain.settings.SettingValues;
import dev.signalbox.domain.workspace.WorkspaceLock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class AttentionRulesTest {

    private static final Instant NOW = Instant.parse("2026-11-02T12:00:00Z");
    private static final Duration A_LITTLE = Duration.ofMillis(1);
    private static final Duration A_DAY = Duration.ofDays(1);

    private static AttentionRules rules(SettingValues settings) {
        return new AttentionRules(settings, NOW, NOW.minus(Duration.ofDays(365)), Instant.EPOCH);
    }

    private static Optional<Attention> found(Watched run) {
        return found(SettingValues.USUAL, run, Watched.workspace(run));
    }

    private static Optional<Attention> found(SettingValues settings, Watched run, WatchedWorkspace workspace) {
        return rules(settings).assess(workspace).get(run.id()).attention();
    }

    private static Instant ago(Duration time) {
        return NOW.minus(time);
    }

    private static Optional<String> sentence(Optional<Attention> attention) {
        return attention.map(Attention::sentence);
    }

    @Nested
    class HeartbeatIsLost {

        private final Duration limit = Duration.ofSeconds(30);

        @ParameterizedTest
        @EnumSource(names = {"PENDING", "PLANNING", "POLICY_CHECKING", "CONFIRMED", "APPLYING"})
        void asTheLimitIsOverAndNotBefore(RunStatus status) {
            assertThat(found(Watched.in(status, ago(limit)).heard(ago(limit).plus(A_LITTLE))))
                    .isEmpty();
            assertThat(found(Watched.in(status, ago(limit)).heard(ago(limit))))
                    .contains(new Attention.HeartbeatLost(ago(limit), limit, NOW, true));
        }

        @ParameterizedTest
        @EnumSource(
                mode = EnumSource.Mode.EXCLUDE,
                names = {"PENDING", "PLANNING", "POLICY_CHECKING", "CONFIRMED", "APPLYING"})
        void nowhereElse(RunStatus status) {
            assertThat(found(Watched.in(status, ago(A_DAY)).heard(ago(A_DAY)))).isEmpty();
        }

        @Test
        void ofARunnerThatBroughtTheRunAndWasNeverHeardOfAgain() {
            assertThat(found(Watched.in(PENDING, ago(Duration.ofMinutes(7))).neverHeard()))
                    .hasValueSatisfying(lost -> {
                        assertThat(lost.kind()).isEqualTo("heartbeat-lost");
                        assertThat(lost.since()).isEqualTo(ago(Duration.ofMinutes(7)));
                        assertThat(lost.sentence())
                                .isEqualTo(
                                        "nothing heard of its runner since it submitted the run 7 min ago, limit 30 s");
                    });
        }

        @ParameterizedTest
        @EnumSource(names = {"PLANNING", "POLICY_CHECKING", "CONFIRMED", "APPLYING"})
        void ofARunnerThatReportedThePhaseAndWasNeverHeardOfAgain(RunStatus status) {
            assertThat(found(Watched.in(status, ago(limit)).ofAUser().neverHeard()))
                    .contains(new Attention.HeartbeatLost(ago(limit), limit, NOW, true));
        }

        @Test
        void notOfARunnerThatHasOnlyClaimedTheRunOfAUser() {
            assertThat(found(Watched.in(PENDING, ago(Duration.ofMinutes(4)))
                            .ofAUser()
                            .neverHeard()))
                    .isEmpty();
        }

        @Test
        void ofARunnerThatWasHeardOfAtTheRunOfAUser() {
            assertThat(found(Watched.in(PENDING, ago(A_DAY)).ofAUser().heard(ago(limit))))
                    .contains(new Attention.HeartbeatLost(ago(limit), limit, NOW, true));
        }

        @Test
        void inFigures() {
            assertThat(sentence(found(Watched.in(PLANNING, ago(A_DAY)).heard(ago(Duration.ofSeconds(47))))))
                    .contains("no heartbeat for 47 s, limit 30 s");
        }

        @Test
        void withItsLimitInFullAndNoTimeThatReadsAsLess() {
            SettingValues odd = new SettingValues(Map.of(Setting.HEARTBEAT_LOST_SECONDS, 119L));
            Watched run = Watched.in(PLANNING, ago(A_DAY));
            assertThat(sentence(found(
                            odd,
                            run.heard(ago(Duration.ofSeconds(119))),
                            Watched.workspace(run.heard(ago(Duration.ofSeconds(119)))))))
                    .contains("no heartbeat for 1 min 59 s, limit 1 min 59 s");
            assertThat(sentence(found(odd, run, Watched.workspace(run.heard(ago(Duration.ofSeconds(150)))))))
                    .contains("no heartbeat for 2 min, limit 1 min 59 s");
        }

        @Test
        void andSaysUntilWhenThatIsNotJudged() {
            Watched run = Watched.in(APPLYING, ago(Duration.ofHours(1))).heard(ago(Duration.ofMinutes(20)));
            assertThat(missing(limit.minus(Duration.ofSeconds(7)), run))
                    .contains("Signalbox could hear no runner for a while,"
                            + " so a lost heartbeat is not judged for another 7 s");
            assertThat(missing(limit, run)).isEmpty();
            assertThat(missing(Duration.ofSeconds(1), run.heard(NOW))).isEmpty();
        }

        private Optional<String> missing(Duration listening, Watched run) {
            AttentionRules rules = new AttentionRules(SettingValues.USUAL, NOW, ago(listening), Instant.EPOCH);
            Watched telling = run.told(NOW, Optional.of(NOW));
            return rules.assess(Watched.workspace(telling)).get(run.id()).missing();
        }

        @Test
        void notWhileRunnersHaveNotHadTheTimeToBeHeardOfAgain() {
            Watched run = Watched.in(APPLYING, ago(Duration.ofHours(1))).heard(ago(Duration.ofMinutes(20)));
            assertThat(sinceListening(limit.minus(A_LITTLE), run)).isEmpty();
            assertThat(sinceListening(limit, run))
                    .contains(new Attention.HeartbeatLost(ago(Duration.ofMinutes(20)), limit, NOW, true));
        }

        @Test
        void notOfARunnerWhoseBeatLiesAheadAfterTheClockWasSetBack() {
            assertThat(found(Watched.in(APPLYING, ago(Duration.ofHours(1))).heard(NOW.plus(A_DAY))))
                    .isEmpty();
        }
    }

    private static Optional<Attention> sinceListening(Duration listening, Watched run) {
        AttentionRules rules = new AttentionRules(SettingValues.USUAL, NOW, ago(listening), Instant.EPOCH);
        return rules.assess(Watched.workspace(run)).get(run.id()).attention();
    }

    @Nested
    class IsSilent {

        private final Duration limit = Duration.ofMinutes(15);

        private Watched quiet(RunStatus status, Duration time) {
            return Watched.in(status, ago(Duration.ofMinutes(20))).heard(NOW).told(NOW, Optional.of(ago(time)));
        }

        @ParameterizedTest
        @EnumSource(names = {"PLANNING", "APPLYING"})
        void asTheLimitIsOverAndNotBefore(RunStatus status) {
            assertThat(found(quiet(status, limit.minus(A_LITTLE)))).isEmpty();
            assertThat(found(quiet(status, limit)))
                    .contains(new Attention.Silent(ago(limit), limit, NOW, Optional.empty()));
        }

        @Test
        void fromAStepOfTheClockOnButThroughATimeWithoutSignalbox() {
            Watched run = quiet(APPLYING, Duration.ofMinutes(16));
            AttentionRules stepped = new AttentionRules(
                    SettingValues.USUAL, NOW, ago(Duration.ofMinutes(10)), ago(Duration.ofMinutes(10)));

            assertThat(stepped.assess(Watched.workspace(run)).get(run.id()).attention())
                    .isEmpty();
            assertThat(sinceListening(Duration.ofMinutes(10), run)).isPresent();
        }

        @Test
        void fromTheBreakOnInWhichTheClockWasSetBack() {
            Instant ahead = NOW.plus(Duration.ofHours(2));
            Watched run = Watched.in(APPLYING, ahead).heard(NOW).told(NOW, Optional.of(ahead));

            assertThat(sinceListening(limit.minus(A_LITTLE), run)).isEmpty();
            assertThat(sinceListening(limit, run))
                    .contains(new Attention.Silent(ago(limit), limit, NOW, Optional.empty()));
            assertThat(sinceListening(limit, run.told(ahead, Optional.of(ahead))))
                    .as("nothing was told of since")
                    .isEmpty();
            assertThat(sinceListening(A_DAY, run.told(NOW, Optional.of(ago(limit.minus(A_LITTLE))))))
                    .as("it has printed since")
                    .isEmpty();
        }

        @Test
        void notByWhatIsNewerThanTheJudgement() {
            assertThat(found(quiet(APPLYING, limit.negated()))).isEmpty();
        }

        @ParameterizedTest
        @EnumSource(
                mode = EnumSource.Mode.EXCLUDE,
                names = {"PLANNING", "APPLYING"})
        void onlyWhereACommandPrints(RunStatus status) {
            Watched run = Watched.in(status, NOW).heard(NOW).told(NOW, Optional.of(ago(A_DAY)));
            assertThat(found(run)).isEmpty();
        }

        @Test
        void fromTheStartOfThePhaseWhereNothingWasEverPrinted() {
            Watched run = Watched.in(PLANNING, ago(limit)).heard(NOW);
            assertThat(found(run.told(NOW, Optional.empty())))
                    .map(Attention::since)
                    .contains(ago(limit));
            assertThat(found(run.told(NOW.minus(A_LITTLE), Optional.empty()))).isEmpty();
        }

        @Test
        void fromTheStartOfThePhaseWhereOnlyAnEarlierOnePrinted() {
            Watched run =
                    Watched.in(APPLYING, ago(Duration.ofMinutes(14))).heard(NOW).told(NOW, Optional.of(ago(A_DAY)));
            assertThat(found(run)).isEmpty();
        }

        @Test
        void onlyByWhatTheRunnerTold() {
            Instant told = ago(Duration.ofMinutes(14));
            Watched unheardWhileTheServerWasDown =
                    Watched.in(PLANNING, ago(Duration.ofMinutes(25))).heard(NOW).told(told, Optional.of(told));
            assertThat(found(unheardWhileTheServerWasDown)).isEmpty();
        }

        @Test
        void neverWhereTheRunnerDoesNotTellOfOutput() {
            Watched run = Watched.in(PLANNING, ago(Duration.ofMinutes(20))).heard(NOW);
            Assessment assessment =
                    rules(SettingValues.USUAL).assess(Watched.workspace(run)).get(run.id());
            assertThat(assessment.attention()).isEmpty();
            assertThat(assessment.missing())
                    .hasValueSatisfying(text -> assertThat(text).contains("does not tell"));
        }

        @Test
        void forNoLongerThanTheRunnerTold() {
            Instant told = ago(Duration.ofMinutes(90));
            Watched lost = Watched.in(APPLYING, ago(Duration.ofHours(2).minus(A_LITTLE)))
                    .heard(told)
                    .told(told, Optional.of(told.minus(Duration.ofMinutes(16))));
            assertThat(rules(SettingValues.USUAL)
                            .assess(Watched.workspace(lost))
                            .get(lost.id())
                            .evidence())
                    .extracting(Attention::sentence)
                    .containsExactly("no heartbeat for 1 h 30 min, limit 30 s", "no output for 16 min, limit 15 min");
        }

        @Test
        void inFiguresWithTheLastLineAsOneLine() {
            Watched run = Watched.in(PLANNING, ago(Duration.ofHours(3)))
                    .heard(NOW)
                    .told(NOW, Optional.of(ago(Duration.ofMinutes(47))), "Still creating...\n\u001b[31mfake\u2028x ");
            assertThat(sentence(found(run)))
                    .contains("no output for 47 min, limit 15 min; last line: Still creating...  [31mfake x");
        }
    }

    @Nested
    class IsOverdue {

        @ParameterizedTest
        @CsvSource({"PLANNING, 30", "CONFIRMED, 5", "POLICY_CHECKING, 10", "APPLYING, 120"})
        void asTheLimitOfItsStatusIsOverAndNotBefore(RunStatus status, int minutes) {
            Duration limit = Duration.ofMinutes(minutes);
            assertThat(found(Watched.in(status, ago(limit).plus(A_LITTLE)).heard(NOW)))
                    .isEmpty();
            assertThat(found(Watched.in(status, ago(limit)).heard(NOW)))
                    .contains(new Attention.Overdue(status, ago(limit), limit, NOW, Optional.empty()));
        }

        @ParameterizedTest
        @EnumSource(
                mode = EnumSource.Mode.EXCLUDE,
                names = {"PLANNING", "CONFIRMED", "POLICY_CHECKING", "APPLYING"})
        void nowhereElse(RunStatus status) {
            assertThat(found(Watched.in(status, ago(Duration.ofDays(400))).heard(NOW)))
                    .isEmpty();
        }

        @Test
        void byTheLimitOfTheWorkspaceBeforeThatOfTheInstallation() {
            Watched run = Watched.in(APPLYING, ago(Duration.ofMinutes(90))).heard(NOW);
            WatchedWorkspace impatient = new WatchedWorkspace(
                    Optional.empty(), new SettingValues(Map.of(Setting.APPLYING_SECONDS, 3_600L)), List.of(run.run()));
            assertThat(sentence(found(SettingValues.USUAL, run, impatient)))
                    .contains("applying for 1 h 30 min, limit 1 h");
            SettingValues patient = new SettingValues(Map.of(Setting.APPLYING_SECONDS, 100_000L));
            assertThat(found(patient, run, impatient)).isPresent();
            assertThat(found(patient, run, Watched.workspace(run))).isEmpty();
        }

        @Test
        void withTheLastLineWhereACommandPrints() {
            Watched run = Watched.in(APPLYING, ago(Duration.ofHours(3))).heard(NOW);
            assertThat(sentence(found(run.told(NOW, Optional.of(NOW), "db: Still creating... [2h59m]"))))
                    .contains("applying for 3 h, limit 2 h; last line: db: Still creating... [2h59m]");
            Watched confirmed = Watched.in(CONFIRMED, ago(A_DAY)).heard(NOW).told(NOW, Optional.of(NOW), "of the plan");
            assertThat(sentence(found(confirmed))).contains("confirmed for 1 d, limit 5 min");
        }

        @Test
        void howeverLongARunnerMayNotBeHeardOf() {
            SettingValues patient = new SettingValues(Map.of(Setting.HEARTBEAT_LOST_SECONDS, 3_600L));
            Watched run = Watched.in(CONFIRMED, ago(Duration.ofMinutes(10))).heard(NOW);
            AttentionRules rules = new AttentionRules(patient, NOW, ago(Duration.ofSeconds(30)), Instant.EPOCH);
            assertThat(rules.assess(Watched.workspace(run)).get(run.id()).attention())
                    .map(Attention::kind)
                    .contains("overdue");
        }

        @Test
        void notBeforeARunnerCouldTellThatItHasGoneOn() {
            Watched run = Watched.in(CONFIRMED, ago(Duration.ofMinutes(10))).heard(NOW);
            assertThat(sinceListening(Duration.ofSeconds(29), run)).isEmpty();
            assertThat(sinceListening(Duration.ofSeconds(30), run)).isPresent();
        }
    }

    @Nested
    class EndIsUnconfirmed {

        private final Duration limit = Duration.ofMinutes(1);

        @Test
        void asTheLimitIsOverAndNotBefore() {
            Watched ended = Watched.in(ERRORED, ago(limit));
            assertThat(found(ended.ending(APPLYING, ago(limit).plus(A_LITTLE)))).isEmpty();
            assertThat(sentence(found(ended.ending(APPLYING, ago(limit)))))
                    .contains("asked to stop while applying, not known to be gone for 1 min, limit 1 min;"
                            + " the workspace is held");
        }

        @Test
        void alsoOfARunThatWaitsForItsProcessToStop() {
            Watched stopping = Watched.in(PLANNING, ago(limit)).heard(NOW).ending(PLANNING, ago(limit));
            assertThat(sentence(found(stopping)))
                    .contains("asked to stop while planning, not known to be gone for 1 min, limit 1 min");
        }

        @Test
        void withTheLastLineOfWhatIsToStop() {
            Watched ended =
                    Watched.in(ERRORED, ago(limit)).told(ago(limit), Optional.of(ago(limit)), "db: Creating...");
            assertThat(sentence(found(ended.ending(APPLYING, ago(limit)))))
                    .contains("asked to stop while applying, not known to be gone for 1 min, limit 1 min;"
                            + " the workspace is held; last line: db: Creating...");
        }

        @Test
        void notOfAPlanWhoseHoldHasFallen() {
            Duration fallen = Duration.ofMinutes(2);
            assertThat(found(Watched.in(ERRORED, ago(fallen)).ending(PLANNING, ago(fallen))))
                    .isEmpty();
            assertThat(found(Watched.in(ERRORED, ago(fallen)).heard(NOW).ending(PLANNING, ago(fallen))))
                    .isPresent();
        }

        @Test
        void notOfAPlanOnlyRunWhichHoldsNothing() {
            assertThat(found(Watched.in(ERRORED, ago(limit)).planOnlyRun().ending(PLANNING, ago(limit))))
                    .isEmpty();
        }
    }

    @Nested
    class HasNoRunner {

        private final Duration limit = Duration.ofMinutes(5);

        @Test
        void asTheLimitIsOverAndNotBefore() {
            assertThat(found(Watched.in(PENDING, ago(limit).plus(A_LITTLE)).unclaimed()))
                    .isEmpty();
            assertThat(sentence(found(Watched.in(PENDING, ago(limit)).unclaimed())))
                    .contains("no runner has ever been heard of for 5 min, limit 5 min");
        }

        @Test
        void alsoWhereOneHasClaimedTheRunOfAUserAndIsNotHeardOfYet() {
            assertThat(found(Watched.in(PENDING, ago(limit)).ofAUser().neverHeard()))
                    .contains(new Attention.NoRunner(ago(limit), limit, NOW));
        }

        @Test
        void alsoAsAPlanOnlyRun() {
            assertThat(found(Watched.in(PENDING, ago(limit)).planOnlyRun().unclaimed()))
                    .isPresent();
        }
    }

    @Nested
    class IsBehind {

        private final Watched waiting =
                Watched.in(PENDING, ago(Duration.ofMinutes(1))).heard(NOW);
        private final WorkspaceLock lock =
                new WorkspaceLock(Optional.empty(), "anna", "state\nsurgery", ago(Duration.ofHours(3)));

        private Optional<Attention> foundOfWaiting(Optional<WorkspaceLock> locked, Watched... runs) {
            return found(SettingValues.USUAL, waiting, Watched.workspace(locked, runs));
        }

        @Test
        void aRunThatNeedsAttention() {
            Watched lost = Watched.in(APPLYING, ago(Duration.ofHours(1))).heard(ago(Duration.ofSeconds(50)));
            assertThat(sentence(foundOfWaiting(Optional.empty(), lost, waiting)))
                    .contains("waits for " + lost.id() + ": no heartbeat for 50 s, limit 30 s");
        }

        @Test
        void aRunThatHoldsTheWorkspace() {
            Watched held = Watched.in(ERRORED, ago(A_DAY)).ending(APPLYING, ago(A_DAY));
            assertThat(foundOfWaiting(Optional.empty(), held, waiting))
                    .contains(new Attention.BehindRun(held.id(), found(held).orElseThrow()));
            assertThat(foundOfWaiting(Optional.empty(), waiting, held))
                    .as("submitted later, as far as the store knows")
                    .isPresent();
        }

        @Test
        void aLockWithWhoSinceWhenAndWhy() {
            assertThat(sentence(foundOfWaiting(Optional.of(lock), waiting)))
                    .contains("workspace locked by anna for 3 h: state surgery");
            assertThat(sentence(foundOfWaiting(
                            Optional.of(new WorkspaceLock(Optional.empty(), "anna", "", ago(A_DAY))), waiting)))
                    .contains("workspace locked by anna for 1 d");
        }

        @Test
        void anotherThatIsBehindALock() {
            Watched first = Watched.in(PENDING, ago(Duration.ofMinutes(2))).heard(NOW);
            assertThat(sentence(foundOfWaiting(Optional.of(lock), first, waiting)))
                    .contains("waits for " + first.id() + ": workspace locked by anna for 3 h: state surgery");
        }

        @Test
        void noRunThatIsWell() {
            Watched well = Watched.in(APPLYING, ago(Duration.ofHours(1))).heard(NOW);
            assertThat(foundOfWaiting(Optional.empty(), well, waiting)).isEmpty();
            assertThat(foundOfWaiting(Optional.of(lock), well, waiting)).isEmpty();
        }

        @ParameterizedTest
        @EnumSource(names = {"PLANNED", "POLICY_OVERRIDE", "POLICY_CHECKED"})
        void noRunThatWaitsForAPersonHoweverLong(RunStatus status) {
            Watched ahead = Watched.in(status, ago(A_DAY)).heard(ago(A_DAY));
            assertThat(foundOfWaiting(Optional.empty(), ahead, waiting)).isEmpty();
        }

        @Test
        void nothingAsAPlanOnlyRun() {
            Watched lost = Watched.in(APPLYING, ago(A_DAY)).heard(ago(A_DAY));
            Watched planOnly = waiting.planOnlyRun();
            assertThat(found(SettingValues.USUAL, planOnly, Watched.workspace(Optional.of(lock), lost, planOnly)))
                    .isEmpty();
        }

        @Test
        void noPlanOnlyRun() {
            Watched lost = Watched.in(PLANNING, ago(A_DAY)).planOnlyRun().heard(ago(A_DAY));
            assertThat(foundOfWaiting(Optional.empty(), lost, waiting)).isEmpty();
        }

        @Test
        void asTheWeakerEvidence() {
            Watched lost = Watched.in(APPLYING, ago(A_DAY)).heard(ago(A_DAY));
            Watched dead = Watched.in(PENDING, ago(A_DAY)).heard(ago(A_DAY));
            Assessment assessment = rules(SettingValues.USUAL)
                    .assess(Watched.workspace(lost, dead))
                    .get(dead.id());
            assertThat(assessment.evidence())
                    .extracting(Attention::kind)
                    .containsExactly("heartbeat-lost", "behind-run");
        }
    }
}
