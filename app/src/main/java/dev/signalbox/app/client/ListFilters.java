package dev.signalbox.app.client;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which runs are listed. */
final class ListFilters {

    @Option(
            names = "--status",
            paramLabel = "STATUS,…",
            converter = Known.Statuses.class,
            description = "Only runs in one of these statuses.")
    private @Nullable String status;

    @Option(
            names = "--group",
            paramLabel = "GROUP",
            converter = Known.Groups.class,
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
