package dev.signalbox.rest.run;

import dev.signalbox.domain.run.RunFilter;
import dev.signalbox.domain.run.RunOrder;
import dev.signalbox.domain.run.RunSearch;
import dev.signalbox.rest.jsonapi.QueryParameters;
import dev.signalbox.rest.page.TimeFilter;
import java.util.Optional;
import java.util.Set;

/** Reads which of all runs are asked for, and in which order. A bulk end asks for its runs in the same words. */
public final class RunFilters {

    static final String SEARCH = "q";
    static final String ORGANIZATION = "filter[organization]";
    static final String WORKSPACE = "filter[workspace]";
    static final String SORT = "sort";

    private static final Set<String> FILTERS = Set.of(
            SEARCH,
            StatusFilter.PARAMETER,
            StatusFilter.GROUP,
            TimeFilter.FROM,
            TimeFilter.TO,
            ORGANIZATION,
            WORKSPACE);

    private RunFilters() {}

    /**
     * Reads a query that has nothing but filters, of which each restricts something: all runs are meant only by the
     * word. Refuses, or throws a problem 400 for, anything else.
     */
    public static RunFilter parse(String query) {
        QueryParameters parameters = QueryParameters.parse(query, FILTERS);
        if (FILTERS.stream().allMatch(name -> parameters.value(name).isEmpty())) {
            throw QueryParameters.problem(
                    StatusFilter.GROUP,
                    "must be given where no other filter is; non_final means all that can be ended");
        }
        FILTERS.stream()
                .filter(name ->
                        parameters.value(name).filter(RunFilters::isBlank).isPresent())
                .findAny()
                .ifPresent(name -> {
                    throw QueryParameters.problem(name, "is blank, and would restrict nothing");
                });
        return of(parameters);
    }

    /** Blank to whatever reads it, a comma list too. */
    private static boolean isBlank(String value) {
        return value.codePoints().allMatch(c -> c == ',' || Character.isWhitespace(c) || Character.isSpaceChar(c));
    }

    /** Refuses, or throws a problem 400 for, whatever parameter cannot be read. */
    static RunFilter of(QueryParameters parameters) {
        return new RunFilter(
                parameters.value(SEARCH).flatMap(RunSearch::parse),
                TimeFilter.of(parameters),
                name(parameters, ORGANIZATION),
                name(parameters, WORKSPACE),
                StatusFilter.of(parameters),
                StatusFilter.needsAttention(parameters),
                Optional.empty());
    }

    /** An empty one is as if it were not given, as the audit takes it too. */
    private static Optional<String> name(QueryParameters parameters, String parameter) {
        return parameters.value(parameter).filter(name -> !name.isEmpty());
    }

    /** Newest first by default; throws a problem 400 for any order but that of submission. */
    static RunOrder order(QueryParameters parameters) {
        return switch (parameters.value(SORT).orElse("-created-at")) {
            case "-created-at" -> RunOrder.NEWEST_FIRST;
            case "created-at" -> RunOrder.OLDEST_FIRST;
            default -> throw QueryParameters.problem(SORT, "must be created-at or -created-at");
        };
    }
}
