package dev.signalbox.app.client;

import java.time.Duration;
import java.util.Optional;

/** Forces one run after the other to an end, and waits for what ran if it is to. */
final class ForcedEnd {

    private static final Duration INTERVAL = Duration.ofSeconds(1);

    private final Server server;
    private final ClientContext context;
    private final String action;
    private final String reason;
    private final boolean json;

    /**
     * With the action of the Admin Runs API: {@code cancel} or {@code force-cancel}.
     *
     * @param json whether a script reads the runs, with the names that the act itself does not answer
     */
    ForcedEnd(Server server, ClientContext context, String action, String reason, boolean json) {
        this.server = server;
        this.context = context;
        this.action = action;
        this.reason = reason;
        this.json = json;
    }

    /** Ends the run and, if there are seconds to wait, waits at most so long until nothing of it runs any more. */
    Outcome of(String id, int secondsToWait) {
        try {
            var forced = RunView.of(server.post(
                    "/api/v2/admin/runs/" + id + "/actions/" + action,
                    Json.object().put("comment", reason)));
            return secondsToWait == 0 ? ended(id, forced) : awaitGone(id, secondsToWait, forced);
        } catch (ServerRefused e) {
            return new Outcome(
                    id,
                    Outcome.Kind.REFUSED,
                    id + ": " + e.getMessage(),
                    e.errors().path("errors"));
        } catch (Unanswered e) {
            return new Outcome(
                    id,
                    Outcome.Kind.UNANSWERED,
                    id + ": " + e.getMessage() + "; whether it was ended is not known",
                    e.errors().path("errors"));
        }
    }

    private Outcome ended(String id, RunView forced) {
        var told = json ? look(id).orElse(forced) : forced;
        return new Outcome(id, Outcome.Kind.ENDED, id + " is " + forced.status(), told.json());
    }

    private Outcome awaitGone(String id, int seconds, RunView forced) {
        long end = System.nanoTime() + Duration.ofSeconds(seconds).toNanos();
        var run = forced;
        for (int waited = 0; ; waited++) {
            var seen = look(id);
            run = seen.orElse(run);
            // What the act itself answered does not tell of the process.
            if (seen.isPresent() && !run.mayStillRun()) {
                return new Outcome(
                        id, Outcome.Kind.ENDED, id + " is " + run.status() + "; " + whatRan(run), run.json());
            }
            if (waited >= seconds
                    || System.nanoTime() > end
                    || Thread.currentThread().isInterrupted()) {
                return new Outcome(
                        id,
                        Outcome.Kind.NOT_GONE,
                        id + " is " + run.status() + ", but not known to be gone after " + seconds + " s; "
                                + whatRan(run),
                        run.json());
            }
            context.pause().pause(INTERVAL);
        }
    }

    /** A server that is away for a while, or refuses a question, is asked again; what was done is done. */
    private Optional<RunView> look(String id) {
        try {
            return Optional.of(RunView.of(RunOf.read(server, id)));
        } catch (Unanswered | ServerRefused e) {
            return Optional.empty();
        }
    }

    private static String whatRan(RunView run) {
        return run.ending().node().isObject()
                ? RunPage.ending(run)
                : run.ending().node().isNull() ? "nothing ran" : "what of it runs is unknown";
    }
}
