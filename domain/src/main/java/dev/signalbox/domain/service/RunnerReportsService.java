package dev.signalbox.domain.service;

import dev.signalbox.domain.Milliseconds;
import dev.signalbox.domain.access.AccountId;
import dev.signalbox.domain.access.Actor;
import dev.signalbox.domain.access.Right;
import dev.signalbox.domain.port.in.RunnerReceipt;
import dev.signalbox.domain.port.in.RunnerReports;
import dev.signalbox.domain.port.in.RunnerSubmission;
import dev.signalbox.domain.port.in.SignOfLife;
import dev.signalbox.domain.port.out.ChosenSettings;
import dev.signalbox.domain.port.out.Ids;
import dev.signalbox.domain.port.out.Organizations;
import dev.signalbox.domain.port.out.RunChange;
import dev.signalbox.domain.port.out.Runs;
import dev.signalbox.domain.port.out.Workspaces;
import dev.signalbox.domain.queue.RunInWorkspace;
import dev.signalbox.domain.refusal.Refusal;
import dev.signalbox.domain.refusal.Refused;
import dev.signalbox.domain.refusal.Subject;
import dev.signalbox.domain.run.Heartbeat;
import dev.signalbox.domain.run.OutputLine;
import dev.signalbox.domain.run.Run;
import dev.signalbox.domain.run.RunId;
import dev.signalbox.domain.run.RunnerEvent;
import dev.signalbox.domain.run.RunnerProcess;
import dev.signalbox.domain.run.RunnerReport;
import dev.signalbox.domain.run.Standing;
import dev.signalbox.domain.run.Submission;
import dev.signalbox.domain.run.TimelineEntry;
import dev.signalbox.domain.workspace.Workspace;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Takes what runners bring and report, and tells them whether to go on. */
public final class RunnerReportsService implements RunnerReports {

    private final Runs runs;
    private final ChosenSettings settings;
    private final InstantSource time;
    private final SubmissionTarget target;
    private final Submissions submissions;

    /** Works on these ports; time is cut to milliseconds here. */
    public RunnerReportsService(
            Runs runs,
            Organizations organizations,
            Workspaces workspaces,
            ChosenSettings settings,
            Ids ids,
            InstantSource time) {
        this.runs = runs;
        this.settings = settings;
        this.time = time;
        this.target = new SubmissionTarget(organizations, workspaces, ids);
        this.submissions = new Submissions(runs, ids);
    }

    @Override
    public Submitted submit(RunnerSubmission submission, Actor actor) {
        actor.require(Right.REPORT_RUNS, Subject.ORGANIZATION);
        actor.require(Right.CREATE_RUNS, Subject.ORGANIZATION);
        Instant now = now();
        Submission checked = Submissions.of(submission.run(), Optional.of(submission.key()), submission.ci(), actor);
        Workspace workspace = target.of(submission, actor, now);
        AccountId holder = actor.account().orElseThrow(Refusals.notFound(Subject.ORGANIZATION));
        Run run = submissions.prepare(workspace, checked, now).claimedBy(holder);
        RunInWorkspace kept = submissions.add(workspace, run, actor);
        return new Submitted(receipt(kept, now), kept.run().id().equals(run.id()));
    }

    @Override
    public RunnerReceipt report(RunId id, RunnerReport report, Actor actor) {
        actor.require(Right.REPORT_RUNS, Subject.RUN);
        RunInWorkspace after = taken(id, report, actor);
        if (report.number() < after.run().lastReport().number()) {
            requireTaken(id, report);
        }
        Instant now = now();
        Heartbeat sign = Heartbeat.at(now).of(process(id, report));
        runs.beat(id, _ -> Optional.of(sign));
        return receipt(after, now);
    }

