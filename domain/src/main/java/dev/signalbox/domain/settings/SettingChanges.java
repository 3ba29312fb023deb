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

    /** For the audit, such as {@code silence-seconds: 600 s, end-lost-plans: default}. */
    public String words() {
        return wanted.entrySet().stream()
                .map(entry -> entry.getKey().wireName() + ": "
                        + entry.getValue().map(entry.getKey()::words).orElse("default"))
                .collect(Collectors.joining(", "));
    }
}
