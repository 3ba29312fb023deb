package dev.signalbox.domain.run;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.StringJoiner;
import java.util.stream.Collectors;

/** Writes {@code docs/run-lifecycle.md} out of the table. */
final class RunLifecycleDocument {

    private static final String INTRODUCTION = """
            # The life of a run

            Generated from `RunLifecycle`, the one table of what may happen to a run; a test keeps this page like it.
            What is not listed is refused.

            """;

    private RunLifecycleDocument() {}

    static String text() {
        return INTRODUCTION + diagram() + table();
    }

    /** One arrow for all actions from one status to another. */
    private static String diagram() {
        Map<String, StringJoiner> arrows = new LinkedHashMap<>();
        for (RunLifecycle.Move move : RunLifecycle.moves()) {
            arrows.computeIfAbsent(
                            "    " + move.from().wireName() + " --> "
                                    + move.to().wireName() + " : ",
                            _ -> new StringJoiner(", "))
                    .add(move.action().label());
        }
        String lines = arrows.entrySet().stream()
                .map(arrow -> arrow.getKey() + arrow.getValue() + "\n")
                .collect(Collectors.joining());
        String ends = Arrays.stream(RunStatus.values())
                .filter(RunStatus::isFinal)
                .map(status -> "    " + status.wireName() + " --> [*]\n")
                .collect(Collectors.joining());
        return "```mermaid\nstateDiagram-v2\n    [*] --> pending : submit\n" + lines + ends + "```\n\n";
    }

    private static String table() {
        String rows = RunLifecycle.moves().stream()
                .map(move -> "| `%s` | %s | `%s` |\n"
                        .formatted(
                                move.from().wireName(),
                                move.action().label(),
                                move.to().wireName()))
                .collect(Collectors.joining());
        return "| from | action | to |\n|---|---|---|\n" + rows;
    }
}
