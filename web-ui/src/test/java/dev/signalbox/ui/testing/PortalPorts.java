package dev.signalbox.ui.testing;

import dev.signalbox.domain.access.Actor;
import dev.signalbox.domain.attention.Assessment;
import dev.signalbox.domain.port.in.AccessControl;
import dev.signalbox.domain.port.in.AttentionQueries;
import dev.signalbox.domain.port.in.AuditQueries;
import dev.signalbox.domain.port.in.RunAdministration;
import dev.signalbox.domain.port.in.RunCommands;
import dev.signalbox.domain.port.in.RunLogs;
import dev.signalbox.domain.port.in.RunQueries;
import dev.signalbox.domain.run.RunId;
import dev.signalbox.domain.testing.TestSignalbox;
import java.time.InstantSource;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.beans.factory.config.ConfigurableBeanFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Scope;

/** The inbound ports of a Signalbox that each test replaces: every view gets those of the present one. */
@Configuration(proxyBeanMethods = false)
public class PortalPorts {

    private final AtomicInteger assessments = new AtomicInteger();
    private volatile TestSignalbox box = TestSignalbox.inMemory();

    /** The Signalbox that views created from now on belong to. */
    public TestSignalbox box() {
        return box;
    }

    /** Puts an empty Signalbox in the place of the one before. */
    public TestSignalbox renew() {
        box = TestSignalbox.inMemory();
        return box;
    }

    /** How often a run was assessed for any view. */
    public int assessments() {
        return assessments.get();
    }

    @Bean
    @Scope(ConfigurableBeanFactory.SCOPE_PROTOTYPE)
    RunAdministration runAdministration() {
        return box.administration();
    }

    @Bean
    @Scope(ConfigurableBeanFactory.SCOPE_PROTOTYPE)
    AttentionQueries attentionQueries() {
        AttentionQueries queries = box.attention();
        return new AttentionQueries() {
            @Override
            public Assessment ofRun(RunId run, Actor actor) {
                assessments.incrementAndGet();
                return queries.ofRun(run, actor);
            }

            @Override
            public Map<RunId, Assessment> ofRuns(Set<RunId> runs, Actor actor) {
                return queries.ofRuns(runs, actor);
            }
        };
    }

    @Bean
    @Scope(ConfigurableBeanFactory.SCOPE_PROTOTYPE)
    RunCommands runCommands() {
        return box.commands();
    }

    @Bean
    @Scope(ConfigurableBeanFactory.SCOPE_PROTOTYPE)
    RunQueries runQueries() {
        return box.queries();
    }

    @Bean
    @Scope(ConfigurableBeanFactory.SCOPE_PROTOTYPE)
    RunLogs runLogs() {
        return box.logs();
    }

    @Bean
    @Scope(ConfigurableBeanFactory.SCOPE_PROTOTYPE)
    AuditQueries auditQueries() {
        return box.audit();
    }

    @Bean
    @Scope(ConfigurableBeanFactory.SCOPE_PROTOTYPE)
    AccessControl accessControl() {
        return box.access();
    }

    @Bean
    @Scope(ConfigurableBeanFactory.SCOPE_PROTOTYPE)
    InstantSource clock() {
        return box.clock();
    }
}
