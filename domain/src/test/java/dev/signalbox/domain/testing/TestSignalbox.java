package dev.signalbox.domain.testing;

import dev.signalbox.domain.access.Actor;
import dev.signalbox.domain.access.RequestOrigin;
import dev.signalbox.domain.access.Role;
import dev.signalbox.domain.organization.OrganizationName;
import dev.signalbox.domain.port.in.AccessControl;
import dev.signalbox.domain.port.in.AccountAdministration;
import dev.signalbox.domain.port.in.AttentionQueries;
import dev.signalbox.domain.port.in.AttentionWork;
import dev.signalbox.domain.port.in.AuditQueries;
import dev.signalbox.domain.port.in.BulkAdministration;
import dev.signalbox.domain.port.in.BulkEndWork;
import dev.signalbox.domain.port.in.Deletion;
import dev.signalbox.domain.port.in.Directory;
import dev.signalbox.domain.port.in.NewRun;
import dev.signalbox.domain.port.in.RunAdministration;
import dev.signalbox.domain.port.in.RunCommands;
import dev.signalbox.domain.port.in.RunLogs;
import dev.signalbox.domain.port.in.RunQueries;
import dev.signalbox.domain.port.in.RunnerReceipt;
import dev.signalbox.domain.port.in.RunnerReports;
import dev.signalbox.domain.port.in.RunnerSubmission;
import dev.signalbox.domain.port.in.SettingsAdministration;
import dev.signalbox.domain.port.in.TokenAdministration;
import dev.signalbox.domain.port.in.Users;
import dev.signalbox.domain.port.in.WorkspaceLocks;
import dev.signalbox.domain.port.out.AttentionSources;
import dev.signalbox.domain.queue.RunInWorkspace;
import dev.signalbox.domain.refusal.Refusal;
import dev.signalbox.domain.refusal.Refused;
import dev.signalbox.domain.run.PlanOutcome;
import dev.signalbox.domain.run.ProcessExit;
import dev.signalbox.domain.run.RunId;
import dev.signalbox.domain.run.RunStatus;
import dev.signalbox.domain.run.RunnerEvent;
import dev.signalbox.domain.run.RunnerReport;
import dev.signalbox.domain.service.AccessControlService;
import dev.signalbox.domain.service.AccountAdministrationService;
import dev.signalbox.domain.service.AttentionQueriesService;
import dev.signalbox.domain.service.AttentionWorkService;
import dev.signalbox.domain.service.AuditQueriesService;
import dev.signalbox.domain.service.BulkAdministrationService;
import dev.signalbox.domain.service.BulkEndWorkService;
import dev.signalbox.domain.service.DeletionService;
import dev.signalbox.domain.service.DirectoryService;
import dev.signalbox.domain.service.RunAdministrationService;
import dev.signalbox.domain.service.RunCommandsService;
import dev.signalbox.domain.service.RunLogsService;
import dev.signalbox.domain.service.RunQueriesService;
import dev.signalbox.domain.service.RunnerReportsService;
import dev.signalbox.domain.service.SettingsAdministrationService;
import dev.signalbox.domain.service.TokenAdministrationService;
import dev.signalbox.domain.service.UsersService;
import dev.signalbox.domain.service.WorkspaceLocksService;
import dev.signalbox.domain.workspace.Workspace;
import dev.signalbox.domain.workspace.WorkspaceName;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A whole Signalbox without an edge: every service over one store, a clock that a test moves, and someone of each role.
 *
 * <p>{@code var box = TestSignalbox.inMemory(); RunId run = box.bring("acme", "network", APPLYING);}
 */
public final class TestSignalbox {

    /** The most runs that a bulk end takes here: few, so that a test can bring more. */
    public static final int MAX_BULK_RUNS = 300;

    private static final NewRun USUAL = new NewRun(false, false, false, Optional.empty());

    private final SettableClock clock = new SettableClock();
    private final SequentialIds ids = new SequentialIds();
    private final TestSecrets secrets = new TestSecrets();
    private final Store store;
    private final AccessControl access;
    private final TestTokens tokens;

    private TestSignalbox(Store store) {
        this.store = store;
        this.access = new AccessControlService(store.accounts(), store.tokens(), store.audit(), secrets, ids, clock);
        this.tokens = new TestTokens(tokens());
    }

