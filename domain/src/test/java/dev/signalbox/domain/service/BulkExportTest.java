package dev.signalbox.domain.service;

import static dev.signalbox.domain.testing.TestSignalbox.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.domain.access.Actor;
import dev.signalbox.domain.bulk.BulkEndId;
import dev.signalbox.domain.bulk.BulkTarget;
import dev.signalbox.domain.port.in.BulkAdministration;
import dev.signalbox.domain.port.in.BulkEndRequest;
import dev.signalbox.domain.port.in.BulkEndRequest.Named;
import dev.signalbox.domain.port.out.AttentionSources;
import dev.signalbox.domain.port.out.BulkEnds;
import dev.signalbox.domain.refusal.Refusal;
import dev.signalbox.domain.refusal.Subject;
import dev.signalbox.domain.run.ForcedEnd;
import dev.signalbox.domain.run.RunId;
import dev.signalbox.domain.testing.SettableClock;
import dev.signalbox.domain.testing.SettableListening;
import dev.signalbox.domain.testing.TestSignalbox;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What became of each run of a bulk end is handed out batch by batch. */
class BulkExportTest {

    private final TestSignalbox box = TestSignalbox.inMemory();
    private final Actor admin = box.admin();
    private final AtomicInteger looks = new AtomicInteger();
    private final BulkAdministration bulk = new BulkAdministrationService(
            counted(),
            box.store().overviews(),
            new AttentionSources(
                    box.store().watched(), box.store().settings(), new SettableListening(() -> SettableClock.START)),
            box.store().audit(),
            box.ids(),
            box.clock(),
            TestSignalbox.MAX_BULK_RUNS);

    @Test
    void countsTheOutcomesNotForEveryBatch() {
        Set<RunId> runs = Set.copyOf(IntStream.range(0, 250)
                .mapToObj(i -> box.submit("acme", "workspace-" + i))
                .toList());
        BulkEndId id = box.bulk()
                .request(new BulkEndRequest(new Named(runs), ForcedEnd.ERRORED, "why", 250), admin)
                .id();

        List<RunId> exported = new ArrayList<>();
        List<BulkTarget> batch = bulk.export(id, "csv", Optional.empty(), admin);
        while (!batch.isEmpty()) {
            batch.forEach(target -> exported.add(target.run()));
            batch = bulk.export(id, "csv", Optional.of(exported.getLast()), admin);
        }

        assertThat(exported).containsExactlyInAnyOrderElementsOf(runs);
        assertThat(looks).hasValue(1);
    }

    @Test
    void isRefusedInTheMiddleToWhoeverMaySeeItNoMore() {
        Optional<RunId> middle = Optional.of(box.submit("acme", "network"));

        assertThat(refusal(() -> bulk.export(box.ids().bulkEnd(), "csv", middle, box.user())))
                .isEqualTo(new Refusal.NotFound(Subject.BULK_END));
        assertThat(refusal(() -> bulk.export(box.ids().bulkEnd(), "csv", Optional.empty(), admin)))
                .isEqualTo(new Refusal.NotFound(Subject.BULK_END));
    }

    private BulkEnds counted() {
        return (BulkEnds) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {BulkEnds.class}, (_, method, arguments) -> {
                    if (method.getName().equals("find")) {
                        looks.incrementAndGet();
                    }
                    return method.invoke(box.store().bulkEnds(), arguments);
                });
    }
}
