package dev.signalbox.app.client;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which audit events are meant. */
final class AuditFilters {

    static final String PATH = "/api/signalbox/v1/admin/audit-events";

    @Option(
            names = "--actor",
            paramLabel = "NAME",
            converter = Given.class,
            description = "Only what this account did: its name or ID.")
    private @Nullable String actor;

    @Option(
            names = "--action",
            paramLabel = "ACTION,…",
            converter = Known.Actions.class,
            description = "Only these actions, such as run-forced-to-errored; all are told if one is unknown.")
    private @Nullable String action;

    @Option(
            names = "--organization",
            paramLabel = "NAME",
            converter = Given.class,
            description = "Only what concerned this organization.")
    private @Nullable String organization;

    @Option(
            names = "--workspace",
            paramLabel = "NAME",
            converter = Given.class,
            description = "Only what concerned workspaces of this name.")
    private @Nullable String workspace;

    @Option(
            names = "--run",
            paramLabel = "ID",
            converter = RunOf.Id.class,
            description = "Only what concerned this run.")
    private @Nullable String run;

    @Option(
            names = "--from",
            paramLabel = "TIME",
            converter = Moment.class,
            description = "Only what happened then or later: 2026-11-24T05:52:16Z, or with another offset.")
    private @Nullable String from;

    @Option(
            names = "--to",
            paramLabel = "TIME",
            converter = Moment.class,
            description = "Only what happened then or earlier.")
    private @Nullable String to;

    /** The parameters of the list and of the export. */
    Query query() {
        return Query.empty()
                .with("filter[actor]", actor)
                .with("filter[action]", action)
                .with("filter[organization]", organization)
                .with("filter[workspace]", workspace)
                .with("filter[run]", run)
                .with("filter[from]", from)
                .with("filter[to]", to);
    }
}
