package dev.signalbox.domain.attention;

import dev.signalbox.domain.ShortDuration;
import dev.signalbox.domain.run.RunStatus;
import dev.signalbox.domain.settings.Setting;
import dev.signalbox.domain.settings.SettingValues;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The rules that look at a run alone, with the settings that hold in its workspace. */
record RunRules(SettingValues settings, Instant now, Instant listeningSince, Instant steadySince) {

    private static final String NO_WORD_OF_OUTPUT =
            "the runner does not tell when its command prints something, so silence is not judged";

    private static final String NOT_JUDGED_FOR_ANOTHER =
            "Signalbox could hear no runner for a while, so a lost heartbeat is not judged for another ";

    /** Above it a runner that may not be heard of for long would keep every other limit from being judged. */
    private static final Duration LONGEST_PATIENCE = Duration.ofSeconds(Setting.HEARTBEAT_LOST_SECONDS.usual());

    Assessment assess(WatchedRun run) {
        String missing = Stream.of(noWordOfOutput(run), notJudgedYet(run))
                .flatMap(Optional::stream)
                .collect(Collectors.joining("; "));
        return new Assessment(evidence(run), Optional.of(missing).filter(text -> !text.isEmpty()));
    }

    private static Optional<String> noWordOfOutput(WatchedRun run) {
        boolean unknown = StatusRules.prints(run.status()) && run.output().isEmpty();
        return unknown ? Optional.of(NO_WORD_OF_OUTPUT) : Optional.empty();
    }

    /** The time that runners get to be heard of again can be set, to days. */
    private Optional<String> notJudgedYet(WatchedRun run) {
        return unheard(run)
                .filter(lost -> !hasListenedFor(lost.allowed()))
                .map(lost -> NOT_JUDGED_FOR_ANOTHER
                        + ShortDuration.of(Duration.between(now, listeningSince.plus(lost.allowed()))));
    }

    private List<Attention> evidence(WatchedRun run) {
        return Stream.of(lost(run), endUnconfirmed(run), silent(run), overdue(run), noRunner(run))
                .flatMap(Optional::stream)
                .toList();
    }

    private Optional<Attention> lost(WatchedRun run) {
        return unheard(run).filter(lost -> hasListenedFor(lost.allowed())).map(Attention.class::cast);
    }

    /** Whether or not the runner could have been heard. */
    private Optional<Attention.HeartbeatLost> unheard(WatchedRun run) {
        Duration limit = settings.time(Setting.HEARTBEAT_LOST_SECONDS);
        return run.runnerSpokeAt()
                .filter(at -> run.claimed() && StatusRules.needsRunner(run.status()) && isPassed(at, limit))
                .map(at -> new Attention.HeartbeatLost(at, limit, now, run.isHeardOf()));
    }

    private Optional<Attention> endUnconfirmed(WatchedRun run) {
        Duration limit = settings.time(Setting.END_UNCONFIRMED_SECONDS);
        boolean ended = run.status().isFinal();
        return run.ending()
                .filter(ending -> ending.isOpen() && (!ended || run.holdsWorkspace(now)))
                .filter(ending -> isOver(ending.requestedAt(), limit))
                .map(ending -> new Attention.EndUnconfirmed(
                        ending.phase(),
                        ended,
                        ending.requestedAt(),
                        limit,
                        now,
                        run.forced(),
                        lastLine(run, ending.phase())));
    }

    /**
     * By what the runner told, not by the time since: what it has not told of may have been printed. A time without
     * Signalbox counts, since the runner would have told of output behind it; a step of the clock does not.
     */
    private Optional<Attention> silent(WatchedRun run) {
        Duration limit = settings.time(Setting.SILENCE_SECONDS);
        return run.output().filter(_ -> StatusRules.prints(run.status())).flatMap(output -> {
            Instant since = notAhead(run.since(), limit);
            Instant grown = output.grownAt().map(at -> notAhead(at, limit)).orElse(since);
            Instant quiet = later(later(grown, since), steadySince);
            Instant told = notAhead(output.toldAt(), limit);
            return told.isBefore(quiet.plus(limit))
                    ? Optional.empty()
                    : Optional.of(new Attention.Silent(quiet, limit, told, output.lastLine()));
        });
    }

    /**
     * What lies further ahead than the limit was written down before the clock was set back, and so before runners
     * could be heard without a break. By less may be what was written down just now, also by another server.
     */
    private Instant notAhead(Instant written, Duration limit) {
        return written.isAfter(now.plus(limit)) ? listeningSince : written;
    }

    private Optional<Attention> overdue(WatchedRun run) {
        return StatusRules.limit(run.status())
                .map(settings::time)
                .filter(limit -> isOver(run.since(), limit))
                .map(limit ->
                        new Attention.Overdue(run.status(), run.since(), limit, now, lastLine(run, run.status())));
    }

    private Optional<Attention> noRunner(WatchedRun run) {
        Duration limit = settings.time(Setting.NO_RUNNER_SECONDS);
        boolean unseen =
                run.status() == RunStatus.PENDING && run.runnerSpokeAt().isEmpty();
        return unseen && isOver(run.since(), limit)
                ? Optional.of(new Attention.NoRunner(run.since(), limit, now))
                : Optional.empty();
    }

    private static Optional<String> lastLine(WatchedRun run, RunStatus phase) {
        return run.output().filter(_ -> StatusRules.prints(phase)).flatMap(Output::lastLine);
    }

    Optional<Attention> reasonToEnd(WatchedRun run) {
        return evidence(run).stream()
                .flatMap(found -> reasonToEnd(found, run.status()).stream())
                .findFirst();
    }

    /** The evidence, with the limit that acts; absent if none does. */
    private Optional<Attention> reasonToEnd(Attention found, RunStatus status) {
        return switch (found) {
            case Attention.HeartbeatLost lost ->
                StatusRules.endOfLost(status).filter(settings::isSet).flatMap(_ -> lostForGood(lost));
            case Attention.Overdue overdue ->
                StatusRules.endOfOverdue(status).filter(settings::isSet).map(_ -> overdue);
            case Attention.Silent _,
                    Attention.EndUnconfirmed _,
                    Attention.NoRunner _,
                    Attention.BehindRun _,
                    Attention.BehindLock _ -> Optional.empty();
        };
    }

    /** Whoever is not lost yet is not lost for good either, so that of the two limits the longer one acts. */
    private Optional<Attention> lostForGood(Attention.HeartbeatLost lost) {
        Duration end = settings.time(Setting.LOST_END_SECONDS);
        Duration limit = end.compareTo(lost.allowed()) > 0 ? end : lost.allowed();
        return isPassed(lost.since(), limit) && hasListenedFor(limit)
                ? Optional.of(new Attention.HeartbeatLost(lost.since(), limit, now, lost.heardBefore()))
                : Optional.empty();
    }

    /** Whether the limit is passed, and runners have had the time to be heard of. */
    private boolean isOver(Instant since, Duration limit) {
        Duration patience = settings.time(Setting.HEARTBEAT_LOST_SECONDS);
        return isPassed(since, limit)
                && hasListenedFor(patience.compareTo(LONGEST_PATIENCE) < 0 ? patience : LONGEST_PATIENCE);
    }

    private boolean isPassed(Instant since, Duration limit) {
        return !now.isBefore(since.plus(limit));
    }

    private boolean hasListenedFor(Duration time) {
        return isPassed(listeningSince, time);
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
