package dev.signalbox.app;

import dev.signalbox.app.cli.AccessPorts;
import dev.signalbox.app.notification.NotificationSettings;
import dev.signalbox.app.security.Argon2Secrets;
import dev.signalbox.app.security.SecureIds;
import dev.signalbox.domain.bulk.BulkEnd;
import dev.signalbox.domain.port.in.AccessControl;
import dev.signalbox.domain.port.in.AccountAdministration;
import dev.signalbox.domain.port.in.AttentionQueries;
import dev.signalbox.domain.port.in.AttentionWork;
import dev.signalbox.domain.port.in.AuditQueries;
import dev.signalbox.domain.port.in.BulkAdministration;
import dev.signalbox.domain.port.in.BulkEndWork;
import dev.signalbox.domain.port.in.Deletion;
import dev.signalbox.domain.port.in.Directory;
import dev.signalbox.domain.port.in.NotificationWork;
import dev.signalbox.domain.port.in.RunAdministration;
import dev.signalbox.domain.port.in.RunCommands;
import dev.signalbox.domain.port.in.RunLogs;
import dev.signalbox.domain.port.in.RunQueries;
import dev.signalbox.domain.port.in.RunnerReports;
import dev.signalbox.domain.port.in.SettingsAdministration;
import dev.signalbox.domain.port.in.TokenAdministration;
import dev.signalbox.domain.port.in.Users;
import dev.signalbox.domain.port.in.WorkspaceLocks;
import dev.signalbox.domain.port.out.AttentionSources;
import dev.signalbox.domain.port.out.Ids;
import dev.signalbox.domain.port.out.Listening;
import dev.signalbox.domain.port.out.Secrets;
import dev.signalbox.domain.service.AccessControlService;
import dev.signalbox.domain.service.AccountAdministrationService;
import dev.signalbox.domain.service.AttentionQueriesService;
import dev.signalbox.domain.service.AttentionWorkService;
import dev.signalbox.domain.service.AuditQueriesService;
import dev.signalbox.domain.service.BulkAdministrationService;
import dev.signalbox.domain.service.BulkEndWorkService;
import dev.signalbox.domain.service.DeletionService;
import dev.signalbox.domain.service.DirectoryService;
import dev.signalbox.domain.service.NotificationWorkService;
import dev.signalbox.domain.service.RunAdministrationService;
import dev.signalbox.domain.service.RunCommandsService;
import dev.signalbox.domain.service.RunLogsService;
import dev.signalbox.domain.service.RunQueriesService;
import dev.signalbox.domain.service.RunnerReportsService;
import dev.signalbox.domain.service.SettingsAdministrationService;
import dev.signalbox.domain.service.TokenAdministrationService;
import dev.signalbox.domain.service.UsersService;
import dev.signalbox.domain.service.WorkspaceLocksService;
import dev.signalbox.persistence.Persistence;
import java.time.InstantSource;
import javax.sql.DataSource;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts the services between the inbound and the outbound ports. */
@Configuration(proxyBeanMethods = false)
class Wiring {

    /** The ports that commands need, without Spring. */
    static AccessPorts accessPorts(DataSource database) {
        var wiring = new Wiring();
        var persistence = wiring.persistence(database);
        var ids = wiring.ids();
        var secrets = wiring.secrets();
        var time = wiring.time();
        return new AccessPorts(
                wiring.access(persistence, secrets, ids, time),
                wiring.accounts(persistence, secrets, ids, time),
                wiring.tokens(persistence, secrets, ids, time));
    }

    @Bean
    InstantSource time() {
        return InstantSource.system();
    }

    @Bean
    Ids ids() {
        return new SecureIds();
    }

    @Bean
    Persistence persistence(DataSource database) {
        return Persistence.over(database);
    }

    @Bean
    Secrets secrets() {
        return new Argon2Secrets();
    }

    @Bean
    AccessControl access(Persistence persistence, Secrets secrets, Ids ids, InstantSource time) {
        return new AccessControlService(
                persistence.accounts(), persistence.apiTokens(), persistence.auditTrail(), secrets, ids, time);
    }

    @Bean
    AccountAdministration accounts(Persistence persistence, Secrets secrets, Ids ids, InstantSource time) {
        return new AccountAdministrationService(persistence.accounts(), secrets, ids, time);
    }

