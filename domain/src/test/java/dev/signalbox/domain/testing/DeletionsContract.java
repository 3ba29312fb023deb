package dev.signalbox.domain.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.signalbox.domain.access.Account;
import dev.signalbox.domain.access.ApiToken;
import dev.signalbox.domain.access.ApiTokenId;
import dev.signalbox.domain.access.Role;
import dev.signalbox.domain.audit.AuditEvent;
import dev.signalbox.domain.organization.OrganizationName;
import dev.signalbox.domain.page.Page;
import dev.signalbox.domain.port.out.ApiTokens;
import dev.signalbox.domain.port.out.Deletions;
import dev.signalbox.domain.port.out.DoomedRuns;
import dev.signalbox.domain.port.out.RunChange;
import dev.signalbox.domain.port.out.RunOverviews;
import dev.signalbox.domain.port.out.WorkspaceChange;
import dev.signalbox.domain.queue.Blocker;
import dev.signalbox.domain.queue.WorkspaceUse;
import dev.signalbox.domain.refusal.Refusal;
import dev.signalbox.domain.refusal.Refused;
import dev.signalbox.domain.refusal.Subject;
import dev.signalbox.domain.run.Ending;
import dev.signalbox.domain.run.Heartbeat;
import dev.signalbox.domain.run.ProcessExit;
import dev.signalbox.domain.run.Run;
import dev.signalbox.domain.run.RunFilter;
import dev.signalbox.domain.run.RunId;
import dev.signalbox.domain.run.RunOverview;
import dev.signalbox.domain.run.RunQuery;
import dev.signalbox.domain.run.RunSearch;
import dev.signalbox.domain.run.RunStatus;
import dev.signalbox.domain.run.RunnerEvent;
import dev.signalbox.domain.run.RunnerReport;
import dev.signalbox.domain.run.StatusCounts;
import dev.signalbox.domain.run.TimelineEntry;
import dev.signalbox.domain.run.WorkspaceRunQuery;
import dev.signalbox.domain.workspace.Workspace;
import dev.signalbox.domain.workspace.WorkspaceName;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What is deleted is found by nobody from the first moment on, and vanishes in batches between which all counts fit. */
public abstract class DeletionsContract extends StoreContract {

    private static final OrganizationName ACME = new OrganizationName("acme");
    private static final WorkspaceName NETWORK = new WorkspaceName("network");

    @Test
    void seesEverythingThatIsGoingOn() {
        Workspace workspace = workspace("acme", "network");
        keep(aRun(workspace).in(RunStatus.APPLIED));
        Run held = keep(aRun(workspace).ending(RunStatus.APPLYING, Ending.Stage.REQUESTED));
        Run pending = keep(aRun(workspace).in(RunStatus.PENDING));
        Run planOnly = keep(aRun(workspace).planOnly().in(RunStatus.PLANNING));
        keep(aRun(workspace("acme", "storage")).in(RunStatus.APPLYING));
        List<WorkspaceUse> seen = new ArrayList<>();

        store.deletions().begin(workspace.id(), use -> {
            seen.add(use);
            return event();
        });

        assertThat(seen).singleElement().satisfies(use -> {
            assertThat(use.workspace()).isEqualTo(workspace);
            assertThat(use.oldest()).contains(new Blocker.RunAhead(pending.id(), RunStatus.PENDING));
            assertThat(use.running()).containsExactly(planOnly.id());
            assertThat(use.runningCount()).isEqualTo(1);
            assertThat(use.openEndings()).extracting(open -> open.run()).containsExactly(held.id());
        });
    }