    /** A Signalbox in memory. */
    public static TestSignalbox inMemory() {
        return over(Store.inMemory());
    }

    /** A Signalbox over an empty store. */
    public static TestSignalbox over(Store store) {
        return new TestSignalbox(store);
    }

    /** The clock that every service reads. */
    public SettableClock clock() {
        return clock;
    }

    /** Where every service takes identities from. */
    public SequentialIds ids() {
        return ids;
    }

    /** The secrets behind {@link #access()}. */
    public TestSecrets secrets() {
        return secrets;
    }

    /** The store under every service. */
    public Store store() {
        return store;
    }

    /** The inbound port for administration. */
    public RunAdministration administration() {
        return new RunAdministrationService(
                store.runs(), store.overviews(), store.workspaces(), store.audit(), attentionSources(), ids, clock);
    }

    /** A server that has listened since the clock began. */
    private AttentionSources attentionSources() {
        return new AttentionSources(
                store.watched(), store.settings(), new SettableListening(() -> SettableClock.START));
    }

    /** The inbound port for attention. */
    public AttentionQueries attention() {
        return new AttentionQueriesService(store.runs(), attentionSources(), clock);
    }

    /** The server's own work on runs that need attention. */
    public AttentionWork attentionWork() {
        return new AttentionWorkService(store.runs(), attentionSources(), store.attentionLog(), ids, clock);
    }

    /** The inbound port for bulk ends. */
    public BulkAdministration bulk() {
        return new BulkAdministrationService(
                store.bulkEnds(), store.overviews(), attentionSources(), store.audit(), ids, clock, MAX_BULK_RUNS);
    }

    /** The server's own work on bulk ends. */
    public BulkEndWork bulkWork() {
        return new BulkEndWorkService(store.bulkEnds(), store.runs(), store.accounts(), _ -> false, ids, clock);
    }

    /** The inbound port for looking up runs. */
    public RunQueries queries() {
        return new RunQueriesService(store.runs(), store.workspaces());
    }

    /** The inbound port for users' decisions. */
    public RunCommands commands() {
        return new RunCommandsService(store.runs(), store.workspaces(), ids, clock);
    }

    /** The inbound port for runners. */
    public RunnerReports reports() {
        return new RunnerReportsService(
                store.runs(), store.organizations(), store.workspaces(), store.settings(), ids, clock);
    }

    /** The inbound port for what commands print. */
    public RunLogs logs() {
        return new RunLogsService(store.runs(), store.logs(), store.settings(), clock);
    }

    /** The inbound port for organizations and workspaces. */
    public Directory directory() {
        return new DirectoryService(store.organizations(), store.workspaces(), ids, clock);
    }

    /** The inbound port for locks. */
    public WorkspaceLocks locks() {
        return new WorkspaceLocksService(store.workspaces(), ids, clock);
    }

    /** The inbound port for deleting. */
    public Deletion deletion() {
        return new DeletionService(store.deletions(), store.workspaces(), ids, clock, problem -> {
            throw problem;
        });
    }

    /** The inbound port for who gets in. */
    public AccessControl access() {
        return access;
    }

    /** The inbound port for accounts. */
    public AccountAdministration accounts() {
        return new AccountAdministrationService(store.accounts(), secrets, ids, clock);
    }

    /** The inbound port for looking up whose an account is. */
    public Users users() {
        return new UsersService(store.accounts());
    }

    /** The inbound port for tokens. */
    public TokenAdministration tokens() {
        return new TokenAdministrationService(
                store.accounts(), store.tokens(), store.organizations(), secrets, ids, clock);
    }

    /** The inbound port for settings. */
    public SettingsAdministration settings() {
        return new SettingsAdministrationService(store.settings(), store.workspaces(), ids, clock);
    }

    /** The inbound port for the audit. */
    public AuditQueries audit() {
        return new AuditQueriesService(store.audit(), ids, clock);
    }

    /** A site admin with a token of its own. */
    public Actor admin() {
        return tokens.actor("admin-bot", Role.SITE_ADMIN);
    }