    @Bean
    Users users(Persistence persistence) {
        return new UsersService(persistence.accounts());
    }

    @Bean
    TokenAdministration tokens(Persistence persistence, Secrets secrets, Ids ids, InstantSource time) {
        return new TokenAdministrationService(
                persistence.accounts(), persistence.apiTokens(), persistence.organizations(), secrets, ids, time);
    }

    @Bean
    Directory directory(Persistence persistence, Ids ids, InstantSource time) {
        return new DirectoryService(persistence.organizations(), persistence.workspaces(), ids, time);
    }

    @Bean
    WorkspaceLocks workspaceLocks(Persistence persistence, Ids ids, InstantSource time) {
        return new WorkspaceLocksService(persistence.workspaces(), ids, time);
    }

    @Bean
    Deletion deletion(Persistence persistence, Ids ids, InstantSource time) {
        return new DeletionService(
                persistence.deletions(),
                persistence.workspaces(),
                ids,
                time,
                problem -> LoggerFactory.getLogger(DeletionService.class)
                        .warn("a deletion has begun and goes on later, as it failed for now", problem));
    }

    @Bean
    AttentionSources attentionSources(Persistence persistence, Listening listening) {
        return new AttentionSources(persistence.watchedRuns(), persistence.chosenSettings(), listening);
    }

    @Bean
    AttentionQueries attentionQueries(Persistence persistence, AttentionSources sources, InstantSource time) {
        return new AttentionQueriesService(persistence.runs(), sources, time);
    }

    @Bean
    AttentionWork attentionWork(Persistence persistence, AttentionSources sources, Ids ids, InstantSource time) {
        return new AttentionWorkService(persistence.runs(), sources, persistence.attentionLog(), ids, time);
    }

    @Bean
    RunAdministration runAdministration(
            Persistence persistence, AttentionSources sources, Ids ids, InstantSource time) {
        return new RunAdministrationService(
                persistence.runs(),
                persistence.runOverviews(),
                persistence.workspaces(),
                persistence.auditTrail(),
                sources,
                ids,
                time);
    }

    @Bean
    NotificationWork notificationWork(Persistence persistence, NotificationSettings settings, InstantSource time) {
        return new NotificationWorkService(persistence.outbox(), settings.couriers(), time);
    }

    @Bean
    RunQueries runQueries(Persistence persistence) {
        return new RunQueriesService(persistence.runs(), persistence.workspaces());
    }

    @Bean
    RunLogs runLogs(Persistence persistence, InstantSource time) {
        return new RunLogsService(persistence.runs(), persistence.logs(), persistence.chosenSettings(), time);
    }

    @Bean
    RunCommands runCommands(Persistence persistence, Ids ids, InstantSource time) {
        return new RunCommandsService(persistence.runs(), persistence.workspaces(), ids, time);
    }

    @Bean
    RunnerReports runnerReports(Persistence persistence, Ids ids, InstantSource time) {
        return new RunnerReportsService(
                persistence.runs(),
                persistence.organizations(),
                persistence.workspaces(),
                persistence.chosenSettings(),
                ids,
                time);
    }

    @Bean
    SettingsAdministration settingsAdministration(Persistence persistence, Ids ids, InstantSource time) {
        return new SettingsAdministrationService(persistence.chosenSettings(), persistence.workspaces(), ids, time);
    }

    @Bean
    AuditQueries auditQueries(Persistence persistence, Ids ids, InstantSource time) {
        return new AuditQueriesService(persistence.auditTrail(), ids, time);
    }

    @Bean
    BulkAdministration bulkAdministration(
            Persistence persistence, AttentionSources sources, Ids ids, InstantSource time) {
        return new BulkAdministrationService(
                persistence.bulkEnds(),
                persistence.runOverviews(),
                sources,
                persistence.auditTrail(),
                ids,
                time,
                BulkEnd.MAX_RUNS);
    }

    @Bean
    BulkEndWork bulkEndWork(Persistence persistence, Ids ids, InstantSource time) {
        return new BulkEndWorkService(
                persistence.bulkEnds(), persistence.runs(), persistence.accounts(), Persistence::isAway, ids, time);
    }
}