    /** Whoever asks for its turn too early lives, and may say nothing else while it waits. */
    private RunInWorkspace taken(RunId id, RunnerReport report, Actor actor) {
        try {
            return runs.update(id, seen -> change(seen, report, actor)).orElseThrow(Refusals.notFound(Subject.RUN));
        } catch (Refused refused) {
            if (refused.refusal() instanceof Refusal.NotItsTurn) {
                beat(id, SignOfLife.BARE, actor, now());
            }
            throw refused;
        }
    }

    /** What is being stopped is what ran before; any other report begins or ends something. */
    private RunnerProcess process(RunId id, RunnerReport report) {
        return Optional.of(report)
                .filter(told -> told.event() == RunnerEvent.STOPPING)
                .flatMap(_ -> runs.lastHeartbeat(id))
                .map(Heartbeat::process)
                .orElse(RunnerProcess.UNKNOWN);
    }

    @Override
    public RunnerReceipt heartbeat(RunId id, SignOfLife sign, Actor actor) {
        actor.require(Right.REPORT_RUNS, Subject.RUN);
        Instant now = now();
        RunInWorkspace seen = beat(id, sign, actor, now);
        if (seen.run().runner().isEmpty()) {
            var _ = Claims.held(runs, seen, actor);
            seen = beat(id, sign, actor, now);
        }
        return receipt(seen, now);
    }

    /** Keeps nothing for a run that nobody has claimed. */
    private RunInWorkspace beat(RunId id, SignOfLife sign, Actor actor, Instant now) {
        return runs.beat(id, seen -> {
                    ReportedRun.holder(seen, actor);
                    Heartbeat heartbeat = heartbeat(sign, now);
                    return seen.run().runner().map(_ -> heartbeat);
                })
                .orElseThrow(Refusals.notFound(Subject.RUN));
    }

    @Override
    public RunnerReceipt standing(RunId id, Actor actor) {
        RunInWorkspace seen = runs.find(id)
                .filter(found -> actor.sees(found.workspace().organization()))
                .orElseThrow(Refusals.notFound(Subject.RUN));
        return receipt(seen, now());
    }

    @Override
    public Map<RunId, Standing> standings(Set<RunId> ids) {
        return runs.standings(ids);
    }

    private RunnerReceipt receipt(RunInWorkspace seen, Instant now) {
        return RunnerReceipt.of(seen, settings.inForce(seen.workspace().id()), now);
    }

    /** An output's time is told by its age, as far as the runner says what its clock shows; none lies ahead. */
    private static Heartbeat heartbeat(SignOfLife sign, Instant now) {
        Optional<Instant> outputAt = sign.outputAt().map(Milliseconds::of);
        Optional<Instant> ours = sign.sentAt()
                .map(sentAt -> outputAt.map(at -> now.minus(Duration.between(at, Milliseconds.of(sentAt))))
                        .map(at -> at.isAfter(now) ? now : at))
                .orElse(outputAt);
        return new Heartbeat(
                now,
                ours,
                sign.outputBytes(),
                sign.process(),
                sign.lastLines().stream().map(OutputLine::shown).toList());
    }

    /** An old report may be repeated, as long as it is the same; the timeline only grows, so it may be read later. */
    private void requireTaken(RunId id, RunnerReport report) {
        boolean taken = runs.timeline(id).stream()
                .map(TimelineEntry::report)
                .anyMatch(known -> known.number() == report.number() && known.event() == report.event());
        if (!taken) {
            throw new Refused(new Refusal.ReportConflict(id.value(), report.number()));
        }
    }

    private RunChange change(RunInWorkspace seen, RunnerReport report, Actor actor) {
        AccountId holder = ReportedRun.holder(seen, actor);
        Instant now = now();
        ReportedRun reported = new ReportedRun(seen, report, actor, now);
        return reported.isRepeated()
                ? RunChange.untraced(seen.run())
                : RunChange.by(reported.after(holder), new TimelineEntry(now, report));
    }

    private Instant now() {
        return Milliseconds.of(time.instant());
    }
}