    @Test
    void seesOfVeryMuchThatIsGoingOnHowMuchItIs() {
        Workspace workspace = workspace("acme", "network");
        List<RunId> running = new ArrayList<>();
        for (int i = 0; i < WorkspaceUse.MAX_RUNNING + 3; i++) {
            running.add(keep(aRun(workspace).planOnly().in(RunStatus.PLANNING)).id());
        }
        Workspace quiet = workspace("acme", "storage");
        List<WorkspaceUse> seen = new ArrayList<>();

        store.deletions()
                .begin(
                        ACME,
                        _ -> new Deletions.Audit(
                                event(),
                                use -> {
                                    seen.add(use);
                                    return event();
                                },
                                _ -> event()));

        assertThat(seen).extracting(WorkspaceUse::workspace).containsExactly(workspace, quiet);
        assertThat(seen.getFirst().running()).isEqualTo(running.subList(0, WorkspaceUse.MAX_RUNNING));
        assertThat(seen.getFirst().runningCount()).isEqualTo(running.size());
        assertThat(seen.getLast().oldest()).isEmpty();
        assertThat(seen.getLast().runningCount()).isZero();
    }

    @Test
    void isFoundByNobodyFromTheFirstMomentOn() {
        Workspace workspace = workspace("acme", "network");
        Workspace other = workspace("acme", "storage");
        keep(aRun(workspace).in(RunStatus.PLANNED));

        assertThat(begin(workspace)).isTrue();

        assertThat(store.workspaces().find(workspace.id())).isEmpty();
        assertThat(store.workspaces().find(ACME, NETWORK)).isEmpty();
        assertThat(store.workspaces().list(ACME, ALL).items()).containsExactly(other);
        assertThat(store.workspaces().list(ACME, ALL).totalCount()).isEqualTo(1);
        assertThat(store.workspaces().update(workspace.id(), seen -> new WorkspaceChange(seen, event())))
                .isEmpty();
        assertThat(store.runs().add(aRun(workspace).in(RunStatus.PENDING), List.of(event())))
                .isEmpty();
        assertThat(begin(workspace)).isFalse();
        assertThat(store.deletions().begun()).containsExactly(workspace.id());
    }

    @Test
    void leavesItsRunsToNoRuleOfAttentionAndToNoBulkEnd() {
        Workspace workspace = workspace("acme", "network");
        Run run = keep(aRun(workspace).in(RunStatus.PLANNING));
        Run other = keep(aRun(workspace("acme", "storage")).in(RunStatus.PLANNING));

        begin(workspace);

        assertThat(store.watched().around(Set.of(run.id()))).isEmpty();
        RunOverviews.ActiveRuns active = store.overviews().active(RunFilter.of(Optional.empty(), Optional.empty()), 10);
        assertThat(active.ids()).containsExactly(other.id());
        assertThat(active.count()).isEqualTo(1);
    }

    @Test
    void hidesItsRunsWhileTheyVanishButForTheListOfAll() {
        Workspace workspace = workspace("acme", "network");
        Run run = keep(aRun(workspace).in(RunStatus.APPLIED));
        List<RunId> touched = new ArrayList<>();

        begin(workspace);

        assertThat(store.runs().find(run.id())).isEmpty();
        assertThat(store.runs().findByPlan(run.plan().id())).isEmpty();
        assertThat(store.runs().findByApply(run.apply().id())).isEmpty();
        assertThat(store.runs().update(run.id(), seen -> {
                    touched.add(seen.run().id());
                    return RunChange.untraced(seen.run());
                }))
                .isEmpty();
        assertThat(store.runs().beat(run.id(), seen -> {
                    touched.add(seen.run().id());
                    return Optional.of(Heartbeat.at(NOON));
                }))
                .isEmpty();
        assertThat(store.runs().ofWorkspace(workspace.id(), new WorkspaceRunQuery(ALL)))
                .isEqualTo(new Page<>(List.of(), ALL, 0));
        assertThat(touched).isEmpty();
        assertThat(listed()).containsExactly(run);
    }

    @Test
    void freesTheNameAtOnce() {
        Workspace old = workspace("acme", "network");
        keep(aRun(old).in(RunStatus.PLANNED));
        begin(old);

        Workspace young = workspace("acme", "NETWORK");
        Run run = keep(aRun(young).in(RunStatus.PENDING));

        assertThat(store.workspaces().find(ACME, NETWORK)).contains(young);
        assertThat(carryOnToTheEnd(old)).isEqualTo(1);
        assertThat(store.workspaces().find(ACME, NETWORK)).contains(young);
        assertThat(found(run)).isEqualTo(run);
        assertThat(count()).isEqualTo(1);
    }