    /** Someone of support. */
    public Actor support() {
        return tokens.actor("support-bot", Role.SUPPORT);
    }

    /** A user whose token reaches every organization. */
    public Actor user() {
        return tokens.actor("user-bot", Role.USER);
    }

    /** A runner whose token reaches every organization. */
    public Actor runner() {
        return tokens.actor("runner-bot", Role.RUNNER);
    }

    /** Another runner. */
    public Actor otherRunner() {
        return tokens.actor("other-runner-bot", Role.RUNNER);
    }

    /** The same account with another token. */
    public Actor again(Actor actor) {
        return tokens.again(actor);
    }

    /** Someone of the role with a token that is restricted to the organizations, which are created. */
    public Actor restricted(Role role, String... organizations) {
        Set<OrganizationName> names =
                Arrays.stream(organizations).map(OrganizationName::new).collect(Collectors.toSet());
        names.forEach(this::organization);
        return tokens.restricted(role, names);
    }

    /** The text of an actor's token, as it would stand in a request. */
    public String token(Actor actor) {
        return tokens.text(actor);
    }

    /** The actor as it comes with another request. */
    public static Actor from(Actor actor, RequestOrigin origin) {
        return new Actor(actor.account(), actor.name(), actor.role(), actor.token(), actor.organizations(), origin);
    }

    /** The workspace, created with its organization where missing. */
    public Workspace workspace(String organization, String name) {
        OrganizationName owner = new OrganizationName(organization);
        organization(owner);
        WorkspaceName wanted = new WorkspaceName(name);
        return store.workspaces()
                .find(owner, wanted)
                .orElseGet(() -> directory().createWorkspace(owner, wanted, Optional.empty(), admin()));
    }

    /** A run that the runner has just submitted. */
    public RunId submit(String organization, String workspace) {
        return submit(organization, workspace, USUAL);
    }

    /** A run as asked for that the runner has just submitted. */
    public RunId submit(String organization, String workspace, NewRun run) {
        String key = "key-" + ids.run().value();
        RunnerSubmission submission = new RunnerSubmission(
                new OrganizationName(organization), new WorkspaceName(workspace), true, key, run, Optional.empty());
        return reports().submit(submission, runner()).receipt().run();
    }

    /** A run that the runner has submitted and brought to the status, on the shortest way and through the services. */
    public RunId bring(String organization, String workspace, RunStatus status) {
        RunId run = submit(organization, workspace);
        TestRunner.bring(this, run, status);
        return run;
    }

    /** The runner's next report of the run. */
    public RunnerReceipt report(RunId run, RunnerEvent event) {
        return report(run, event, ProcessExit.UNKNOWN);
    }

    /** The runner's next report of the run, with how the process ended; a plan finishes with changes. */
    public RunnerReceipt report(RunId run, RunnerEvent event, ProcessExit exit) {
        Optional<PlanOutcome> changes =
                event == RunnerEvent.PLAN_FINISHED ? Optional.of(PlanOutcome.of(true)) : Optional.empty();
        return reports()
                .report(run, new RunnerReport(nextNumber(run), event, changes, exit, Optional.empty()), runner());
    }

    /** The runner's next report, of a plan without changes. */
    public RunnerReceipt reportPlanWithoutChanges(RunId run) {
        RunnerReport report = new RunnerReport(
                nextNumber(run),
                RunnerEvent.PLAN_FINISHED,
                Optional.of(PlanOutcome.of(false)),
                ProcessExit.UNKNOWN,
                Optional.empty());
        return reports().report(run, report, runner());
    }

    /** The number that the run's next report has. */
    public int nextNumber(RunId run) {
        return seen(run).run().lastReport().number() + 1;
    }

    /** The run where it stands. */
    public RunInWorkspace seen(RunId run) {
        return store.runs().find(run).orElseThrow();
    }

    private void organization(OrganizationName name) {
        if (store.organizations().find(name).isEmpty()) {
            directory().createOrganization(name, Optional.empty(), admin());
        }
    }

    /** The refusal with which something ends; fails if it does not. */
    public static Refusal refusal(Runnable act) {
        try {
            act.run();
        } catch (Refused refused) {
            return refused.refusal();
        }
        throw new AssertionError("was not refused");
    }
}
