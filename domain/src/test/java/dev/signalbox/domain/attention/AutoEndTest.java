package dev.signalbox.domain.attention;

import static dev.signalbox.domain.run.RunStatus.*;
import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.domain.run.RunStatus;
import dev.signalbox.domain.settings.Setting;
import dev.signalbox.domain.settings.SettingValues;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class AutoEndTest {

    private static final Instant NOW = Instant.parse("2026-11-02T12:00:00Z");
    private static final Duration LOST = Duration.ofMinutes(2);

    private static Optional<Attention> reason(SettingValues settings, Duration listening, Watched run) {
        return new AttentionRules(settings, NOW, NOW.minus(listening), Instant.EPOCH)
                .reasonToEnd(run.run(), SettingValues.USUAL);
    }

    private static Optional<Attention> reason(SettingValues settings, Watched run) {
        return reason(settings, Duration.ofDays(1), run);
    }

    private static Watched silentFor(RunStatus status, Duration time) {
        return Watched.in(status, NOW.minus(time)).heard(NOW.minus(time));
    }

    private static SettingValues chosen(Setting setting, long value) {
        return new SettingValues(Map.of(setting, value));
    }

    @ParameterizedTest
    @EnumSource(names = {"PENDING", "PLANNING", "POLICY_CHECKING"})
    void endsAPlanWhoseRunnerIsLostForTwoMinutesAndNotBefore(RunStatus status) {
        assertThat(reason(SettingValues.USUAL, silentFor(status, LOST.minusMillis(1))))
                .isEmpty();
        assertThat(reason(SettingValues.USUAL, silentFor(status, LOST)))
                .map(Attention::sentence)
                .contains("no heartbeat for 2 min, limit 2 min");
    }

    @Test
    void namesTheLimitThatActs() {
        assertThat(reason(SettingValues.USUAL, silentFor(PLANNING, Duration.ofMinutes(3))))
                .map(Attention::sentence)
                .contains("no heartbeat for 3 min, limit 2 min");
        assertThat(reason(chosen(Setting.HEARTBEAT_LOST_SECONDS, 600), silentFor(PLANNING, Duration.ofMinutes(10))))
                .as("before that its runner is not lost")
                .map(Attention::sentence)
                .contains("no heartbeat for 10 min, limit 10 min");
    }

    @Test
    void endsWhatIsOverdueAlsoWhereALostHeartbeatIsNotJudgedYet() {
        SettingValues patient =
                new SettingValues(Map.of(Setting.END_OVERDUE_PLANS, 1L, Setting.HEARTBEAT_LOST_SECONDS, 3_600L));
        Watched run = Watched.in(PLANNING, NOW.minus(Duration.ofMinutes(30))).heard(NOW);
        assertThat(reason(patient, Duration.ofSeconds(30).minusMillis(1), run)).isEmpty();
        assertThat(reason(patient, Duration.ofSeconds(30), run))
                .map(Attention::kind)
                .contains("overdue");
    }

    @ParameterizedTest
    @EnumSource(
            mode = EnumSource.Mode.EXCLUDE,
            names = {"PENDING", "PLANNING", "POLICY_CHECKING"})
    void endsNothingElseUnlessChosen(RunStatus status) {
        assertThat(reason(SettingValues.USUAL, silentFor(status, Duration.ofDays(3))))
                .isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void neverEndsWhatNoRunnerHasClaimed(RunStatus status) {
        Watched run = silentFor(status, Duration.ofDays(3)).unclaimed();
        assertThat(reason(SettingValues.USUAL, run)).isEmpty();
    }

    @Test
    void endsAPendingRunWhoseRunnerWasNeverHeardOfAgainAfterItSubmitted() {
        Watched submitted = Watched.in(PENDING, NOW.minus(LOST)).neverHeard();
        assertThat(reason(SettingValues.USUAL, submitted)).isPresent();
    }

    @Test
    void neverEndsAPendingRunOfAUserWhoseRunnerHasOnlyClaimedIt() {
        Watched claimed = Watched.in(PENDING, NOW.minus(Duration.ofDays(3)));
        assertThat(reason(SettingValues.USUAL, claimed.ofAUser().neverHeard())).isEmpty();
    }

    @Test
    void neverEndsAPendingRunForItsLongWaitAlone() {
        Watched waiting = Watched.in(PENDING, NOW.minus(Duration.ofDays(3))).heard(NOW.minus(LOST.minusMillis(1)));
        Map<Setting, Long> all =
                Map.of(Setting.END_LOST_APPLIES, 1L, Setting.END_OVERDUE_PLANS, 1L, Setting.END_OVERDUE_APPLIES, 1L);
        assertThat(reason(new SettingValues(all), waiting)).isEmpty();
    }

    @Test
    void endsAnApplyWhoseRunnerIsLostIfChosen() {
        SettingValues chosen = chosen(Setting.END_LOST_APPLIES, 1);
        assertThat(reason(chosen, silentFor(APPLYING, LOST.minusMillis(1)))).isEmpty();
        assertThat(reason(chosen, silentFor(APPLYING, LOST))).isPresent();
        assertThat(reason(chosen, silentFor(CONFIRMED, LOST))).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(names = {"PENDING", "PLANNING", "POLICY_CHECKING"})
    void endsNoPlanIfChosen(RunStatus status) {
        assertThat(reason(chosen(Setting.END_LOST_PLANS, 0), silentFor(status, LOST)))
                .isEmpty();
    }

    @Test
    void waitsAsLongAgainAfterTheServerWasDown() {
        Watched run = silentFor(PLANNING, Duration.ofMinutes(20));
        assertThat(reason(SettingValues.USUAL, LOST.minusMillis(1), run)).isEmpty();
        assertThat(reason(SettingValues.USUAL, LOST, run)).isPresent();
    }

    @ParameterizedTest
    @CsvSource({
        "PLANNING, 30, END_OVERDUE_PLANS",
        "POLICY_CHECKING, 10, END_OVERDUE_PLANS",
        "CONFIRMED, 5, END_OVERDUE_APPLIES",
        "APPLYING, 120, END_OVERDUE_APPLIES"
    })
    void endsWhatIsOverdueOnlyIfChosen(RunStatus status, int minutes, Setting setting) {
        Watched run = Watched.in(status, NOW.minus(Duration.ofMinutes(minutes))).heard(NOW);
        assertThat(reason(SettingValues.USUAL, run)).isEmpty();
        assertThat(reason(chosen(setting, 1), run)).isPresent();
        assertThat(reason(chosen(setting, 1), Watched.in(status, NOW).heard(NOW)))
                .isEmpty();
    }

    @Test
    void endsWhatIsOverdueAlsoWhereStrongerEvidenceWouldNotEndIt() {
        Watched run = silentFor(APPLYING, Duration.ofHours(3));
        assertThat(reason(chosen(Setting.END_OVERDUE_APPLIES, 1), run))
                .map(Attention::kind)
                .contains("overdue");
    }

    @Test
    void neverEndsWhatIsOnlySilent() {
        Map<Setting, Long> all =
                Map.of(Setting.END_LOST_APPLIES, 1L, Setting.END_OVERDUE_PLANS, 1L, Setting.END_OVERDUE_APPLIES, 1L);
        Watched run = Watched.in(PLANNING, NOW.minus(Duration.ofMinutes(20)))
                .heard(NOW)
                .told(NOW, Optional.empty());
        assertThat(reason(new SettingValues(all), run)).isEmpty();
    }
}