    @Test
    void endsWhatHadNotEndedAndKeepsTheAudit() {
        Workspace workspace = workspace("acme", "network");
        Run applying = keep(aRun(workspace).in(RunStatus.APPLYING));
        AuditEvent ofRun = event();
        AuditEvent ofWorkspace = event();

        store.deletions().begin(workspace.id(), _ -> ofWorkspace);
        assertThat(listed()).containsExactly(applying);
        assertThat(store.deletions().carryOn(workspace.id(), 10)).isTrue();
        assertThat(listed()).containsExactly(applying);
        List<DoomedRuns> seen = new ArrayList<>();
        store.deletions().end(workspace.id(), 10, runs -> {
            seen.add(runs);
            return List.of(RunChange.by(runs.active().getFirst().forcedToCanceled(NOON), ofRun));
        });

        assertThat(seen).containsExactly(new DoomedRuns(ofWorkspace, workspace, List.of(applying)));
        assertThat(listed()).containsExactly(applying.forcedToCanceled(NOON));
        assertThat(counts().of(RunStatus.CANCELED)).isEqualTo(1);
        carryOnToTheEnd(workspace);
        assertThat(store.audit().list(ALL).items()).contains(ofRun, ofWorkspace);
    }

    @Test
    void leavesEverythingAsItWasIfItIsRefusedOrCannotBeKept() {
        Workspace workspace = workspace("acme", "network");
        Run run = keep(aRun(workspace).in(RunStatus.PLANNING));
        AuditEvent known = event();
        store.audit().add(known);
        long events = eventsKept();

        assertThatThrownBy(() -> store.deletions().begin(workspace.id(), _ -> {
                    throw new Refused(new Refusal.NotFound(Subject.WORKSPACE));
                }))
                .isInstanceOf(Refused.class);
        assertThatThrownBy(() -> store.deletions().begin(workspace.id(), _ -> known))
                .isInstanceOf(RuntimeException.class);

        assertThat(store.workspaces().find(workspace.id())).contains(workspace);
        assertThat(found(run)).isEqualTo(run);
        assertThat(eventsKept()).isEqualTo(events);
        assertThat(store.deletions().begun()).isEmpty();
        assertThat(store.deletions().end(workspace.id(), 100, this::ended)).isFalse();
        assertThat(store.deletions().carryOn(workspace.id(), 100)).isFalse();
        assertThat(found(run)).isEqualTo(run);
    }

    @Test
    void endsWhatHasNotEndedInBatchesWithCountsThatFitAtEachStep() {
        Workspace doomed = workspace("acme", "network");
        Workspace kept = workspace("acme", "storage");
        keep(aRun(kept).in(RunStatus.PENDING));
        for (RunStatus status : RunStatus.values()) {
            keep(aRun(doomed).in(status));
            keep(aRun(doomed).planOnly().in(RunStatus.PENDING));
        }
        begin(doomed);
        long events = eventsKept();
        int all = 2 * RunStatus.values().length + 1;
        long active = active();

        for (long left = active; left > 4; left = active()) {
            assertThat(store.deletions().end(doomed.id(), 4, this::ended)).isTrue();
            assertThat(active()).isEqualTo(left - 4);
            assertEverythingFits(all);
            assertThat(store.deletions().carryOn(doomed.id(), 100)).isTrue();
            assertEverythingFits(all);
        }
        assertThat(store.deletions().end(doomed.id(), 4, this::ended)).isFalse();

        assertThat(active()).isEqualTo(1);
        assertThat(eventsKept()).isEqualTo(events + active - 1);
        assertThat(store.deletions().end(doomed.id(), 4, this::ended)).isFalse();
        assertEverythingFits(all);
        carryOnToTheEnd(doomed);
        assertEverythingFits(1);
    }

