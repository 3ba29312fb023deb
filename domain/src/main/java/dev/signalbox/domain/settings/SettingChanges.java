package dev.signalbox.domain.settings;

import dev.signalbox.domain.refusal.Refusal;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** What is to be chosen anew; absent leads back to the value that holds without a choice. */
public record SettingChanges(Map<Setting, Optional<Long>> wanted) {

    /** Keeps a copy; refuses {@link Refusal.InvalidAttribute} a value that its setting cannot have. */
    public SettingChanges {
        wanted.forEach((setting, value) -> value.ifPresent(setting::checked));
        wanted = wanted.isEmpty() ? Map.of() : Collections.unmodifiableMap(new EnumMap<>(wanted));
    }

    /** Whether something is to be chosen other than it was. */
    public boolean alters(SettingValues before) {
        return !before.with(this).equals(before);
    }

    /**
     * For the audit: what is chosen other than it was, such as {@code silence-seconds from 900 s (default) to 600 s}.
     *
     * @param beneath what holds where nothing is chosen
     */
    public String words(SettingValues before, SettingValues beneath) {
        SettingValues after = before.with(this);
        return wanted.keySet().stream()
                .filter(setting -> !before.own(setting).equals(after.own(setting)))
                .map(setting -> setting.wireName() + " from " + words(setting, before, beneath) + " to "
                        + words(setting, after, beneath))
                .collect(Collectors.joining(", "));
    }

    private static String words(Setting setting, SettingValues values, SettingValues beneath) {
        return values.own(setting)
                .map(setting::words)
                .orElseGet(() -> setting.words(beneath.value(setting)) + " (default)");
    }
}
