package dev.signalbox.domain.testing;

import dev.signalbox.domain.audit.AuditEvent;
import dev.signalbox.domain.page.Page;
import dev.signalbox.domain.port.out.RunChange;
import dev.signalbox.domain.port.out.Runs;
import dev.signalbox.domain.queue.Blocker;
import dev.signalbox.domain.queue.OpenEnding;
import dev.signalbox.domain.queue.RunInWorkspace;
import dev.signalbox.domain.run.ApplyId;
import dev.signalbox.domain.run.Ending;
import dev.signalbox.domain.run.Heartbeat;
import dev.signalbox.domain.run.PlanId;
import dev.signalbox.domain.run.Run;
import dev.signalbox.domain.run.RunId;
import dev.signalbox.domain.run.Standing;
import dev.signalbox.domain.run.TimelineEntry;
import dev.signalbox.domain.run.WorkspaceRunQuery;
import dev.signalbox.domain.testing.Tables.Kept;
import dev.signalbox.domain.workspace.WorkspaceId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Runs in memory, as strict as a database. */
final class InMemoryRuns implements Runs {

    private final Tables tables;

    InMemoryRuns(Tables tables) {
        this.tables = tables;
    }

    @Override
    public Optional<RunInWorkspace> add(Run run, List<AuditEvent> audit) {
        return tables.alone(() -> {
            if (tables.workspace(run.workspace()).isEmpty()) {
                return Optional.empty();
            }
            Optional<Kept> same = tables.runsInOrder(run.workspace())
                    .filter(kept -> run.submission().key().isPresent()
                            && kept.run()
                                    .submission()
                                    .key()
                                    .equals(run.submission().key()))
                    .findFirst();
            return Optional.of(standing(same.orElseGet(() -> addLast(run, audit))));
        });
    }

    @Override
    public Optional<RunInWorkspace> find(RunId id) {
        return tables.alone(() -> tables.run(id).map(this::standing));
    }

    @Override
    public Optional<RunInWorkspace> findByPlan(PlanId id) {
        return findBy(run -> run.plan().id().equals(id));
    }

    @Override
    public Optional<RunInWorkspace> findByApply(ApplyId id) {
        return findBy(run -> run.apply().id().equals(id));
    }

    @Override
    public Page<RunInWorkspace> ofWorkspace(WorkspaceId workspace, WorkspaceRunQuery query) {
        return tables.alone(() -> Tables.page(
                InMemoryRunOverviews.ordered(
                        tables.runsInOrder(workspace)
                                .filter(kept -> tables.run(kept.run().id()).isPresent())
                                .filter(kept -> query.takes(kept.run().status()))
                                .map(this::standing)
                                .toList(),
                        query.order()),
                query.page()));
    }

    @Override
    public List<OpenEnding> openEndings(WorkspaceId workspace) {
        return tables.alone(() -> open(tables, workspace).toList());
    }

    @Override
    public Optional<RunInWorkspace> update(RunId id, Function<RunInWorkspace, RunChange> change) {
        return tables.alone(() -> tables.run(id).map(kept -> {
            RunChange made = change.apply(standing(kept));
            check(kept.run(), made);
            made.settled().ifPresent(settled -> InMemoryBulkEnds.check(tables, settled));
            tables.keep(made.audit());
            made.settled().ifPresent(settled -> InMemoryBulkEnds.keep(tables, settled));
            made.report().ifPresent(report -> timeline(tables, id).add(report));
            Kept changed = kept.with(made.run());
            tables.runs.put(id, changed);
            return standing(changed);
        }));
    }

    @Override
    public Map<RunId, Standing> standings(Set<RunId> runs) {
        return tables.alone(() -> tables.runsInOrder()
                .map(Kept::run)
                .filter(run -> runs.contains(run.id()))
                .collect(Collectors.toMap(Run::id, run -> Standing.of(run.status(), run.ending()))));
    }

    @Override
    public List<TimelineEntry> timeline(RunId id) {
        return tables.alone(() -> List.copyOf(tables.timelines.getOrDefault(id, List.of())));
    }

    @Override
    public Optional<RunInWorkspace> beat(RunId id, Function<RunInWorkspace, Optional<Heartbeat>> sign) {
        return tables.alone(() -> {
            Optional<RunInWorkspace> seen = tables.run(id).map(this::standing);
            seen.flatMap(sign).ifPresent(heartbeat -> keep(id, heartbeat));
            return seen;
        });
    }

