package dev.signalbox.ui.run;

import com.vaadin.flow.router.QueryParameters;
import dev.signalbox.domain.TimeWindow;
import dev.signalbox.domain.page.PageRequest;
import dev.signalbox.domain.refusal.Refusal;
import dev.signalbox.domain.refusal.Refused;
import dev.signalbox.domain.run.RunFilter;
import dev.signalbox.domain.run.RunOrder;
import dev.signalbox.domain.run.RunQuery;
import dev.signalbox.domain.run.RunSearch;
import dev.signalbox.domain.run.RunStatus;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The whole state of the list of runs, as it stands in the URL: {@code ?q=…&status=…&page=…}.
 *
 * @param q as typed; it may be refused
 * @param statuses in wire names, as they stand in the URL, or {@link RunFilter#NEEDS_ATTENTION}; empty for no filter
 * @param page as it stands in the URL; it may be refused
 */
record RunsUrl(String q, Set<String> statuses, String page) {

    static final RunsUrl START = new RunsUrl("", Set.of(), "1");

    static RunsUrl of(QueryParameters query) {
        Set<String> statuses = query.getSingleParameter("status").stream()
                .flatMap(list -> Arrays.stream(list.split(",", -1)))
                .map(String::strip)
                .filter(token -> !token.isEmpty())
                .collect(Collectors.toUnmodifiableSet());
        return new RunsUrl(
                query.getSingleParameter("q").orElse(""),
                statuses,
                query.getSingleParameter("page").orElse("1"));
    }

    /** The query; what is as at the start is left out. */
    QueryParameters query() {
        Map<String, List<String>> query = new LinkedHashMap<>();
        if (!q.isBlank()) {
            query.put("q", List.of(q));
        }
        if (!statuses.isEmpty()) {
            query.put("status", List.of(statuses.stream().sorted().collect(Collectors.joining(","))));
        }
        if (!page.equals("1")) {
            query.put("page", List.of(page));
        }
        return new QueryParameters(query);
    }

    /** Another search; its list starts with the first page. */
    RunsUrl searching(String wanted) {
        return new RunsUrl(wanted, statuses, "1");
    }

    /** Exactly these statuses, all if empty. */
    RunsUrl showing(Set<RunStatus> wanted) {
        return new RunsUrl(q, wanted.stream().map(RunStatus::wireName).collect(Collectors.toUnmodifiableSet()), "1");
    }

    /** Those that need attention, and no others. */
    RunsUrl needingAttention() {
        return new RunsUrl(q, Set.of(RunFilter.NEEDS_ATTENTION), "1");
    }

    boolean isNeedingAttention() {
        return statuses.equals(Set.of(RunFilter.NEEDS_ATTENTION));
    }

    /** The status added to the filter, or taken out of it. */
    RunsUrl toggling(RunStatus status) {
        Set<RunStatus> known = known();
        EnumSet<RunStatus> wanted = known.isEmpty() ? EnumSet.noneOf(RunStatus.class) : EnumSet.copyOf(known);
        if (!wanted.add(status)) {
            wanted.remove(status);
        }
        return showing(wanted);
    }

    RunsUrl onPage(long number) {
        return new RunsUrl(q, statuses, Long.toString(number));
    }

    boolean isFiltered() {
        return !statuses.isEmpty();
    }

    boolean isSearching() {
        return !q.isBlank();
    }

    /** The statuses of the filter that there are; unknown ones match nothing, as in the API. */
    Set<RunStatus> known() {
        return statuses.stream()
                .flatMap(name -> RunStatus.ofWireName(name).stream())
                .collect(Collectors.toUnmodifiableSet());
    }

    /** What to ask for. Refuses {@link Refusal.InvalidParameter} {@code q} and {@code page}. */
    RunQuery toQuery() {
        PageRequest wanted = new PageRequest(pageNumber(), PageRequest.DEFAULT_SIZE);
        return isNeedingAttention()
                ? attentionQuery(wanted)
                : new RunQuery(RunSearch.parse(q), isFiltered() ? Optional.of(known()) : Optional.empty(), wanted);
    }

    /** How many of those that the search finds need attention is what this asks for. */
    RunQuery attentionCount() {
        return attentionQuery(new PageRequest(1, 1));
    }

    private RunQuery attentionQuery(PageRequest wanted) {
        RunFilter filter = new RunFilter(
                RunSearch.parse(q),
                TimeWindow.UNBOUNDED,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                true,
                Optional.empty());
        return new RunQuery(filter, RunOrder.NEWEST_FIRST, wanted);
    }

    private long pageNumber() {
        if (!page.matches("[0-9]{1,18}") || Long.parseLong(page) < 1) {
            throw new Refused(new Refusal.InvalidParameter("page", "must be a whole number from 1 on"));
        }
        return Long.parseLong(page);
    }
}
