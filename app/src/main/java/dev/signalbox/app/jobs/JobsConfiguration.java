package dev.signalbox.app.jobs;

import java.time.InstantSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.TaskScheduler;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.concurrent.ThreadPoolTaskScheduler;

/** Gives each job a thread, so that a slow one, such as a mail server that does not answer, holds up no other. */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
class JobsConfiguration {

    /** As many as there are jobs, with some to spare. */
    private static final int THREADS = 6;

    @Bean
    ListeningClock listening(InstantSource time) {
        return new ListeningClock(time, System::nanoTime);
    }

    @Bean
    TaskScheduler taskScheduler() {
        var scheduler = new ThreadPoolTaskScheduler();
        scheduler.setPoolSize(THREADS);
        scheduler.setThreadNamePrefix("job-");
        return scheduler;
    }
}
