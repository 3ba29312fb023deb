package dev.signalbox.domain.service;

import static dev.signalbox.domain.testing.TestSignalbox.refusal;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.signalbox.domain.TimeWindow;
import dev.signalbox.domain.access.Role;
import dev.signalbox.domain.attention.Attention;
import dev.signalbox.domain.attention.Suspicion;
import dev.signalbox.domain.attention.WatchedWorkspace;
import dev.signalbox.domain.audit.AuditEvent;
import dev.signalbox.domain.notification.Channel;
import dev.signalbox.domain.notification.Delivery;
import dev.signalbox.domain.notification.Notification;
import dev.signalbox.domain.page.PageRequest;
import dev.signalbox.domain.port.in.BulkEndRequest;
import dev.signalbox.domain.port.in.NewRun;
import dev.signalbox.domain.port.in.SignOfLife;
import dev.signalbox.domain.port.out.AttentionSources;
import dev.signalbox.domain.port.out.Listening;
import dev.signalbox.domain.port.out.Runs;
import dev.signalbox.domain.port.out.WatchedRuns;
import dev.signalbox.domain.refusal.Refusal;
import dev.signalbox.domain.refusal.Subject;
import dev.signalbox.domain.run.ExportedRun;
import dev.signalbox.domain.run.ForcedEnd;
import dev.signalbox.domain.run.RunFilter;
import dev.signalbox.domain.run.RunId;
import dev.signalbox.domain.run.RunOrder;
import dev.signalbox.domain.run.RunOverview;
import dev.signalbox.domain.run.RunQuery;
import dev.signalbox.domain.run.RunStatus;
import dev.signalbox.domain.run.RunnerProcess;
import dev.signalbox.domain.settings.Setting;
import dev.signalbox.domain.settings.SettingChanges;
import dev.signalbox.domain.testing.SettableClock;
import dev.signalbox.domain.testing.SettableListening;
import dev.signalbox.domain.testing.Store;
import dev.signalbox.domain.testing.TestSignalbox;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AttentionWorkServiceTest {

    private static final Duration LOST = Duration.ofSeconds(30);
    private static final Duration END = Duration.ofMinutes(2);

    private final TestSignalbox box = TestSignalbox.inMemory();
    private RunId planning;
    private RunId applying;

    @BeforeEach
    void bring() {
        planning = box.bring("acme", "network", RunStatus.PLANNING);
        applying = box.bring("acme", "storage", RunStatus.APPLYING);
        beat(planning);
        beat(applying);
    }

    @Test
    void endsAPlanWhoseRunnerIsLostAndLeavesAnApplyAlone() {
        pass(END.minusMillis(1));
        assertThat(status(planning)).isEqualTo(RunStatus.PLANNING);

        pass(Duration.ofMillis(1));

        assertThat(status(planning)).isEqualTo(RunStatus.ERRORED);
        assertThat(status(applying)).isEqualTo(RunStatus.APPLYING);
        AuditEvent event = box.audit().ofRun(planning, box.admin()).getLast();
        assertThat(event.actor().name()).isEqualTo("policy");
        assertThat(event.from()).contains(RunStatus.PLANNING);
        assertThat(event.reason())
                .hasValueSatisfying(reason -> assertThat(reason).startsWith("no heartbeat for 2 min"));
    }

    @Test
    void endsAPendingRunWhoseRunnerIsLostSoThatTheNextHasItsTurn() {
        RunId lost = box.submit("acme", "queue");
        RunId next = box.submit("acme", "queue");
        beat(lost);

        box.clock().advance(END);
        beat(next);
        box.attentionWork().act();

        assertThat(status(lost)).isEqualTo(RunStatus.ERRORED);
        assertThat(box.seen(lost).run().ending()).isEmpty();
        assertThat(status(next)).isEqualTo(RunStatus.PENDING);
        assertThat(box.seen(next).blocker(box.clock().instant())).isEmpty();
    }

    @Test
    void sparesARunThatWaitedLongForARunnerAndIsHeardOfAfterItsClaim() {
        RunId run = createdByAUser();
        pass(Duration.ofMinutes(3));

        // A heartbeat claims the run before it is kept.
        var _ = Claims.held(box.store().runs(), box.seen(run), box.runner());
        box.attentionWork().act();
        beat(run);

        assertThat(status(run)).isEqualTo(RunStatus.PENDING);
        pass(END);
        assertThat(status(run)).as("lost from then on").isEqualTo(RunStatus.ERRORED);
    }

    @Test
    void sparesARunThatIsClaimedByItsLogAlone() {
        RunId run = createdByAUser();
        pass(Duration.ofMinutes(10));

        box.logs().append(run, 0, new byte[] {'x'}, box.runner());
        pass(Duration.ofMinutes(1));

        assertThat(status(run)).isEqualTo(RunStatus.PENDING);
        assertThat(box.attention().ofRun(run, box.user()).attention())
                .map(Attention::kind)
                .contains("no-runner");
    }

    private RunId createdByAUser() {
        return box.commands()
                .create(
                        box.workspace("acme", "other").id(),
                        new NewRun(false, false, false, Optional.empty()),
                        box.user())
                .run()
                .id();
    }

    @Test
    void endsAnApplyOnlyWhereAnAdministratorChoseIt() {
        box.settings()
                .change(
                        box.seen(applying).workspace().id(),
                        new SettingChanges(Map.of(Setting.END_LOST_APPLIES, Optional.of(1L))),
                        box.admin());
        RunId other = box.bring("acme", "other", RunStatus.APPLYING);
        beat(other);

        pass(END);

        assertThat(status(applying)).isEqualTo(RunStatus.ERRORED);
        assertThat(status(other)).isEqualTo(RunStatus.APPLYING);
        assertThat(box.seen(applying).run().holdsWorkspace(box.clock().instant(), Optional.empty()))
                .isTrue();
    }

    @Test
    void sparesARunWhoseLimitIsChangedAtTheLastMoment() {
        box.clock().advance(END);
        Listening changing = new Listening() {
            @Override
            public Instant since() {
                return box.clock().instant().minus(END);
            }

            @Override
            public Instant steadySince() {
                return Instant.EPOCH;
            }

            @Override
            public void look() {
                // Between what was found and what is ended.
                box.settings()
                        .change(
                                box.seen(planning).workspace().id(),
                                new SettingChanges(Map.of(Setting.END_LOST_PLANS, Optional.of(0L))),
                                box.admin());
            }
        };
        AttentionSources sources =
                new AttentionSources(box.store().watched(), box.store().settings(), changing);

        new AttentionWorkService(box.store().runs(), sources, box.store().attentionLog(), box.ids(), box.clock()).act();

        assertThat(status(planning)).isEqualTo(RunStatus.PLANNING);
    }

    @Test
    void sparesARunThatIsHeardOfAtTheLastMoment() {
        box.clock().advance(END);
        Runs heard = (Runs) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {Runs.class}, (_, method, arguments) -> {
                    if (method.getName().equals("update")) {
                        beat(planning);
                    }
                    try {
                        return method.invoke(box.store().runs(), arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
        AttentionSources sources = new AttentionSources(
                box.store().watched(),
                box.store().settings(),
                new SettableListening(() -> box.clock().instant().minus(END)));

        new AttentionWorkService(heard, sources, box.store().attentionLog(), box.ids(), box.clock()).act();

        assertThat(status(planning)).isEqualTo(RunStatus.PLANNING);
    }

    @Test
    void tellsOnceOfEachThatBeginsAndOfNoneBehindIt() {
        RunId behind = box.commands()
                .create(
                        box.seen(planning).workspace().id(),
                        new NewRun(false, false, false, Optional.empty()),
                        box.user())
                .run()
                .id();
        pass(LOST.minusMillis(1));
        assertThat(told()).isEmpty();

        pass(Duration.ofMillis(1));
        pass(Duration.ofSeconds(5));

        assertThat(told())
                .extracting(Notification::run)
                .containsExactlyInAnyOrder(planning, applying)
                .doesNotContain(behind);
        assertThat(told()).isEmpty();
    }

    @Test
    void tellsOfAnotherProblemOfTheSameRun() {
        box.settings()
                .change(
                        box.seen(applying).workspace().id(),
                        new SettingChanges(Map.of(Setting.APPLYING_SECONDS, Optional.of(60L))),
                        box.admin());
        passWithHeartbeats(Duration.ofSeconds(60));
        assertThat(told()).extracting(Notification::message).containsExactly("applying for 1 min, limit 1 min");

        pass(LOST);

        assertThat(told())
                .filteredOn(told -> told.run().equals(applying))
                .extracting(Notification::message)
                .containsExactly("no heartbeat for 30 s, limit 30 s");
        passWithHeartbeats(Duration.ofMinutes(1));
        assertThat(told()).as("still overdue").isEmpty();
    }

    @Test
    void forgetsNothingThatCannotBeJudgedAfterAnOutage() {
        Duration outage = AttentionWorkService.MEMORY.plusSeconds(1);
        Duration slow = AttentionWorkService.MEMORY.multipliedBy(2);
        box.settings()
                .change(
                        box.seen(applying).workspace().id(),
                        new SettingChanges(Map.of(Setting.HEARTBEAT_LOST_SECONDS, Optional.of(slow.toSeconds()))),
                        box.admin());
        pass(slow);
        assertThat(told()).extracting(Notification::run).contains(applying);
        Instant again = box.clock().advance(outage);
        SettableListening listening = new SettableListening(() -> again);
        AttentionSources sources =
                new AttentionSources(box.store().watched(), box.store().settings(), listening);
        AttentionWorkService restarted = new AttentionWorkService(
                box.store().runs(), sources, box.store().attentionLog(), box.ids(), box.clock());

        for (Duration passed = Duration.ZERO; passed.compareTo(slow) <= 0; passed = passed.plusSeconds(20)) {
            restarted.act();
            box.clock().advance(Duration.ofSeconds(20));
        }
        restarted.act();

        assertThat(told()).isEmpty();
    }

    @Test
    void listsThoseThatNeedAttentionAndCountsAllStatuses() {
        RunId fine = box.bring("acme", "fine", RunStatus.APPLYING);
        box.clock().advance(LOST);
        beat(fine);

        RunOverview shown = box.administration()
                .list(new RunQuery(needing(), RunOrder.NEWEST_FIRST, new PageRequest(1, 20)), box.admin());

        assertThat(shown.page().items())
                .extracting(row -> row.run().id())
                .containsExactlyInAnyOrder(planning, applying);
        assertThat(shown.page().totalCount()).isEqualTo(2);
        assertThat(shown.counts().of(RunStatus.APPLYING)).isEqualTo(2);
        var told = box.attention().ofRuns(Set.of(planning, fine), box.support());
        assertThat(told.get(planning).attention()).isPresent();
        assertThat(told.get(fine).attention()).isEmpty();
        assertThat(told.get(fine).missing()).isPresent();
        assertThat(box.attention().ofRun(applying, box.user()).attention())
                .hasValueSatisfying(why -> assertThat(why.sentence()).startsWith("no heartbeat for 30 s"));
    }

    @Test
    void judgesOnceForAWholeExport() {
        box.clock().advance(LOST);
        AtomicInteger judged = new AtomicInteger();
        WatchedRuns counted = new WatchedRuns() {
            @Override
            public List<WatchedWorkspace> suspects(Suspicion suspicion) {
                judged.incrementAndGet();
                return box.store().watched().suspects(suspicion);
            }

            @Override
            public List<WatchedWorkspace> around(Set<RunId> runs) {
                throw new AssertionError("nobody needs these");
            }
        };
        AttentionSources sources =
                new AttentionSources(counted, box.store().settings(), new SettableListening(() -> SettableClock.START));
        Store store = box.store();
        var export = new RunAdministrationService(
                        store.runs(),
                        store.overviews(),
                        store.workspaces(),
                        store.audit(),
                        sources,
                        box.ids(),
                        box.clock())
                .export(needing(), RunOrder.OLDEST_FIRST, "csv", box.support());

        List<ExportedRun> batch = export.after(Optional.empty());
        assertThat(batch).extracting(taken -> taken.row().run().id()).containsExactly(planning, applying);
        assertThat(export.after(Optional.of(batch.getLast().position()))).isEmpty();
        assertThat(judged).hasValue(1);
    }

    @Test
    void endsAllThatNeedAttentionAtOnce() {
        RunId fine = box.bring("acme", "fine", RunStatus.APPLYING);
        box.clock().advance(LOST);
        beat(fine);

        box.bulk()
                .request(
                        new BulkEndRequest(
                                new BulkEndRequest.Filtered(needing(), "filter[status_group]=needs_attention"),
                                ForcedEnd.ERRORED,
                                "gone",
                                2),
                        box.admin());
        for (int i = 0; i < 10 && box.bulkWork().advance("test"); i++) {
            // Each call goes some runs further.
        }

        assertThat(status(applying)).isEqualTo(RunStatus.ERRORED);
        assertThat(status(planning)).isEqualTo(RunStatus.ERRORED);
        assertThat(status(fine)).isEqualTo(RunStatus.APPLYING);
    }

    /** Runners tell whole seconds, and no two of their calls take the same time. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void findsSilenceThroughTheUnevennessOfBeats(boolean tellsBytes) {
        Instant printed = box.clock().instant().truncatedTo(ChronoUnit.SECONDS);
        for (int i = 0; i < 100; i++) {
            box.clock().advance(Duration.ofMillis(10_000 + i * 37 % 89));
            SignOfLife beat = new SignOfLife(
                    Optional.of(box.clock().instant().truncatedTo(ChronoUnit.SECONDS)),
                    Optional.of(printed),
                    Optional.of(100L).filter(_ -> tellsBytes),
                    RunnerProcess.UNKNOWN,
                    List.of());
            box.reports().heartbeat(applying, beat, box.runner());
        }

        assertThat(box.attention().ofRun(applying, box.user()).attention())
                .hasValueSatisfying(why -> assertThat(why.sentence()).startsWith("no output for 16 min"));
    }

    @Test
    void neitherStopsNorGrowsDeafWhereItFailsAtARun() {
        box.clock().advance(END);
        Runs failing = (Runs) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {Runs.class}, (_, method, arguments) -> {
                    if (planning.equals(arguments[0])) {
                        throw new IllegalStateException("the row is broken");
                    }
                    return method.invoke(box.store().runs(), arguments);
                });
        SettableListening listening =
                new SettableListening(() -> box.clock().instant().minus(END));
        AttentionSources sources =
                new AttentionSources(box.store().watched(), box.store().settings(), listening);
        RunId other = box.bring("acme", "other", RunStatus.PLANNING);
        beat(other);
        box.clock().advance(END);

        assertThatIllegalStateException()
                .isThrownBy(() -> new AttentionWorkService(
                                failing, sources, box.store().attentionLog(), box.ids(), box.clock())
                        .act());

        assertThat(status(other)).isEqualTo(RunStatus.ERRORED);
        assertThat(told()).extracting(Notification::run).contains(applying, other);
        assertThat(listening.looks()).isPositive();
    }

    @Test
    void judgesNobodyWhileNobodyCouldBeHeard() {
        box.clock().advance(END);
        AttentionSources deaf = new AttentionSources(
                box.store().watched(),
                box.store().settings(),
                new SettableListening(() -> box.clock().instant()));

        new AttentionWorkService(box.store().runs(), deaf, box.store().attentionLog(), box.ids(), box.clock()).act();

        assertThat(status(planning)).isEqualTo(RunStatus.PLANNING);
        assertThat(told()).isEmpty();
    }

    @Test
    void tellsOutsidersNothing() {
        assertThat(refusal(() -> box.attention().ofRuns(Set.of(planning), box.user())))
                .isEqualTo(new Refusal.NotFound(Subject.PAGE));
        assertThat(refusal(() -> box.attention().ofRun(planning, box.restricted(Role.USER, "globex"))))
                .isEqualTo(new Refusal.NotFound(Subject.RUN));
    }

    private static RunFilter needing() {
        return new RunFilter(
                Optional.empty(),
                TimeWindow.UNBOUNDED,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                true,
                Optional.empty());
    }

    private void beat(RunId run) {
        box.reports().heartbeat(run, SignOfLife.BARE, box.runner());
    }

    private void passWithHeartbeats(Duration time) {
        box.clock().advance(time);
        beat(planning);
        beat(applying);
        box.attentionWork().act();
    }

    private void pass(Duration time) {
        box.clock().advance(time);
        box.attentionWork().act();
    }

    private RunStatus status(RunId run) {
        return box.seen(run).run().status();
    }

    private List<Notification> told() {
        List<Delivery> taken = box.store()
                .outbox()
                .take(
                        Channel.EMAIL,
                        10,
                        box.clock().instant(),
                        box.clock().instant().plusSeconds(60));
        box.store().outbox().remove(taken);
        return taken.stream().map(Delivery::notification).toList();
    }
}
