package dev.signalbox.domain.service;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.domain.page.PageRequest;
import dev.signalbox.domain.port.in.NewRun;
import dev.signalbox.domain.queue.RunInWorkspace;
import dev.signalbox.domain.refusal.Refused;
import dev.signalbox.domain.run.Ending;
import dev.signalbox.domain.run.PlanOutcome;
import dev.signalbox.domain.run.ProcessExit;
import dev.signalbox.domain.run.Run;
import dev.signalbox.domain.run.RunId;
import dev.signalbox.domain.run.RunOverview;
import dev.signalbox.domain.run.RunQuery;
import dev.signalbox.domain.run.RunStatus;
import dev.signalbox.domain.run.RunnerEvent;
import dev.signalbox.domain.run.RunnerReport;
import dev.signalbox.domain.run.StatusCounts;
import dev.signalbox.domain.testing.TestSignalbox;
import dev.signalbox.domain.workspace.Workspace;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever people and runners do in whatever order, what must hold goes on to hold. */
class RandomWalkTest {

    private static final int WALKS = 60;
    private static final int STEPS = 150;
    private static final int MAX_RUNS = 12;
    private static final RunQuery EVERYTHING =
            new RunQuery(Optional.empty(), Optional.empty(), new PageRequest(1, 100));

    /** The same walks in every build; add a seed here to walk one again. */
    static LongStream seeds() {
        return LongStream.range(0, WALKS);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void keepsWhatMustHold(long seed) {
        Walk walk = new Walk(RandomGeneratorFactory.of("L64X128MixRandom").create(seed));
        for (int step = 0; step < STEPS; step++) {
            String did = walk.step();
            walk.check("seed " + seed + ", step " + step + ": " + did);
        }
        assertThat(walk.taken)
                .as("seed " + seed + ": acts that were not refused")
                .isGreaterThan(10);
    }

    private static final class Walk {

        private final TestSignalbox box = TestSignalbox.inMemory();
        private final RandomGenerator random;
        private final List<Workspace> workspaces =
                List.of(box.workspace("acme", "network"), box.workspace("acme", "storage"));
        private final List<RunId> runs = new ArrayList<>();
        private final Map<RunId, Run> ended = new HashMap<>();
        private int taken;

        Walk(RandomGenerator random) {
            this.random = random;
        }

        String step() {
            if (runs.isEmpty() || (runs.size() < MAX_RUNS && random.nextInt(6) == 0)) {
                Workspace workspace = pick(workspaces);
                NewRun run = new NewRun(
                        random.nextInt(4) == 0, random.nextBoolean(), random.nextBoolean(), Optional.empty());
                runs.add(box.submit("acme", workspace.name().value(), run));
                return "submit " + run;
            }
            RunId run = pick(runs);
            Act act = pick(List.of(Act.values()));
            try {
                act(act, run);
                taken++;
                return act + " " + run;
            } catch (Refused refused) {
                return act + " refused: " + refused.getMessage();
            }
        }

        private void act(Act act, RunId run) {
            switch (act) {
                case REPORT_WHAT_FITS, REPORT_ANYTHING -> report(act, run);
                case CONFIRM -> box.commands().confirm(run, Optional.empty(), box.user());
                case DISCARD -> box.commands().discard(run, Optional.empty(), box.user());
                case CANCEL -> box.commands().cancel(run, Optional.empty(), box.user());
                case OVERRIDE -> box.commands().overridePolicy(run, Optional.empty(), box.admin());
                case FORCE_ERRORED -> box.administration().forceErrored(run, Optional.empty(), box.admin());
                case FORCE_CANCELED -> box.administration().forceCanceled(run, Optional.empty(), box.admin());
                case RELEASE ->
                    box.administration().releaseHold(pick(workspaces).id(), "why", box.admin());
                case WAIT -> box.clock().advance(Duration.ofSeconds(random.nextInt(-20, 90)));
            }
        }

        private void report(Act act, RunId run) {
            RunnerEvent event = act == Act.REPORT_ANYTHING
                    ? pick(List.of(RunnerEvent.values()))
                    : fitting(box.seen(run).run().status());
            int number = box.nextNumber(run) + (random.nextInt(12) == 0 ? random.nextInt(3) - 1 : 0);
            Optional<PlanOutcome> outcome = event == RunnerEvent.PLAN_FINISHED
                    ? Optional.of(new PlanOutcome(random.nextInt(4) > 0, random.nextInt(4) == 0, Optional.empty()))
                    : Optional.empty();
            box.reports()
                    .report(
                            run,
                            new RunnerReport(
                                    Math.max(1, number), event, outcome, ProcessExit.UNKNOWN, Optional.empty()),
                            random.nextInt(12) == 0 ? box.otherRunner() : box.runner());
        }

        private RunnerEvent fitting(RunStatus status) {
            return switch (status) {
                case PENDING -> RunnerEvent.PLAN_STARTED;
                case PLANNING -> RunnerEvent.PLAN_FINISHED;
                case PLANNED -> pick(List.of(RunnerEvent.POLICY_CHECK_STARTED, RunnerEvent.CONFIRMED));
                case POLICY_CHECKING ->
                    pick(List.of(RunnerEvent.POLICY_CHECK_PASSED, RunnerEvent.POLICY_CHECK_SOFT_FAILED));
                case POLICY_OVERRIDE, POLICY_CHECKED -> RunnerEvent.CONFIRMED;
                case CONFIRMED -> RunnerEvent.APPLY_STARTED;
                case APPLYING -> RunnerEvent.APPLY_FINISHED;
                case APPLIED, DISCARDED, ERRORED, CANCELED, PLANNED_AND_FINISHED -> RunnerEvent.GONE;
            };
        }

        void check(String when) {
            List<RunInWorkspace> seen = runs.stream().map(box::seen).toList();
            seen.forEach(each -> checkRun(each.run(), when));
            workspaces.forEach(workspace -> checkQueue(
                    seen.stream()
                            .filter(each -> each.workspace().equals(workspace))
                            .map(RunInWorkspace::run)
                            .filter(run -> !run.submission().planOnly())
                            .toList(),
                    when));
            RunOverview overview = box.administration().list(EVERYTHING, box.admin());
            Map<RunStatus, Long> counts = seen.stream()
                    .collect(Collectors.groupingBy(each -> each.run().status(), Collectors.counting()));
            assertThat(overview.counts()).as(when).isEqualTo(new StatusCounts(counts));
        }

        /** An end is for good, an ending is for who holds something, and every report that counts is kept. */
        private void checkRun(Run run, String when) {
            if (run.status().isFinal()) {
                Run first = ended.putIfAbsent(run.id(), run);
                if (first != null) {
                    assertThat(run.status()).as(when).isEqualTo(first.status());
                    assertThat(run.statusTimestamps()).as(when).isEqualTo(first.statusTimestamps());
                    assertThat(run.plan()).as(when).isEqualTo(first.plan());
                    assertThat(run.apply()).as(when).isEqualTo(first.apply());
                }
            } else {
                assertThat(ended).as(when).doesNotContainKey(run.id());
                assertThat(run.ending().map(Ending::isOpen)).as(when).isNotEqualTo(Optional.of(false));
            }
            assertThat(box.store().runs().timeline(run.id()))
                    .as(when)
                    .hasSize(run.lastReport().number());
        }

        /** One thing at a time, in order of submission. */
        private static void checkQueue(List<Run> queue, String when) {
            List<Run> open =
                    queue.stream().filter(run -> !run.status().isFinal()).toList();
            assertThat(open.stream().skip(1)).as(when).allMatch(run -> run.status() == RunStatus.PENDING);
        }

        private <T> T pick(List<T> choices) {
            return choices.get(random.nextInt(choices.size()));
        }
    }

    private enum Act {
        REPORT_WHAT_FITS,
        REPORT_ANYTHING,
        CONFIRM,
        DISCARD,
        CANCEL,
        OVERRIDE,
        FORCE_ERRORED,
        FORCE_CANCELED,
        RELEASE,
        WAIT
    }
}
