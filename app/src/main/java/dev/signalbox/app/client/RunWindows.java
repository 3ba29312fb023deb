package dev.signalbox.app.client;

import java.util.List;
import java.util.Optional;

/**
 * Where a list of runs goes on: from the time at which a page ended. By the number of the page, runs that leave what is
 * listed would move others onto pages that were read before, and those would be missed.
 */
final class RunWindows {

    private final Query first;
    private final String bound;
    private String time = "";
    private int number;
    private List<String> before = List.of();

    /** From the list's first question on. */
    RunWindows(Query first, boolean oldestFirst) {
        this.first = first;
        this.bound = oldestFirst ? "filter[from]" : "filter[to]";
    }

    /**
     * The encoded query of what follows the page: its last runs come again. Only among runs of one millisecond pages
     * go by number. Throws {@link Unanswered} for a page that is the one before.
     */
    Optional<String> after(Reply page) {
        var runs = page.fields().list("data");
        var linked = Pages.linked(page);
        var end = runs.isEmpty()
                ? Optional.<String>empty()
                : runs.getLast().at("attributes").text("created-at");
        if (linked.isEmpty() || end.isEmpty()) {
            return linked;
        }
        var ids = runs.stream().map(run -> run.said("id")).toList();
        if (number > 1 && ids.equals(before)) {
            throw Pages.circles();
        }
        before = ids;
        number = end.get().equals(time) ? number + 1 : 1;
        time = end.get();
        var query = first.with(bound, time);
        return Optional.of((number == 1 ? query : query.with("page[number]", number)).encoded());
    }
}
