package dev.signalbox.domain.settings;

import dev.signalbox.domain.refusal.Refusal;
import dev.signalbox.domain.refusal.Refused;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * One thing that can be set, for the installation and, over it, for a workspace. Its value is a whole number: of
 * seconds, or 1 for yes and 0 for no.
 */
public enum Setting {
    /** How long a runner may not be heard of. */
    HEARTBEAT_LOST_SECONDS(Kind.SECONDS, 30),
    /** How long a command that plans or applies may print nothing while its runner is heard of. */
    SILENCE_SECONDS(Kind.SECONDS, 15 * 60),
    PLANNING_SECONDS(Kind.SECONDS, 30 * 60),
    POLICY_CHECKING_SECONDS(Kind.SECONDS, 10 * 60),
    CONFIRMED_SECONDS(Kind.SECONDS, 5 * 60),
    APPLYING_SECONDS(Kind.SECONDS, 2 * 60 * 60),
    /** How long the end of a process may go unconfirmed once it was asked for. */
    END_UNCONFIRMED_SECONDS(Kind.SECONDS, 60),
    /** How long a run may be pending without any runner having been heard of. */
    NO_RUNNER_SECONDS(Kind.SECONDS, 5 * 60),
    /** How long a runner may not be heard of before its run is ended, where {@code END_LOST_…} says so. */
    LOST_END_SECONDS(Kind.SECONDS, 2 * 60),
    /** A run that is pending, plans or checks policies and whose runner is lost ends as errored. */
    END_LOST_PLANS(Kind.FLAG, 1),
    /** An apply whose runner is lost ends as errored; the workspace stays held. */
    END_LOST_APPLIES(Kind.FLAG, 0),
    /** A run that plans or checks policies longer than its limit ends as errored. */
    END_OVERDUE_PLANS(Kind.FLAG, 0),
    /** A run that is confirmed or applies longer than its limit ends as errored. */
    END_OVERDUE_APPLIES(Kind.FLAG, 0),
    /** Runners send the whole of what their commands print. */
    SHARE_LOG(Kind.FLAG, 0);

    /** What the number means. */
    public enum Kind {
        SECONDS,
        FLAG
    }

    /** The longest time that can be set. */
    public static final Duration LONGEST = Duration.ofDays(30);

    private final Kind kind;
    private final long usual;
    private final String wireName = name().toLowerCase(Locale.ROOT).replace('_', '-');

    Setting(Kind kind, long usual) {
        this.kind = kind;
        this.usual = usual;
    }

    /** What the value means. */
    public Kind kind() {
        return kind;
    }

    /** The value where nobody has chosen another. */
    public long usual() {
        return usual;
    }

    /** The name in the API and in storage: lower case with hyphens. */
    public String wireName() {
        return wireName;
    }

    /** Reads {@link #wireName()}; an unknown name is absent. */
    public static Optional<Setting> ofWireName(String name) {
        return Arrays.stream(values())
                .filter(setting -> setting.wireName.equals(name))
                .findFirst();
    }

    /** The value for people: {@code 90 s}, {@code yes} or {@code no}. */
    public String words(long value) {
        return switch (kind) {
            case SECONDS -> value + " s";
            case FLAG -> value == 0 ? "no" : "yes";
        };
    }

    /** The value; refuses {@link Refusal.InvalidAttribute} one that the setting cannot have. */
    long checked(long value) {
        boolean holds = switch (kind) {
            case SECONDS -> value >= 1 && value <= LONGEST.toSeconds();
            case FLAG -> value == 0 || value == 1;
        };
        if (!holds) {
            throw new Refused(new Refusal.InvalidAttribute(wireName, problem()));
        }
        return value;
    }

    /** What is wrong with a value that the setting cannot have, to follow its name in a sentence. */
    public String problem() {
        return switch (kind) {
            case SECONDS -> "must be a whole number of seconds from 1 to " + LONGEST.toSeconds() + ", or null";
            case FLAG -> "must be true, false or null";
        };
    }
}
