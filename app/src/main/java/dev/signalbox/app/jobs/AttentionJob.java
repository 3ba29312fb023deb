package dev.signalbox.app.jobs;

import dev.signalbox.domain.port.in.AttentionWork;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.Scheduled;

/** Sees to runs that need attention, within seconds after their limit. */
@Configuration(proxyBeanMethods = false)
class AttentionJob {

    private final AttentionWork work;

    AttentionJob(AttentionWork work) {
        this.work = work;
    }

    @Scheduled(fixedDelayString = "PT5S")
    void act() {
        work.act();
    }
}
