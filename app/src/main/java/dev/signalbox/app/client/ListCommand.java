package dev.signalbox.app.client;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import tools.jackson.databind.JsonNode;

/**
 * Lists what the server has on pages: a table for people; for scripts one JSON array, which is whole or, if anything
 * broke off, no JSON.
 *
 * @param <T> what a row tells of
 */
abstract class ListCommand<T> extends ClientCommand {

    private static final int USUAL = 20;
    private static final int LARGEST_PAGE = 100;

    @Option(names = "--limit", paramLabel = "N", description = "At most so many (" + USUAL + ").")
    private @Nullable Long limit;

    @Option(names = "--all", description = "All there are.")
    private boolean all;

    private Set<String> pageBefore = Set.of();
    private long shown;

    ListCommand(ClientContext context) {
        super(context);
    }

    /** The list's path and, in the query, what of it is wanted. */
    abstract String path();

    abstract Query query();

    /** What stands on a page, in its order. */
    abstract List<T> items(Reply page);

    abstract String id(T item);

    abstract JsonNode json(T item);

    abstract Rows<T> rows();

    /** How to find what follows a page, given the first question. */
    Function<Reply, Optional<String>> following(Query first) {
        return Pages::linked;
    }

    /** What people read below the table, given the first page. */
    List<String> below(Reply first) {
        return List.of();
    }

    @Override
    void check() {
        if (limit != null && (all || limit < 1)) {
            throw misuse(all ? "--limit or --all, not both." : "--limit must be 1 or more.");
        }
    }

    @Override
    final int act(Server server) {
        long most = all ? Long.MAX_VALUE : limit == null ? USUAL : limit;
        var query = query().with("page[size]", Math.min(most, LARGEST_PAGE));
        var pages = new Pages(server, path(), query, following(query));
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
            for (var item : taken(page, most)) {
                screen().out().print((shown++ == 0 ? "\n" : ",\n") + Json.write(json(item)));
            }
            if (isEnough(pages, most)) {
                break;
            }
        }
        screen().say("\n]");
    }

    private void listForPeople(Pages pages, Reply first, long most) {
        var rows = rows();
        for (var page = first; ; page = pages.next()) {
            var items = taken(page, most);
            shown += items.size();
            rows.lines(items).forEach(screen()::say);
            if (isEnough(pages, most)) {
                break;
            }
        }
        var below = new ArrayList<>(below(first));
        if (shown == 0) {
            below.addFirst("None is found.");
        }
        if (pages.hasNext()) {
            var total = first.fields().at("meta").at("pagination").text("total-count");
            below.add("Shown are " + shown + total.map(count -> " of " + count).orElse("") + "; --all shows all.");
        }
        if (!below.isEmpty()) {
            screen().say("");
            below.stream()
                    .flatMap(text -> Text.wrapped(text, screen().look().columns()).stream())
                    .forEach(screen()::say);
        }
    }

    private boolean isEnough(Pages pages, long most) {
        return !pages.hasNext() || shown >= most || !screen().hasSaidAll();
    }

    /** While a list grows at its head, or where time is gone by, the last of one page come again on the next. */
    private List<T> taken(Reply page, long most) {
        var items = items(page);
        var taken = items.stream()
                .filter(item -> !pageBefore.contains(id(item)))
                .limit(most - shown)
                .toList();
        pageBefore = items.stream().map(this::id).collect(Collectors.toSet());
        return taken;
    }
}