    private void keep(RunId id, Heartbeat heartbeat) {
        InMemoryOutput.of(
                        Optional.ofNullable(tables.heartbeats.get(id)),
                        Optional.ofNullable(tables.outputs.get(id)),
                        heartbeat)
                .ifPresent(output -> tables.outputs.put(id, output));
        tables.heartbeats.merge(id, heartbeat, (before, now) -> now.after(before));
    }

    @Override
    public Optional<Heartbeat> lastHeartbeat(RunId id) {
        return tables.alone(() -> Optional.ofNullable(tables.heartbeats.get(id)));
    }

    private static List<TimelineEntry> timeline(Tables tables, RunId id) {
        return tables.timelines.computeIfAbsent(id, _ -> new ArrayList<>());
    }

    private Optional<RunInWorkspace> findBy(Predicate<Run> isMeant) {
        return tables.alone(() -> tables.runsInOrder()
                .filter(kept -> isMeant.test(kept.run()))
                .filter(kept -> tables.run(kept.run().id()).isPresent())
                .findFirst()
                .map(this::standing));
    }

    private Kept addLast(Run run, List<AuditEvent> audit) {
        tables.runsInOrder().map(Kept::run).forEach(other -> {
            Tables.require(!other.id().equals(run.id()), "there is a run " + run.id());
            Tables.require(
                    !other.plan().id().equals(run.plan().id()),
                    "there is a plan " + run.plan().id());
            Tables.require(
                    !other.apply().id().equals(run.apply().id()),
                    "there is an apply " + run.apply().id());
        });
        Instant earliest = tables.runsInOrder(run.workspace())
                .map(kept -> kept.run().createdAt())
                .reduce(run.createdAt(), (a, b) -> a.isAfter(b) ? a : b);
        tables.keep(audit);
        Kept kept = new Kept(tables.nextTurn(), ARun.submittedAt(run, earliest));
        tables.runs.put(run.id(), kept);
        return kept;
    }

    private void check(Run before, RunChange change) {
        Run after = change.run();
        Tables.require(
                after.id().equals(before.id())
                        && after.workspace().equals(before.workspace())
                        && after.submission().equals(before.submission())
                        && after.createdAt().equals(before.createdAt())
                        && after.plan().id().equals(before.plan().id())
                        && after.apply().id().equals(before.apply().id()),
                "a change made another run of " + before.id());
        change.report()
                .ifPresent(entry -> Tables.require(
                        tables.timelines.getOrDefault(before.id(), List.of()).stream()
                                .noneMatch(other -> other.report().number()
                                        == entry.report().number()),
                        "report " + entry.report().number() + " stands in the timeline of " + before.id()));
    }

    private RunInWorkspace standing(Kept kept) {
        Run run = kept.run();
        return new RunInWorkspace(
                run,
                tables.workspaces.get(run.workspace()),
                lastHeardAt(tables, run.id()),
                ahead(kept),
                open(tables, run.workspace())
                        .filter(open -> !open.run().equals(run.id()))
                        .toList());
    }

    private Optional<Blocker.RunAhead> ahead(Kept kept) {
        return tables.runsInOrder(kept.run().workspace())
                .filter(other -> other.isBefore(kept))
                .map(Kept::run)
                .filter(other ->
                        !other.status().isFinal() && !other.submission().planOnly())
                .findFirst()
                .map(other -> new Blocker.RunAhead(other.id(), other.status()));
    }

    /** The ended runs of a workspace whose process may be alive, oldest first. */
    static Stream<OpenEnding> open(Tables tables, WorkspaceId workspace) {
        return tables.runsInOrder(workspace)
                .map(Kept::run)
                .filter(run -> run.status().isFinal() && !run.submission().planOnly())
                .filter(run -> run.ending().filter(Ending::isOpen).isPresent())
                .map(run -> new OpenEnding(run.id(), run.ending().orElseThrow(), lastHeardAt(tables, run.id())));
    }

    private static Optional<Instant> lastHeardAt(Tables tables, RunId id) {
        return Optional.ofNullable(tables.heartbeats.get(id)).map(Heartbeat::at);
    }
}
