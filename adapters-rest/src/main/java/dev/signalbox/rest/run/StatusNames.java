package dev.signalbox.rest.run;

import dev.signalbox.domain.run.RunStatus;

/** Statuses as parts of member names, where they have hyphens; as values they keep their underscores. */
final class StatusNames {

    private StatusNames() {}

    static String hyphenated(RunStatus status) {
        return status.wireName().replace('_', '-');
    }
}
