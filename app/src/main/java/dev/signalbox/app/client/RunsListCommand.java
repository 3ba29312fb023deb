package dev.signalbox.app.client;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Lists runs: a table for people; for scripts one JSON array, which is whole or, if anything broke off, no JSON. */
@Command(
        name = "list",
        description = "List runs, newest first.",
        footer = {
            "",
            "--json prints the server's resources as one array, each with the names of its organization and workspace",
            "in meta. Exit codes: 0; 1 the server refused; 2 misuse; 4 no token, or no answer from the server."
        })
final class RunsListCommand extends ClientCommand {

    static final String PATH = "/api/v2/admin/runs";

    private static final int USUAL = 20;
    private static final int LARGEST_PAGE = 100;

    @Mixin
    private final ListFilters filters = new ListFilters();

    @Option(names = "--limit", paramLabel = "N", description = "At most so many (" + USUAL + ").")
    private @Nullable Long limit;

    @Option(names = "--all", description = "All there are.")
    private boolean all;

    private Set<String> pageBefore = Set.of();
    private long shown;

    RunsListCommand(ClientContext context) {
        super(context);
    }

    @Override
    void check() {
        if (limit != null && (all || limit < 1)) {
            throw misuse(all ? "--limit or --all, not both." : "--limit must be 1 or more.");
        }
    }

    @Override
    int act(Server server) {
        long most = all ? Long.MAX_VALUE : limit == null ? USUAL : limit;
        var pages = new Pages(server, PATH, filters.query().with("page[size]", Math.min(most, LARGEST_PAGE)));
        var first = pages.next();
        if (json()) {
            listForScripts(pages, first, most);
        } else {
            listForPeople(pages, first, most);
        }
        return DONE;
    }

    private void listForScripts(Pages pages, Reply first, long most) {
        screen().out().print("[");
        for (var page = first; ; page = pages.next()) {
            for (var run : taken(page, most)) {
                screen().out().print((shown++ == 0 ? "\n" : ",\n") + Json.write(run.json()));
            }
            if (isEnough(pages, most)) {
                break;
            }
        }
        screen().say("\n]");
    }

    private void listForPeople(Pages pages, Reply first, long most) {
        var table = new RunTable(screen().look());
        for (var page = first; ; page = pages.next()) {
            var runs = taken(page, most);
            shown += runs.size();
            table.lines(runs).forEach(screen()::say);
            if (isEnough(pages, most)) {
                break;
            }
        }
        screen().say("");
        screen().say(RunTable.counts(first));
        if (pages.hasNext()) {
            screen().say("Shown are " + shown + " of "
                    + first.fields().at("meta").at("pagination").said("total-count") + "; --all shows all.");
        }
    }

    private boolean isEnough(Pages pages, long most) {
        return !pages.hasNext() || shown >= most || !screen().hasSaidAll();
    }

    /** While a list grows at its head, the last of one page come again on the next. */
    private List<RunView> taken(Reply page, long most) {
        var runs = RunView.list(page);
        var taken = runs.stream()
                .filter(run -> !pageBefore.contains(run.id()))
                .limit(most - shown)
                .toList();
        pageBefore = runs.stream().map(RunView::id).collect(Collectors.toSet());
        return taken;
    }
}
