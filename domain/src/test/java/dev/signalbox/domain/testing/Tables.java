package dev.signalbox.domain.testing;

import dev.signalbox.domain.access.Account;
import dev.signalbox.domain.access.AccountId;
import dev.signalbox.domain.access.ApiToken;
import dev.signalbox.domain.access.ApiTokenId;
import dev.signalbox.domain.attention.Output;
import dev.signalbox.domain.attention.Problem;
import dev.signalbox.domain.audit.AuditEvent;
import dev.signalbox.domain.bulk.BulkEnd;
import dev.signalbox.domain.bulk.BulkEndId;
import dev.signalbox.domain.bulk.BulkTarget;
import dev.signalbox.domain.notification.Channel;
import dev.signalbox.domain.notification.Delivery;
import dev.signalbox.domain.notification.Notification;
import dev.signalbox.domain.organization.Organization;
import dev.signalbox.domain.page.Page;
import dev.signalbox.domain.page.PageRequest;
import dev.signalbox.domain.run.Heartbeat;
import dev.signalbox.domain.run.Run;
import dev.signalbox.domain.run.RunId;
import dev.signalbox.domain.run.TimelineEntry;
import dev.signalbox.domain.settings.SettingValues;
import dev.signalbox.domain.workspace.Workspace;
import dev.signalbox.domain.workspace.WorkspaceId;
import java.io.ByteArrayOutputStream;
import java.lang.reflect.Field;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What the ports in memory share: the data, and one lock that makes every call a transaction.
 *
 * <p>Whatever can fail is checked before anything is written, so that nothing is ever half done.
 */
final class Tables {

    /** A run in the order of submission: by its instant, and within one by its turn. */
    record Kept(long turn, Run run) {
        private static final Comparator<Kept> ORDER =
                Comparator.comparing((Kept kept) -> kept.run().createdAt()).thenComparing(Kept::turn);

        Kept with(Run changed) {
            return new Kept(turn, changed);
        }

        boolean isBefore(Kept other) {
            return ORDER.compare(this, other) < 0;
        }
    }

    /** When a problem was noted last, and since when that lasted of which it was told. */
    record Noted(Instant at, Instant since) {}

    /** What has not been delivered by a channel, and when it is due. */
    record Waiting(Channel channel, Delivery delivery, Instant due) {}

    /** A bulk end with its runs and its lease. */
    static final class KeptBulkEnd {
        BulkEnd bulkEnd;
        Optional<String> worker = Optional.empty();
        Instant leasedUntil = Instant.MIN;
        private final List<BulkTarget> targets;

        KeptBulkEnd(BulkEnd bulkEnd, List<BulkTarget> targets) {
            this.bulkEnd = bulkEnd;
            this.targets = targets;
        }

        List<BulkTarget> targets() {
            return targets;
        }

        boolean isFreeFor(String other, Instant now) {
            return worker.map(other::equals).orElse(true) || !leasedUntil.isAfter(now);
        }
    }

    final Map<String, Organization> organizations = new LinkedHashMap<>();
    final Map<WorkspaceId, Workspace> workspaces = new LinkedHashMap<>();
    /** Workspaces whose deletion has begun, and what their organizations were: nobody finds those any more. */
    final Map<WorkspaceId, Organization> deleted = new LinkedHashMap<>();

    final Map<WorkspaceId, AuditEvent> deletions = new LinkedHashMap<>();
    final Map<RunId, Kept> runs = new LinkedHashMap<>();
    final Map<RunId, List<TimelineEntry>> timelines = new LinkedHashMap<>();
    final Map<RunId, Heartbeat> heartbeats = new LinkedHashMap<>();
    final Map<RunId, Output> outputs = new LinkedHashMap<>();
    final Map<RunId, ByteArrayOutputStream> logs = new LinkedHashMap<>();
    final Map<WorkspaceId, SettingValues> workspaceSettings = new LinkedHashMap<>();
    final AtomicReference<SettingValues> settings = new AtomicReference<>(SettingValues.USUAL);
    final Map<AccountId, Account> accounts = new LinkedHashMap<>();
    final Map<ApiTokenId, ApiToken> tokens = new LinkedHashMap<>();
    final Map<BulkEndId, KeptBulkEnd> bulkEnds = new LinkedHashMap<>();
    final List<AuditEvent> audit = new ArrayList<>();
    final Map<Problem, Noted> noted = new LinkedHashMap<>();
    final List<Waiting> outbox = new ArrayList<>();

    private long turns;
    private final ReentrantLock lock = new ReentrantLock();

    /**
     * Carries out one transaction. A database would deadlock or see old data where a change calls a port, so that
     * fails.
     */
    <T> T alone(Supplier<T> transaction) {
        if (lock.isHeldByCurrentThread()) {
            throw new IllegalStateException("a port was called from inside a change");
        }
        lock.lock();
        try {
            return transaction.get();
        } finally {
            lock.unlock();
        }
    }

    /** Keeps all events or, as their IDs are unique, none; the first thing a transaction writes. */
    void keep(List<AuditEvent> events) {
        Set<Object> ids = new HashSet<>();
        Stream.concat(audit.stream(), events.stream())
                .forEach(event -> require(ids.add(event.id()), "there is an audit event " + event.id()));
        audit.addAll(events);
        events.stream().map(Notification::of).flatMap(Optional::stream).forEach(this::put);
    }

    /** Puts the notification in for every channel. */
    void put(Notification notification) {
        for (Channel channel : Channel.values()) {
            outbox.add(new Waiting(channel, new Delivery(nextTurn(), notification, 0), notification.at()));
        }
    }

    /** The organization of the workspace, also while either is being deleted. */
    Organization organization(Workspace workspace) {
        return deleted.getOrDefault(
                workspace.id(), organizations.get(workspace.organization().folded()));
    }

    /** The workspace, unless it is being deleted. */
    Optional<Workspace> workspace(WorkspaceId id) {
        return Optional.ofNullable(workspaces.get(id)).filter(_ -> !deleted.containsKey(id));
    }

    /** The run, unless its workspace is being deleted. */
    Optional<Kept> run(RunId id) {
        return Optional.ofNullable(runs.get(id))
                .filter(kept -> !deleted.containsKey(kept.run().workspace()));
    }

    /** The next run's turn. */
    long nextTurn() {
        turns++;
        return turns;
    }

    /** The workspace's place among all, in the order in which they were added. */
    int workspaceTurn(WorkspaceId id) {
        return List.copyOf(workspaces.keySet()).indexOf(id);
    }

    /** All runs, oldest first. */
    Stream<Kept> runsInOrder() {
        return runs.values().stream().sorted(Kept.ORDER);
    }

    /** The runs of a workspace, oldest first. */
    Stream<Kept> runsInOrder(WorkspaceId workspace) {
        return runsInOrder().filter(kept -> kept.run().workspace().equals(workspace));
    }

    /** Everything that is kept, as text: what two moments have in common that nothing has changed between. */
    String contents() {
        return alone(() -> Arrays.stream(Tables.class.getDeclaredFields())
                .filter(field -> Map.class.isAssignableFrom(field.getType())
                        || Collection.class.isAssignableFrom(field.getType()))
                .map(field -> field.getName() + "=" + value(field))
                .collect(Collectors.joining("\n")));
    }

    private Object value(Field field) {
        try {
            return field.get(this);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }

    static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new IllegalStateException(otherwise);
        }
    }

    static <T> Page<T> page(List<T> all, PageRequest request) {
        List<T> items =
                all.stream().skip(request.offset()).limit(request.size()).toList();
        return new Page<>(items, request, all.size());
    }
}