    @Test
    void leavesARunAsItWasIfItsEndIsNoneOrCannotBeKept() {
        Workspace workspace = workspace("acme", "network");
        Run run = keep(aRun(workspace).in(RunStatus.PLANNING));
        AuditEvent known = event();
        store.audit().add(known);
        begin(workspace);
        long events = eventsKept();
        RunnerReport report =
                new RunnerReport(1, RunnerEvent.GONE, Optional.empty(), ProcessExit.UNKNOWN, Optional.empty());

        for (List<RunChange> none : List.of(
                List.<RunChange>of(),
                List.of(RunChange.by(run, event())),
                List.of(RunChange.by(aRun(workspace).in(RunStatus.CANCELED), event())),
                List.of(RunChange.by(run.forcedToCanceled(NOON), new TimelineEntry(NOON, report))),
                List.of(RunChange.by(run.forcedToCanceled(NOON), known)))) {
            assertThatThrownBy(() -> store.deletions().end(workspace.id(), 10, _ -> none))
                    .isInstanceOf(RuntimeException.class);
        }

        assertThat(listed()).containsExactly(run);
        assertThat(eventsKept()).isEqualTo(events);
    }

    @Test
    void endsEachRunOnceWhenManyDoSoAtOnce() throws Exception {
        Workspace workspace = workspace("acme", "network");
        for (int i = 0; i < 30; i++) {
            keep(aRun(workspace).in(RunStatus.PENDING));
        }
        store.deletions().begin(workspace.id(), _ -> event());
        long events = eventsKept();

        Together.run(4, () -> {
            while (store.deletions().end(workspace.id(), 7, this::ended)) {
                // Until none is left.
            }
            return true;
        });

        assertThat(counts().of(RunStatus.CANCELED)).isEqualTo(30);
        assertThat(eventsKept()).isEqualTo(events + 30);
    }

    @Test
    void vanishesOldestFirstWithCountsThatFitAtEachStep() {
        Workspace doomed = workspace("acme", "network");
        Workspace kept = workspace("acme", "storage");
        List<Run> old = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            for (RunStatus status : RunStatus.values()) {
                old.add(keep(aRun(doomed).in(status)));
            }
            keep(aRun(kept).in(RunStatus.APPLIED));
        }
        begin(doomed);
        store.deletions().end(doomed.id(), 100, this::ended);
        assertEverythingFits(old.size() + 3);

        int left = old.size();
        while (store.deletions().carryOn(doomed.id(), 7)) {
            left -= 7;
            assertEverythingFits(left + 3);
            assertThat(listed())
                    .filteredOn(run -> run.workspace().equals(doomed.id()))
                    .extracting(Run::id)
                    .containsExactlyElementsOf(old.subList(old.size() - left, old.size()).reversed().stream()
                            .map(Run::id)
                            .toList());
            assertThat(store.deletions().begun()).containsExactly(doomed.id());
        }

