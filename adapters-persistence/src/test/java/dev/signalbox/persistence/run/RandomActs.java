package dev.signalbox.persistence.run;

import dev.signalbox.domain.access.Actor;
import dev.signalbox.domain.audit.AuditAction;
import dev.signalbox.domain.audit.AuditEvent;
import dev.signalbox.domain.organization.Organization;
import dev.signalbox.domain.organization.OrganizationName;
import dev.signalbox.domain.port.out.RunChange;
import dev.signalbox.domain.refusal.Refused;
import dev.signalbox.domain.run.Heartbeat;
import dev.signalbox.domain.run.PlanOutcome;
import dev.signalbox.domain.run.ProcessExit;
import dev.signalbox.domain.run.Run;
import dev.signalbox.domain.run.RunId;
import dev.signalbox.domain.run.RunStatus;
import dev.signalbox.domain.run.RunnerProcess;
import dev.signalbox.domain.testing.ARun;
import dev.signalbox.domain.testing.SequentialIds;
import dev.signalbox.domain.testing.Store;
import dev.signalbox.domain.workspace.Workspace;
import dev.signalbox.domain.workspace.WorkspaceId;
import dev.signalbox.domain.workspace.WorkspaceName;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.UnaryOperator;

/** Does the same random acts to several stores. */
final class RandomActs {

    private final SequentialIds ids = new SequentialIds();
    private final List<WorkspaceId> workspaces = new ArrayList<>();
    private final List<RunId> runs = new ArrayList<>();
    private final Random random;
    private final List<Store> stores;
    private Instant now = Instant.parse("2026-11-02T12:00:00.123Z");

    RandomActs(Random random, List<Store> stores) {
        this.random = random;
        this.stores = stores;
        organization("acme", Optional.of("ops@acme.example"), "network", "net_work");
        organization("Beta", Optional.empty(), "storage", "network");
    }

    List<WorkspaceId> workspaces() {
        return workspaces;
    }

    List<RunId> runs() {
        return runs;
    }

    Instant now() {
        return now;
    }

    void next() {
        // Several acts in one millisecond, and now and then a clock that steps back.
        now = now.plusMillis(random.nextInt(20) == 0 ? -50 : random.nextInt(3));
        switch (runs.isEmpty() ? 0 : random.nextInt(6)) {
            case 0 -> submit();
            case 1 -> beat();
            default -> move();
        }
    }

    private void organization(String name, Optional<String> email, String... workspaceNames) {
        Organization organization = new Organization(new OrganizationName(name), email, Optional.empty(), now);
        AuditEvent event = event();
        stores.forEach(store -> store.organizations().add(organization, event));
        for (String workspaceName : workspaceNames) {
            Workspace workspace = new Workspace(
                    ids.workspace(),
                    organization.name(),
                    new WorkspaceName(workspaceName),
                    Optional.of("repo/" + workspaceName),
                    now,
                    Optional.empty());
            AuditEvent added = event();
            stores.forEach(store -> store.workspaces().add(workspace, added));
            workspaces.add(workspace.id());
        }
    }

    private void submit() {
        ARun run = ARun.with(ids)
                .workspace(workspaces.get(random.nextInt(workspaces.size())))
                .submittedAt(now);
        Run submitted = (random.nextInt(5) == 0 ? run.planOnly() : run).in(RunStatus.PENDING);
        List<AuditEvent> events = List.of(event());
        stores.forEach(store -> store.runs().add(submitted, events));
        runs.add(submitted.id());
    }

    private void beat() {
        Optional<Instant> outputAt = random.nextBoolean() ? Optional.of(now) : Optional.empty();
        RunId run = anyRun();
        stores.forEach(store -> store.runs()
                .beat(
                        run,
                        _ -> Optional.of(
                                new Heartbeat(now, outputAt, Optional.empty(), RunnerProcess.UNKNOWN, List.of()))));
    }

    private void move() {
        RunId run = anyRun();
        UnaryOperator<Run> move =
                anyMove(stores.getFirst().runs().find(run).orElseThrow().run());
        List<AuditEvent> events = List.of(event());
        stores.forEach(store -> {
            try {
                store.runs()
                        .update(
                                run,
                                seen -> new RunChange(
                                        move.apply(seen.run()), events, Optional.empty(), Optional.empty()));
            } catch (Refused | IllegalArgumentException refused) {
                // A move that the run does not allow, or that a service would not make: no store then keeps anything.
            }
        });
    }

    /** Mostly one that the run allows and that leads on, or no run would get far before one of the many ends. */
    private UnaryOperator<Run> anyMove(Run run) {
        List<UnaryOperator<Run>> moves = random.nextInt(4) == 0 ? ends(now) : onwards(now);
        List<UnaryOperator<Run>> allowed =
                moves.stream().filter(move -> allows(run, move)).toList();
        List<UnaryOperator<Run>> choice = allowed.isEmpty() ? moves : allowed;
        return choice.get(random.nextInt(choice.size()));
    }

    private static boolean allows(Run run, UnaryOperator<Run> move) {
        try {
            return !move.apply(run).equals(run);
        } catch (Refused | IllegalArgumentException refused) {
            return false;
        }
    }

    private static List<UnaryOperator<Run>> onwards(Instant at) {
        return List.of(
                run -> run.planStarted(at),
                run -> run.planFinished(PlanOutcome.of(true), at),
                run -> run.planFinished(PlanOutcome.of(false), at),
                run -> run.policyCheckStarted(at),
                run -> run.policyCheckPassed(at),
                run -> run.policyCheckSoftFailed(at),
                run -> run.policyOverridden(at),
                run -> run.confirmed(at),
                run -> run.applyStarted(at),
                run -> run.applyFinished(at));
    }

    private static List<UnaryOperator<Run>> ends(Instant at) {
        return List.of(
                run -> run.failed(at),
                run -> run.discarded(at),
                run -> run.cancelAsked(at),
                run -> run.withdrawn(at),
                run -> run.forcedToErrored(at),
                run -> run.forcedToCanceled(at),
                run -> run.endingAcknowledged(at),
                run -> run.processGone(ProcessExit.UNKNOWN, at),
                run -> run.released(at));
    }

    private RunId anyRun() {
        return runs.get(random.nextInt(runs.size()));
    }

    private AuditEvent event() {
        return AuditEvent.of(
                ids.auditEvent(), now, Actor.atTheServer(), AuditAction.SIGNED_IN, Optional.empty(), Optional.empty());
    }
}
