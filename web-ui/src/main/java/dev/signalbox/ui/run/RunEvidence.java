package dev.signalbox.ui.run;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Text;
import com.vaadin.flow.component.html.Anchor;
import dev.signalbox.domain.attention.Assessment;
import dev.signalbox.domain.attention.Attention;
import dev.signalbox.domain.run.CiJob;
import dev.signalbox.domain.run.Heartbeat;
import dev.signalbox.domain.run.Run;
import dev.signalbox.domain.run.RunnerEvent;
import dev.signalbox.domain.run.RunnerProcess;
import dev.signalbox.domain.run.RunnerReport;
import dev.signalbox.domain.run.TimelineEntry;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a runner tells of its command, its plan and the job that it belongs to, in words. */
final class RunEvidence {

    private RunEvidence() {}

    /** What the rules say of a run: what they found, and what they could not judge. */
    static String attention(Assessment assessment) {
        String found = assessment.evidence().stream().map(Attention::sentence).collect(Collectors.joining("; "));
        return (found.isEmpty() ? "Nothing was found that needs attention" : "Needs attention: " + found)
                + assessment.missing().map(missing -> "; " + missing).orElse("") + ".";
    }

    /** What runs of the command; empty if the runner did not say, or nothing does. */
    static String process(Heartbeat heartbeat) {
        RunnerProcess process = heartbeat.process();
        List<String> parts = new ArrayList<>();
        process.id().ifPresent(id -> parts.add("group " + id));
        process.count().ifPresent(count -> parts.add(count == 1 ? "1 process" : count + " processes"));
        process.ids()
                .filter(ids -> !ids.isEmpty())
                .ifPresent(ids -> parts.add("PID "
                        + ids.stream().map(String::valueOf).collect(Collectors.joining(" "))
                        + process.count()
                                .filter(all -> all > ids.size())
                                .map(_ -> " …")
                                .orElse("")));
        return String.join(", ", parts);
    }

    /** What a finished plan would do. */
    static String changes(Run run) {
        if (!run.hasChanges()) {
            return "none";
        }
        return counts(run).orElse("yes");
    }

    /** How much a plan would do, if its runner counted. */
    static Optional<String> counts(Run run) {
        return run.plan()
                .counts()
                .map(counts -> counts.additions() + " to add, " + counts.changes() + " to change, "
                        + counts.destructions() + " to destroy");
    }

    /** Which policy check failed that a person may override, and how, as far as its runner told. */
    static String policy(List<TimelineEntry> reports) {
        Optional<RunnerReport> failure = reports.stream()
                .map(TimelineEntry::report)
                .filter(report -> report.event() == RunnerEvent.POLICY_CHECK_SOFT_FAILED)
                .findFirst();
        return "The policy check failed"
                + failure.flatMap(RunnerReport::reason)
                        .map(reason -> ": \u201c" + dev.signalbox.domain.Text.excerpt(reason) + "\u201d.")
                        .orElseGet(() -> failure.flatMap(report -> report.exit().code())
                                        .map(code -> " with exit " + code)
                                        .orElse("")
                                + "; its runner gave no reason.");
    }

    /** The job, as a link if it says where it is. */
    static Component[] job(CiJob ci) {
        String name = ci.name().orElse("job");
        Component job = ci.jobUrl()
                .<Component>map(url -> {
                    Anchor anchor = new Anchor(url.toString(), name);
                    anchor.getElement().setAttribute("rel", "noreferrer noopener");
                    return anchor;
                })
                .orElseGet(() -> new Text(name));
        List<String> rest = Stream.of(
                        ci.commit().map(commit -> "commit " + commit),
                        ci.branch().map(branch -> "branch " + branch),
                        ci.author().map(author -> "by " + author))
                .flatMap(Optional::stream)
                .toList();
        return rest.isEmpty() ? new Component[] {job} : new Component[] {job, new Text(", " + String.join(", ", rest))};
    }
}
