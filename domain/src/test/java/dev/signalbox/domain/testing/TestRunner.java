package dev.signalbox.domain.testing;

import dev.signalbox.domain.run.RunId;
import dev.signalbox.domain.run.RunStatus;
import dev.signalbox.domain.run.RunnerEvent;
import java.util.Optional;

/** The shortest way of a run to a status through the services. */
final class TestRunner {

    private TestRunner() {}

    static void bring(TestSignalbox box, RunId run, RunStatus status) {
        switch (status) {
            case PENDING -> {}
            case PLANNING -> after(box, run, RunStatus.PENDING, RunnerEvent.PLAN_STARTED);
            case PLANNED -> after(box, run, RunStatus.PLANNING, RunnerEvent.PLAN_FINISHED);
            case CONFIRMED -> {
                bring(box, run, RunStatus.PLANNED);
                box.commands().confirm(run, Optional.empty(), box.user());
            }
            case APPLYING -> after(box, run, RunStatus.CONFIRMED, RunnerEvent.APPLY_STARTED);
            case APPLIED -> after(box, run, RunStatus.APPLYING, RunnerEvent.APPLY_FINISHED);
            case DISCARDED -> {
                bring(box, run, RunStatus.PLANNED);
                box.commands().discard(run, Optional.empty(), box.user());
            }
            case ERRORED -> after(box, run, RunStatus.PLANNING, RunnerEvent.PLAN_FAILED);
            case CANCELED -> box.commands().cancel(run, Optional.empty(), box.user());
            case POLICY_CHECKING -> after(box, run, RunStatus.PLANNED, RunnerEvent.POLICY_CHECK_STARTED);
            case POLICY_OVERRIDE -> after(box, run, RunStatus.POLICY_CHECKING, RunnerEvent.POLICY_CHECK_SOFT_FAILED);
            case POLICY_CHECKED -> after(box, run, RunStatus.POLICY_CHECKING, RunnerEvent.POLICY_CHECK_PASSED);
            case PLANNED_AND_FINISHED -> {
                bring(box, run, RunStatus.PLANNING);
                box.reportPlanWithoutChanges(run);
            }
        }
    }

    private static void after(TestSignalbox box, RunId run, RunStatus before, RunnerEvent event) {
        bring(box, run, before);
        box.report(run, event);
    }
}
