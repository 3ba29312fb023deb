package dev.signalbox.app.jobs;

import dev.signalbox.domain.port.in.AttentionWork;
import java.time.InstantSource;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.Scheduled;

/** Sees to runs that need attention, within seconds after their limit. */
@Configuration(proxyBeanMethods = false)
class AttentionJob {

    private final AttentionWork work;
    private final ListeningClock listening;
    private final InstantSource time;

    AttentionJob(AttentionWork work, ListeningClock listening, InstantSource time) {
        this.work = work;
        this.listening = listening;
        this.time = time;
    }

    @Scheduled(fixedDelayString = "PT5S")
    void act() {
        work.act();
        listening.look(time.instant());
    }
}
