package dev.signalbox.app.client;

import dev.signalbox.domain.run.RunStatus;
import java.time.Duration;
import java.util.function.Predicate;

/** What there is to know before a run is forced to an end: why, whether its runner hears of it, what that may do. */
final class Reach {

    private static final Duration RECENT = Duration.ofSeconds(30);
    private static final int LINE_WIDTH = 200;

    private Reach() {}

    /** Some sentences. */
    static String sentence(RunView run) {
        if (run.isFinal()) {
            return run.id() + " of " + run.place() + " has ended already: it is " + run.status() + ".";
        }
        return run.id() + " of " + run.place() + " is " + run.status() + " for " + run.age() + ". " + evidence(run)
                + runner(run) + risk(run.status());
    }

    /** What speaks for and against its being stuck. */
    private static String evidence(RunView run) {
        var silent = run.attributes().node().has("signalbox-attention")
                ? "Nothing was found that needs attention"
                : "Whether it needs attention is unknown";
        var found =
                run.attention().map(sentence -> "Needs attention: " + sentence).orElse(silent)
                        + run.attributes()
                                .text("signalbox-attention-missing")
                                .map(missing -> "; " + missing)
                                .orElse("")
                        + ". ";
        boolean atWork = RunStatus.ofWireName(run.status())
                .filter(RunStatus::isHeldByRunner)
                .isPresent();
        return atWork ? found + output(run) + ". " : found;
    }

    /** A line that what was found quotes at its end is not said again. */
    private static String output(RunView run) {
        var when = run.evidence()
                .time("output-at")
                .map(then -> "Last output " + Age.ago(then, run.at()))
                .orElse("When it last printed something is not known");
        var lines = run.evidence().texts("last-lines");
        return lines.isEmpty()
                        || run.attention().filter(quoting(lines.getLast())).isPresent()
                ? when
                : when + ": " + Text.cut(lines.getLast(), LINE_WIDTH);
    }

    /** A server quotes no more of a long line than its beginning. */
    private static Predicate<String> quoting(String line) {
        boolean whole = line.codePointCount(0, line.length()) <= LINE_WIDTH;
        var quoted = whole
                ? line.strip()
                : line.substring(0, line.offsetByCodePoints(0, LINE_WIDTH)).strip() + " …";
        return sentence -> sentence.endsWith("last line: " + quoted);
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
                .orElse("No sign of life of a runner is known.");
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
