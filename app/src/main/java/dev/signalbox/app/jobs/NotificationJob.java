package dev.signalbox.app.jobs;

import dev.signalbox.domain.port.in.NotificationWork;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.Scheduled;

/** Has what is to be told elsewhere delivered. */
@Configuration(proxyBeanMethods = false)
class NotificationJob {

    private static final Logger LOG = LoggerFactory.getLogger(NotificationJob.class);

    private final NotificationWork work;

    NotificationJob(NotificationWork work) {
        this.work = work;
    }

    @Scheduled(fixedDelayString = "PT2S")
    void deliver() {
        work.deliver().forEach(NotificationJob::log);
    }

    private static void log(NotificationWork.Failed failed) {
        LOG.warn(
                "Notifications for {} not delivered, {} to be tried again, {} given up after a day: {}",
                failed.channel().label(),
                failed.putOff().size(),
                failed.givenUp().size(),
                failed.problem());
    }
}
