package dev.signalbox.domain.settings;

import dev.signalbox.domain.refusal.Refusal;
import java.time.Duration;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/** The values that somebody has chosen; what nobody has chosen is as usual. */
public record SettingValues(Map<Setting, Long> chosen) {

    /** Nothing chosen. */
    public static final SettingValues USUAL = new SettingValues(Map.of());

    /** Keeps a copy; refuses {@link Refusal.InvalidAttribute} a value that its setting cannot have. */
    public SettingValues {
        chosen.forEach(Setting::checked);
        chosen = chosen.isEmpty() ? Map.of() : Collections.unmodifiableMap(new EnumMap<>(chosen));
    }

    /** These values, where something is chosen, and the other ones elsewhere. */
    public SettingValues over(SettingValues other) {
        if (chosen.isEmpty() || other.chosen.isEmpty()) {
            return chosen.isEmpty() ? other : this;
        }
        Map<Setting, Long> both = new EnumMap<>(other.chosen);
        both.putAll(chosen);
        return new SettingValues(both);
    }

    /** These values, changed; refuses {@link Refusal.InvalidAttribute} as this type does. */
    public SettingValues with(SettingChanges changes) {
        Map<Setting, Long> next = new EnumMap<>(Setting.class);
        next.putAll(chosen);
        changes.wanted()
                .forEach((setting, value) ->
                        value.ifPresentOrElse(number -> next.put(setting, number), () -> next.remove(setting)));
        return new SettingValues(next);
    }

    /** These values, but the lower ones where the others chose lower ones. */
    public SettingValues loweredBy(SettingValues others) {
        Map<Setting, Long> lowered = new EnumMap<>(Setting.class);
        lowered.putAll(chosen);
        others.chosen.forEach((setting, value) -> lowered.put(setting, Math.min(value, value(setting))));
        return new SettingValues(lowered);
    }

    /** The value that somebody has chosen. */
    public Optional<Long> own(Setting setting) {
        return Optional.ofNullable(chosen.get(setting));
    }

    /** The value that holds. */
    public long value(Setting setting) {
        return chosen.getOrDefault(setting, setting.usual());
    }

    /** The time that holds, of a setting in seconds. */
    public Duration time(Setting setting) {
        return Duration.ofSeconds(value(setting));
    }

    /** Whether it holds, of a setting that is yes or no. */
    public boolean isSet(Setting setting) {
        return value(setting) != 0;
    }
}
