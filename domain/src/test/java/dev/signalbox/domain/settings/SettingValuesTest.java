package dev.signalbox.domain.settings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.domain.refusal.Refusal;
import dev.signalbox.domain.testing.TestSignalbox;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class SettingValuesTest {

    @ParameterizedTest
    @CsvSource({
        "HEARTBEAT_LOST_SECONDS, PT30S",
        "SILENCE_SECONDS, PT15M",
        "PLANNING_SECONDS, PT30M",
        "POLICY_CHECKING_SECONDS, PT10M",
        "CONFIRMED_SECONDS, PT5M",
        "APPLYING_SECONDS, PT2H",
        "LOST_END_SECONDS, PT2M"
    })
    void areTheUsualOnesUntilOthersAreChosen(Setting setting, Duration usual) {
        assertThat(SettingValues.USUAL.time(setting)).isEqualTo(usual);
        assertThat(new SettingValues(Map.of(setting, 7L)).time(setting)).isEqualTo(Duration.ofSeconds(7));
    }

    @Test
    void endOnlyLostPlansUnlessMoreIsChosen() {
        assertThat(SettingValues.USUAL.isSet(Setting.END_LOST_PLANS)).isTrue();
        assertThat(SettingValues.USUAL.isSet(Setting.END_LOST_APPLIES)).isFalse();
        assertThat(SettingValues.USUAL.isSet(Setting.END_OVERDUE_PLANS)).isFalse();
        assertThat(SettingValues.USUAL.isSet(Setting.END_OVERDUE_APPLIES)).isFalse();
    }

    @ParameterizedTest
    @EnumSource
    void haveBounds(Setting setting) {
        long most = setting.kind() == Setting.Kind.FLAG ? 1 : 2_592_000;
        long least = setting.kind() == Setting.Kind.FLAG ? 0 : 1;
        assertThat(new SettingValues(Map.of(setting, most)).value(setting)).isEqualTo(most);
        assertThat(new SettingValues(Map.of(setting, least)).value(setting)).isEqualTo(least);
        for (long wrong : new long[] {least - 1, most + 1, Long.MAX_VALUE, Long.MIN_VALUE}) {
            assertThat(TestSignalbox.refusal(() -> new SettingValues(Map.of(setting, wrong))))
                    .isEqualTo(new Refusal.InvalidAttribute(setting.wireName(), setting.problem()));
            assertThat(TestSignalbox.refusal(() -> new SettingChanges(Map.of(setting, Optional.of(wrong)))))
                    .isInstanceOf(Refusal.InvalidAttribute.class);
        }
    }

    @Test
    void standOverOthersOneByOne() {
        SettingValues base = new SettingValues(Map.of(Setting.PLANNING_SECONDS, 1L, Setting.APPLYING_SECONDS, 2L));
        SettingValues over = new SettingValues(Map.of(Setting.APPLYING_SECONDS, 3L));
        assertThat(over.over(base).chosen())
                .isEqualTo(Map.of(Setting.PLANNING_SECONDS, 1L, Setting.APPLYING_SECONDS, 3L));
        assertThat(over.over(SettingValues.USUAL)).isEqualTo(over);
        assertThat(SettingValues.USUAL.over(base)).isEqualTo(base);
    }

    @Test
    void changeAndReturnToTheUsual() {
        SettingValues base = new SettingValues(Map.of(Setting.PLANNING_SECONDS, 1L));
        SettingChanges changes = new SettingChanges(
                Map.of(Setting.PLANNING_SECONDS, Optional.empty(), Setting.END_LOST_PLANS, Optional.of(0L)));
        assertThat(base.with(changes).chosen()).isEqualTo(Map.of(Setting.END_LOST_PLANS, 0L));
        assertThat(changes.words(base, SettingValues.USUAL))
                .isEqualTo("planning-seconds from 1 s to 1800 s (default), end-lost-plans from yes (default) to no");
        assertThat(changes.words(SettingValues.USUAL, base)).isEqualTo("end-lost-plans from yes (default) to no");
    }

    @Test
    void areLoweredWhereOthersAreLower() {
        SettingValues low = new SettingValues(Map.of(Setting.SILENCE_SECONDS, 5L, Setting.APPLYING_SECONDS, 100_000L));
        SettingValues lowered = SettingValues.USUAL.loweredBy(low);
        assertThat(lowered.time(Setting.SILENCE_SECONDS)).isEqualTo(Duration.ofSeconds(5));
        assertThat(lowered.time(Setting.APPLYING_SECONDS)).isEqualTo(Duration.ofHours(2));
        assertThat(lowered.time(Setting.PLANNING_SECONDS)).isEqualTo(Duration.ofMinutes(30));
    }
}