        assertEverythingFits(3);
        assertThat(left).isLessThan(7);
        assertThat(store.deletions().begun()).isEmpty();
        assertThat(store.deletions().carryOn(doomed.id(), 7)).isFalse();
        assertThat(store.runs()
                        .ofWorkspace(kept.id(), new WorkspaceRunQuery(ALL))
                        .totalCount())
                .isEqualTo(3);
    }

    @Test
    void takesTimelineAndHeartbeatAlong() {
        Workspace workspace = workspace("acme", "network");
        Run run = keep(aRun(workspace).in(RunStatus.PLANNING));
        RunnerReport report =
                new RunnerReport(1, RunnerEvent.PLAN_STARTED, Optional.empty(), ProcessExit.UNKNOWN, Optional.empty());
        store.runs().update(run.id(), seen -> RunChange.by(seen.run(), new TimelineEntry(NOON, report)));
        store.runs().beat(run.id(), _ -> Optional.of(Heartbeat.at(NOON)));
        begin(workspace);

        carryOnToTheEnd(workspace);

        assertThat(store.runs().timeline(run.id())).isEmpty();
        assertThat(store.runs().lastHeartbeat(run.id())).isEmpty();
        store.runs().beat(run.id(), _ -> Optional.of(Heartbeat.at(NOON)));
        assertThat(store.runs().lastHeartbeat(run.id())).isEmpty();
        assertThat(store.runs().update(run.id(), seen -> RunChange.untraced(seen.run())))
                .isEmpty();
    }

    @Test
    void deletesAnOrganizationWithAllItsWorkspaces() {
        Workspace network = workspace("acme", "network");
        Workspace storage = workspace("acme", "storage");
        Workspace other = workspace("beta", "network");
        Stream.of(network, storage, other).forEach(place -> keep(aRun(place).in(RunStatus.PLANNED)));
        AuditEvent audit = event();

        assertThat(begin(new OrganizationName("ACME"), audit)).isTrue();

        assertThat(store.audit().list(ALL).items()).contains(audit);
        assertThat(store.organizations().find(ACME)).isEmpty();
        assertThat(store.organizations().list(Set.of(), ALL).items())
                .extracting(found -> found.name().value())
                .containsExactly("beta");
        assertThat(store.organizations().list(Set.of("acme"), ALL).totalCount()).isZero();
        assertThat(store.workspaces().find(network.id())).isEmpty();
        assertThat(begin(ACME)).isFalse();
        assertThat(store.deletions().begun()).containsExactlyInAnyOrder(network.id(), storage.id());
        assertEverythingFits(3);
        carryOnToTheEnd(network);
        assertEverythingFits(2);
        carryOnToTheEnd(storage);
        assertEverythingFits(1);
        assertThat(store.workspaces().find(other.id())).contains(other);
    }

    @Test
    void writesAnOrganizationsDeletionDownByTheNameItHas() {
        organization("acme", Optional.empty());
        List<OrganizationName> named = new ArrayList<>();

        store.deletions().begin(new OrganizationName("ACME"), name -> {
            named.add(name);
            return new Deletions.Audit(event(), _ -> event(), _ -> event());
        });

        assertThat(named).extracting(OrganizationName::value).containsExactly("acme");
    }

    @Test
    void freesTheNameOfAnOrganizationAtOnce() {
        Workspace old = workspace("acme", "network");
        keep(aRun(old).in(RunStatus.PLANNED));
        begin(ACME);

        Workspace young = workspace("acme", "network");

        assertThat(store.workspaces().list(ACME, ALL).items()).containsExactly(young);
        carryOnToTheEnd(old);
        assertThat(store.workspaces().list(ACME, ALL).items()).containsExactly(young);
    }

    @Test
    void deletesAnOrganizationOfWhichNothingOrNothingMoreIsThere() {
        organization("acme", Optional.empty());
        assertThat(begin(ACME)).isTrue();
        assertThat(store.organizations().find(ACME)).isEmpty();

        Workspace workspace = workspace("acme", "network");
        begin(workspace);
        assertThat(begin(ACME)).isTrue();
        carryOnToTheEnd(workspace);

        assertThat(store.organizations().list(Set.of(), ALL).totalCount()).isZero();
    }

    @Test
    void addsNoWorkspaceToAnOrganizationThatIsBeingDeleted() throws Exception {
        for (int round = 0; round < 5; round++) {
            Workspace first = workspace("acme", "network");
            List<Boolean> done = Together.run(4, () -> {
                try {
                    return begunOrAdded();
                } catch (Refused refused) {
                    assertThat(refused.refusal()).isEqualTo(new Refusal.NotFound(Subject.ORGANIZATION));
                    return false;
                }
            });
            assertThat(done).contains(true);
            begin(ACME);
            assertThat(store.organizations().find(ACME)).isEmpty();
            assertThat(store.workspaces().list(ACME, ALL).items()).isEmpty();
            store.deletions().begun().forEach(left -> store.deletions().carryOn(left, 10));
            assertThat(store.deletions().begun()).isEmpty();
            assertThat(store.workspaces().find(first.id())).isEmpty();
        }
    }

    private boolean begunOrAdded() {
        Workspace young = new Workspace(
                ids.workspace(), ACME, new WorkspaceName("w" + ids.run()), Optional.empty(), NOON, Optional.empty());
        return store.workspaces().add(young, event()) && begin(ACME);
    }

    @Test
    void isCarriedOnByManyAtOnce() throws Exception {
        Workspace workspace = workspace("acme", "network");
        for (int i = 0; i < 40; i++) {
            keep(aRun(workspace).in(RunStatus.APPLIED));
        }
        begin(ACME);

        Together.run(4, () -> carryOnToTheEnd(workspace));

        assertThat(count()).isZero();
        assertThat(store.deletions().begun()).isEmpty();
    }

    @Test
    void neitherLosesNorKeepsARunThatIsSubmittedMeanwhile() throws Exception {
        Workspace workspace = workspace("acme", "network");

        List<Boolean> done = Together.run(
                4,
                () -> store.runs()
                                .add(aRun(workspace).in(RunStatus.PENDING), List.of(event()))
                                .isPresent()
                        | begin(workspace));
        carryOnToTheEnd(workspace);

        assertThat(done).contains(true);
        assertThat(count()).isZero();
        assertThat(store.deletions().begun()).isEmpty();
    }

    @Test
    void leavesNoTokenWithTheNameOfADeletedOrganization() {
        organization("acme", Optional.empty());
        organization("beta", Optional.empty());
        ApiToken alone = token("acme");
        ApiToken both = token("acme", "beta");
        ApiToken other = token("beta");
        ApiToken everywhere = token();
        Map<ApiTokens.Owned, AuditEvent> asked = new LinkedHashMap<>();

        begin(new OrganizationName("ACME"), event(), owned -> asked.computeIfAbsent(owned, _ -> event()));

        assertThat(asked.keySet()).extracting(ApiTokens.Owned::token).containsExactly(kept(alone), kept(both));
        assertThat(asked.keySet())
                .extracting(ApiTokens.Owned::account)
                .extracting(Account::name)
                .containsOnly("ci");
        assertThat(kept(alone).revokedAt()).isPresent();
        assertThat(kept(alone).organizations()).containsExactly("acme");
        assertThat(kept(both).organizations()).containsExactly("beta");
        assertThat(kept(both).revokedAt()).isEmpty();
        assertThat(kept(other)).isEqualTo(other);
        assertThat(kept(everywhere)).isEqualTo(everywhere);
        assertThat(store.audit().list(ALL).items()).containsAll(asked.values());
    }

    @Test
    void restrictsNoTokenToNothingWhenAllItsOrganizationsAreDeletedAtOnce() throws Exception {
        organization("acme", Optional.empty());
        organization("beta", Optional.empty());
        List.of("acme", "beta").forEach(this::token);
        ApiToken both = token("acme", "beta");
        Queue<String> names = new ConcurrentLinkedQueue<>(List.of("acme", "beta"));
        CountDownLatch asked = new CountDownLatch(2);

        Together.run(
                2,
                () -> begin(new OrganizationName(names.remove()), event(), _ -> {
                    asked.countDown();
                    await(asked);
                    return event();
                }));

        assertThat(kept(both).revokedAt()).isPresent();
        assertThat(kept(both).organizations()).hasSize(1);
    }

    /** For a moment only: where one of them waits for the other, they do not meet. */
    private static void await(CountDownLatch latch) {
        try {
            boolean _ = latch.await(300, TimeUnit.MILLISECONDS);
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }

    @Test
    void leavesNoTokenThatIsAddedMeanwhileWithItsName() throws Exception {
        for (int round = 0; round < 5; round++) {
            organization("acme", Optional.empty());
            token();

            List<Boolean> done = Together.run(4, () -> add(fresh("acme")) | begin(ACME));

            assertThat(done).contains(true);
            assertThat(store.tokens().list(Optional.empty(), ALL).items())
                    .extracting(ApiTokens.Owned::token)
                    .filteredOn(token -> token.organizations().contains("acme"))
                    .allSatisfy(token -> assertThat(token.revokedAt()).isPresent());
            long events = eventsKept();
            assertThat(add(fresh("acme"))).isFalse();
            assertThat(eventsKept()).isEqualTo(events);
        }
    }

    private ApiToken token(String... organizations) {
        Account fresh = new Account(ids.account(), "ci", Role.RUNNER, Optional.empty(), false, NOON, Optional.empty());
        if (store.accounts().find("ci").isEmpty()) {
            store.accounts().add(fresh, event());
        }
        ApiToken token = fresh(organizations);
        assertThat(add(token)).isTrue();
        return token;
    }

    private boolean add(ApiToken token) {
        Account ci = store.accounts().find("ci").orElseThrow();
        return store.tokens().add(new ApiTokens.Owned(token, ci), List.of(event()));
    }

    private ApiToken fresh(String... organizations) {
        ApiTokenId id = ids.token();
        return new ApiToken(
                id,
                store.accounts().find("ci").orElseThrow().id(),
                "%064x".formatted(new BigInteger(1, id.value().getBytes(StandardCharsets.US_ASCII))),
                Set.of(organizations),
                NOON,
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    private ApiToken kept(ApiToken token) {
        return store.tokens().find(token.id()).orElseThrow().token();
    }

    private boolean begin(OrganizationName organization) {
        return begin(organization, event());
    }

    private boolean begin(OrganizationName organization, AuditEvent audit) {
        return begin(organization, audit, _ -> event());
    }

    private boolean begin(
            OrganizationName organization, AuditEvent audit, Function<ApiTokens.Owned, AuditEvent> ofToken) {
        return store.deletions().begin(organization, _ -> new Deletions.Audit(audit, _ -> event(), ofToken));
    }

    private boolean begin(Workspace workspace) {
        return store.deletions().begin(workspace.id(), _ -> event());
    }

    private List<RunChange> ended(DoomedRuns runs) {
        return runs.active().stream()
                .map(run -> RunChange.by(run.forcedToCanceled(NOON), event()))
                .toList();
    }

    private long active() {
        return listed().stream().filter(run -> !run.status().isFinal()).count();
    }

    private int carryOnToTheEnd(Workspace workspace) {
        store.deletions().end(workspace.id(), 100, this::ended);
        int batches = 1;
        while (store.deletions().carryOn(workspace.id(), 10)) {
            batches++;
        }
        return batches;
    }

    private long count() {
        return overview("").page().totalCount();
    }

    private List<Run> listed() {
        return overview("").page().items().stream().map(RunOverview.Row::run).toList();
    }

    private StatusCounts counts() {
        return overview("").counts();
    }

    private RunOverview overview(String q) {
        return store.overviews().list(new RunQuery(RunSearch.parse(q), Optional.empty(), ALL));
    }

    /** The list has as many runs as it says, in all and of each status, with a search and without. */
    private void assertEverythingFits(int expected) {
        RunOverview all = overview("");
        Map<RunStatus, Long> listed = new EnumMap<>(RunStatus.class);
        all.page().items().forEach(row -> listed.merge(row.run().status(), 1L, Long::sum));
        assertThat(all.page().items()).hasSize(expected);
        assertThat(all.page().totalCount()).isEqualTo(expected);
        assertThat(all.counts()).isEqualTo(new StatusCounts(listed));
        RunOverview found = overview("acme/network");
        assertThat(found.page().items()).hasSize((int) found.page().totalCount());
        assertThat(found.counts().total()).isEqualTo(found.page().totalCount());
        assertThat(all.page().items().stream()
                        .map(row -> row.workspace().organization())
                        .toList())
                .isEqualTo(all.page().items().stream()
                        .map(row -> row.organization().name())
                        .toList());
    }
}
