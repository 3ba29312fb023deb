package dev.signalbox.app.client;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** What a run's runner told of its command, in words. */
final class RunnerWords {

    private RunnerWords() {}

    /** How much was printed, and when last. */
    static Optional<String> output(Fields evidence, Instant now) {
        return said(List.of(
                evidence.text("output-bytes").map(bytes -> bytes + " bytes"),
                evidence.time("output-at").map(then -> "the last " + Age.ago(then, now))));
    }

    /** Where the command runs, or of a host alone, where it ran. */
    static Optional<String> process(Fields evidence) {
        var processes = said(List.of(
                evidence.text("process-id").map(id -> "group " + id),
                evidence.text("process-count").map(count -> count + (count.equals("1") ? " process" : " processes")),
                ids(evidence)));
        return evidence.text("host")
                .map(host -> processes.orElse("not told") + ", on " + host)
                .or(() -> processes);
    }

    /** Of many processes only the first are told. */
    private static Optional<String> ids(Fields evidence) {
        List<String> ids = evidence.texts("process-ids");
        String count = String.valueOf(ids.size());
        String more = evidence.text("process-count")
                .filter(all -> !all.equals(count))
                .map(_ -> " …")
                .orElse("");
        return Optional.of(ids).filter(some -> !some.isEmpty()).map(some -> "PID " + String.join(" ", some) + more);
    }

    /** When something was reported, what, how the command had ended and why. */
    static String report(Fields report) {
        return report.time("at").map(Age::second).orElse(Fields.UNKNOWN) + "  " + report.said("event") + exit(report)
                + report.text("reason").map(reason -> ": " + reason).orElse("");
    }

    /** The exit code and the signal in brackets, behind a blank; empty if neither is known. */
    static String exit(Fields fields) {
        return said(List.of(
                        fields.text("exit-code").map(code -> "exit code " + code),
                        fields.text("signal").map(signal -> "signal " + signal)))
                .map(how -> " (" + how + ")")
                .orElse("");
    }

    private static Optional<String> said(List<Optional<String>> parts) {
        return Optional.of(parts.stream().flatMap(Optional::stream).collect(Collectors.joining(", ")))
                .filter(text -> !text.isEmpty());
    }
}
