package dev.signalbox.app.jobs;

import dev.signalbox.domain.port.in.BulkEndWork;
import java.util.UUID;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.Scheduled;

/** Goes through the bulk ends that run; whatever fails is logged, and while the database is away it is tried again. */
@Configuration(proxyBeanMethods = false)
class BulkEndJob {

    /** So that a stop need not wait for long. */
    private static final int MAX_ROUNDS = 20;

    private final BulkEndWork work;

    /** Unlike that of any other server, and of this one before its restart: what that one leased expires soon. */
    private final String worker = UUID.randomUUID().toString();

    BulkEndJob(BulkEndWork work) {
        this.work = work;
    }

    @Scheduled(fixedDelayString = "PT1S")
    void advance() {
        boolean left = true;
        for (int round = 0; left && round < MAX_ROUNDS; round++) {
            left = work.advance(worker);
        }
    }
}
