package dev.signalbox.domain.attention;

import dev.signalbox.domain.run.RunId;
import dev.signalbox.domain.settings.SettingValues;
import dev.signalbox.domain.workspace.WorkspaceLock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The rules by which a run needs attention, at one instant. A limit is passed at the very instant at which it is over.
 *
 * <p>While Signalbox does not listen, no runner can be heard. So for as long after {@code listeningSince} as a runner
 * may not be heard of, nothing is held against a run that word from its runner could refute.
 *
 * @param installation what is set for the installation
 * @param listeningSince since when runners could have been heard without a break
 * @param steadySince since when the clock by which all is judged has made no step
 */
public record AttentionRules(SettingValues installation, Instant now, Instant listeningSince, Instant steadySince) {

    /** What the rules say of each run of the workspace. */
    public Map<RunId, Assessment> assess(WatchedWorkspace workspace) {
        RunRules rules = in(workspace.settings());
        Map<RunId, Assessment> assessed = new LinkedHashMap<>();
        workspace.runs().forEach(run -> assessed.put(run.id(), rules.assess(run)));
        Optional<WatchedRun> holder =
                workspace.runs().stream().filter(run -> run.holdsWorkspace(now)).findFirst();
        Optional<WatchedRun> first =
                workspace.runs().stream().filter(WatchedRun::isAhead).findFirst();
        // Oldest first, so that whoever is waited for has been assessed before.
        workspace.runs().stream().filter(WatchedRun::waitsForItsTurn).forEach(run -> {
            Optional<WatchedRun> blocker = holder.or(() -> first.filter(ahead -> !ahead.equals(run)));
            behind(blocker, workspace.lock(), assessed)
                    .ifPresent(why -> assessed.computeIfPresent(run.id(), (_, own) -> with(own, why)));
        });
        return assessed;
    }

    /** Why the run is to be ended without a person's word; absent if it is not. */
    public Optional<Attention> reasonToEnd(WatchedRun run, SettingValues ofWorkspace) {
        return in(ofWorkspace).reasonToEnd(run);
    }

    /** The same without any patience after a time in which no runner could be heard, or after a step of the clock. */
    public AttentionRules asIfAlwaysListening() {
        return new AttentionRules(installation, now, Instant.EPOCH, Instant.EPOCH);
    }

    private RunRules in(SettingValues ofWorkspace) {
        return new RunRules(ofWorkspace.over(installation), now, listeningSince, steadySince);
    }

    /** In the order in which a pending run waits: for what is held, for what is ahead of it, for the lock. */
    private Optional<Attention> behind(
            Optional<WatchedRun> blocker, Optional<WorkspaceLock> lock, Map<RunId, Assessment> assessed) {
        if (blocker.isEmpty()) {
            return lock.map(held -> new Attention.BehindLock(held, now));
        }
        RunId ahead = blocker.get().id();
        return assessed.getOrDefault(ahead, Assessment.NONE)
                .attention()
                .map(why -> new Attention.BehindRun(ahead, why));
    }

    private static Assessment with(Assessment own, Attention weaker) {
        List<Attention> evidence = new ArrayList<>(own.evidence());
        evidence.add(weaker);
        return new Assessment(evidence, own.missing());
    }
}
