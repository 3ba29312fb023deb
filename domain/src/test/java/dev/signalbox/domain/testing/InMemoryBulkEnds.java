package dev.signalbox.domain.testing;

import dev.signalbox.domain.audit.AuditEvent;
import dev.signalbox.domain.bulk.BulkEnd;
import dev.signalbox.domain.bulk.BulkEndId;
import dev.signalbox.domain.bulk.BulkEndState;
import dev.signalbox.domain.bulk.BulkOutcome;
import dev.signalbox.domain.bulk.BulkTally;
import dev.signalbox.domain.bulk.BulkTarget;
import dev.signalbox.domain.page.Page;
import dev.signalbox.domain.page.PageRequest;
import dev.signalbox.domain.port.out.BulkEnds;
import dev.signalbox.domain.port.out.RunChange.Settled;
import dev.signalbox.domain.refusal.Refusal;
import dev.signalbox.domain.refusal.Refused;
import dev.signalbox.domain.run.RunId;
import dev.signalbox.domain.testing.Tables.KeptBulkEnd;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** Bulk ends in memory, as strict as a database. */
final class InMemoryBulkEnds implements BulkEnds {

    private final Tables tables;

    InMemoryBulkEnds(Tables tables) {
        this.tables = tables;
    }

    @Override
    public long add(BulkEnd bulkEnd, Set<RunId> runs, long expected, AuditEvent audit) {
        return tables.alone(() -> {
            List<BulkTarget> targets = tables.runsInOrder()
                    .map(Tables.Kept::run)
                    .filter(run -> runs.contains(run.id()) && !run.status().isFinal())
                    .sorted(Comparator.comparing(run -> tables.workspaceTurn(run.workspace())))
                    .map(run -> new BulkTarget(run.id(), BulkOutcome.WAITING, Optional.empty(), Optional.empty()))
                    .toList();
            if (targets.size() == expected) {
                tables.keep(List.of(audit));
                tables.bulkEnds.put(bulkEnd.id(), new KeptBulkEnd(bulkEnd, new ArrayList<>(targets)));
            }
            return (long) targets.size();
        });
    }

    @Override
    public Optional<BulkEnd> find(BulkEndId id) {
        return tables.alone(() -> Optional.ofNullable(tables.bulkEnds.get(id)).map(InMemoryBulkEnds::counted));
    }

    @Override
    public Page<BulkEnd> list(PageRequest page) {
        return tables.alone(() -> Tables.page(
                tables.bulkEnds.values().stream()
                        .map(InMemoryBulkEnds::counted)
                        .toList()
                        .reversed(),
                page));
    }

    @Override
    public Page<BulkTarget> targets(BulkEndId id, Set<BulkOutcome> only, PageRequest page) {
        return tables.alone(() -> Tables.page(
                Optional.ofNullable(tables.bulkEnds.get(id)).stream()
                        .flatMap(kept -> kept.targets().stream())
                        .filter(target -> only.isEmpty() || only.contains(target.outcome()))
                        .toList(),
                page));
    }

    @Override
    public List<BulkTarget> batch(BulkEndId id, Optional<RunId> after, int limit) {
        return tables.alone(() -> {
            List<BulkTarget> all = Optional.ofNullable(tables.bulkEnds.get(id))
                    .map(KeptBulkEnd::targets)
                    .orElse(List.of());
            List<RunId> turns = all.stream().map(BulkTarget::run).toList();
            int first = after.map(run -> turns.indexOf(run) + 1).orElse(0);
            return all.stream().skip(first).limit(limit).toList();
        });
    }

    @Override
    public Optional<BulkEnd> move(BulkEndId id, UnaryOperator<BulkEnd> move, Optional<AuditEvent> audit) {
        return tables.alone(() -> Optional.ofNullable(tables.bulkEnds.get(id)).map(kept -> {
            BulkEnd before = counted(kept);
            BulkEnd after = move.apply(before);
            if (!after.equals(before)) {
                tables.keep(audit.stream().toList());
                kept.bulkEnd = after;
            }
            if (after.state() == BulkEndState.STOPPED) {
                kept.targets().replaceAll(target -> left(target, after.stateSince()));
            }
            return counted(kept);
        }));
    }

    private static BulkTarget left(BulkTarget target, Instant at) {
        return target.outcome() == BulkOutcome.WAITING
                ? new BulkTarget(target.run(), BulkOutcome.LEFT, Optional.empty(), Optional.of(at))
                : target;
    }

    @Override
    public Optional<BulkEnd> lease(String worker, Instant now, Instant until) {
        return tables.alone(() -> tables.bulkEnds.values().stream()
                .filter(kept -> kept.bulkEnd.state() == BulkEndState.RUNNING && kept.isFreeFor(worker, now))
                .min(Comparator.comparing(kept -> kept.leasedUntil))
                .map(kept -> {
                    kept.worker = Optional.of(worker);
                    kept.leasedUntil = until;
                    return with(BulkTally.waiting(0), kept.bulkEnd);
                }));
    }

    @Override
    public List<RunId> waiting(BulkEndId id, int limit) {
        return targets(id, Set.of(BulkOutcome.WAITING), new PageRequest(1, limit)).items().stream()
                .map(BulkTarget::run)
                .toList();
    }

    @Override
    public void settle(BulkEnd bulkEnd, BulkTarget target) {
        tables.alone(() -> {
            Settled settled = new Settled(bulkEnd, target);
            if (isOpen(tables, settled)) {
                keep(tables, settled);
            }
            return null;
        });
    }

    /** Refuses, within a transaction that has written nothing yet, an outcome that is not to be had any more. */
    static void check(Tables tables, Settled settled) {
        if (!isOpen(tables, settled)) {
            BulkEnd halted = tables.bulkEnds.get(settled.bulkEnd().id()).bulkEnd;
            throw new Refused(new Refusal.BulkEndHalted(
                    halted.id().value(), halted.state().label()));
        }
    }

    /** Within a transaction. */
    static void keep(Tables tables, Settled settled) {
        tables.bulkEnds
                .get(settled.bulkEnd().id())
                .targets()
                .replaceAll(target -> target.run().equals(settled.target().run()) ? settled.target() : target);
    }

    private static boolean isOpen(Tables tables, Settled settled) {
        KeptBulkEnd kept = tables.bulkEnds.get(settled.bulkEnd().id());
        return kept.bulkEnd.state() == BulkEndState.RUNNING
                && kept.bulkEnd.requestedBy().equals(settled.bulkEnd().requestedBy())
                && kept.targets().stream()
                        .anyMatch(target ->
                                target.run().equals(settled.target().run()) && target.outcome() == BulkOutcome.WAITING);
    }

    private static BulkEnd counted(KeptBulkEnd kept) {
        return with(
                new BulkTally(kept.targets().stream()
                        .collect(Collectors.groupingBy(BulkTarget::outcome, Collectors.counting()))),
                kept.bulkEnd);
    }

    private static BulkEnd with(BulkTally tally, BulkEnd is) {
        return new BulkEnd(
                is.id(),
                is.requestedBy(),
                is.requestedAt(),
                is.end(),
                is.reason(),
                is.filter(),
                is.state(),
                is.stateSince(),
                tally);
    }
}
