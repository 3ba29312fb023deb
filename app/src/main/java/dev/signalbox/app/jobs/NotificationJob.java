package dev.signalbox.app.jobs;

import dev.signalbox.domain.notification.Channel;
import dev.signalbox.domain.notification.Pace;
import dev.signalbox.domain.port.in.NotificationWork;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.SchedulingConfigurer;
import org.springframework.scheduling.config.ScheduledTaskRegistrar;

/** Has what is to be told elsewhere delivered, each channel by a task of its own: a slow one holds up no other. */
@Configuration(proxyBeanMethods = false)
class NotificationJob implements SchedulingConfigurer {

    private static final Logger LOG = LoggerFactory.getLogger(NotificationJob.class);
    private static final Duration PAUSE = Duration.ofSeconds(2);

    private final NotificationWork work;

    NotificationJob(NotificationWork work) {
        this.work = work;
    }

    @Override
    public void configureTasks(ScheduledTaskRegistrar tasks) {
        for (var channel : Channel.values()) {
            tasks.addFixedDelayTask(new Serving(channel), PAUSE);
        }
    }

    /** Goes on where it was: two of its rounds are never at once. */
    private final class Serving implements Runnable {
        private final Channel channel;
        private Pace pace = Pace.FRESH;

        Serving(Channel channel) {
            this.channel = channel;
        }

        @Override
        public void run() {
            var round = work.deliver(channel, pace);
            pace = round.pace();
            round.failed().ifPresent(NotificationJob::log);
        }
    }

    private static void log(NotificationWork.Failed failed) {
        LOG.warn(
                "Notifications for {} not delivered, {} to be tried again, {} given up after a day: {}",
                failed.channel().label(),
                failed.putOff(),
                failed.givenUp(),
                failed.problem());
    }
}
