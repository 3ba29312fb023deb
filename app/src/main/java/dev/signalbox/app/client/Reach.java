package dev.signalbox.app.client;

import java.time.Duration;

/** What there is to know before a run is forced to an end: whether its runner hears of it, and what that may do. */
final class Reach {

    private static final Duration RECENT = Duration.ofSeconds(30);

    private Reach() {}

    /** One or two sentences. */
    static String sentence(RunView run) {
        if (run.isFinal()) {
            return run.id() + " of " + run.place() + " has ended already: it is " + run.status() + ".";
        }
        return run.id() + " of " + run.place() + " is " + run.status() + " for " + run.age() + ". " + runner(run)
                + risk(run.status());
    }

    private static String runner(RunView run) {
        if (!run.attributes().node().has("signalbox-last-heard-at")) {
            return "Whether its runner can be reached is unknown.";
        }
        return run.attributes()
                .time("signalbox-last-heard-at")
                .map(then -> Duration.between(then, run.at()))
                .map(silence -> silence.compareTo(RECENT) <= 0
                        ? "Its runner was heard " + Age.of(silence) + " ago and will be told to stop."
                        : "Its runner cannot be reached: it was last heard " + Age.of(silence)
                                + " ago. The record ends; a process may go on.")
                .orElse("No runner of it was ever heard.");
    }

    private static String risk(String status) {
        return switch (status) {
            case "applying" ->
                " An apply that is interrupted may leave things half made, and a state that does not"
                        + " tell of them.";
            case "confirmed" -> " Its apply may begin at any moment.";
            default -> "";
        };
    }
}
