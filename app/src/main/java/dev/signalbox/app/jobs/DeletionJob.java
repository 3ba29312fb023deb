package dev.signalbox.app.jobs;

import dev.signalbox.domain.port.in.Deletion;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.Scheduled;

/**
 * Finishes what was too much to delete at once, or what a server that has stopped had begun to delete. Any number of
 * instances may do so together.
 */
@Configuration(proxyBeanMethods = false)
class DeletionJob {

    /** So many batches for each workspace at a time, so that a stop need not wait for long. */
    private static final int MAX_ROUNDS = 20;

    private final Deletion deletion;

    DeletionJob(Deletion deletion) {
        this.deletion = deletion;
    }

    @Scheduled(fixedDelayString = "PT2S")
    void carryOn() {
        boolean left = true;
        for (int round = 0; left && round < MAX_ROUNDS; round++) {
            left = deletion.carryOn();
        }
    }
}
