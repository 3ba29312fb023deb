package dev.signalbox.app.client;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import tools.jackson.databind.JsonNode;

/** Lists runs. */
@Command(
        name = "list",
        description = "List runs, newest first.",
        footer = {
            "",
            "--json prints the server's resources as one array, each with the names of its organization "
                    + "and workspace in meta. Exit codes: 0; 1 the server refused; 2 misuse; 4 no token, or no "
                    + "answer from the server."
        })
final class RunsListCommand extends ListCommand<RunView> {

    static final String PATH = "/api/v2/admin/runs";

    @Mixin
    private final ListFilters filters = new ListFilters();

    @Option(
            names = "--sort",
            paramLabel = "ORDER",
            converter = Known.Orders.class,
            description = "created-at or -created-at, newest first (the last).")
    private @Nullable String sort;

    RunsListCommand(ClientContext context) {
        super(context);
    }

    @Override
    String path() {
        return PATH;
    }

    /** With the names of what the runs belong to. */
    @Override
    Query query() {
        return filters.query().with("sort", sort).with("include", "workspace");
    }

    @Override
    Function<Reply, Optional<String>> following(Query first) {
        return new RunWindows(first, "created-at".equals(sort))::after;
    }

    @Override
    List<RunView> items(Reply page) {
        return RunView.list(page);
    }

    @Override
    String id(RunView run) {
        return run.id();
    }

    @Override
    JsonNode json(RunView run) {
        return run.json();
    }

    @Override
    Rows<RunView> rows() {
        return RunTable.rows(screen().look());
    }

    @Override
    List<String> below(Reply first) {
        return List.of(RunTable.counts(first));
    }
}
