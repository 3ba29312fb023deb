package dev.signalbox.app.client;

import dev.signalbox.domain.run.RunStatus;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/**
 * Which runs are listed.
 *
 * <p>What the values may be, the server knows; but to it an unknown status is one that no run has, and a person who
 * mistypes it would be told that nothing hangs.
 */
final class ListFilters {

    @Spec(Spec.Target.MIXEE)
    @SuppressWarnings("NullAway.Init")
    private CommandSpec command;

    private @Nullable String status;

    @Option(
            names = "--group",
            paramLabel = "GROUP",
            converter = Given.class,
            description = "Only runs of this group of statuses: non_final, final, discardable, active, waiting,"
                    + " needs_attention.")
    private @Nullable String group;

    @Option(
            names = {"-q", "--search"},
            paramLabel = "WORDS",
            converter = Given.class,
            description = "Only runs in whose names all of these words are found.")
    private @Nullable String words;

    @Option(
            names = "--organization",
            paramLabel = "NAME",
            converter = Given.class,
            description = "Only runs of this organization.")
    private @Nullable String organization;

    @Option(
            names = "--workspace",
            paramLabel = "NAME",
            converter = Given.class,
            description = "Only runs of workspaces with this name.")
    private @Nullable String workspace;

    @Option(
            names = "--from",
            paramLabel = "TIME",
            converter = Moment.class,
            description = "Only runs created then or later: 2026-11-24T05:52:16Z, or with another offset.")
    private @Nullable String from;

    @Option(
            names = "--to",
            paramLabel = "TIME",
            converter = Moment.class,
            description = "Only runs created then or earlier.")
    private @Nullable String to;

    @Option(names = "--status", paramLabel = "STATUS,…", description = "Only runs in one of these statuses.")
    void status(String list) {
        for (String name : list.split(",", -1)) {
            if (RunStatus.ofWireName(name).isEmpty()) {
                throw new ParameterException(
                        command.commandLine(),
                        "--status: \"" + Text.plain(name)
                                + "\" is no status of a run; those are "
                                + Arrays.stream(RunStatus.values())
                                        .map(RunStatus::wireName)
                                        .collect(Collectors.joining(", "))
                                + ".");
            }
        }
        status = list;
    }

    /** The list's parameters. */
    Query query() {
        return Query.empty()
                .with("filter[status]", status)
                .with("filter[status_group]", group)
                .with("q", words)
                .with("filter[organization]", organization)
                .with("filter[workspace]", workspace)
                .with("filter[from]", from)
                .with("filter[to]", to);
    }
}
