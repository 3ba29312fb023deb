package dev.signalbox.rest.run;

import dev.signalbox.domain.run.RunFilter;
import dev.signalbox.domain.run.RunStatus;
import dev.signalbox.domain.run.StatusGroup;
import dev.signalbox.rest.jsonapi.QueryParameters;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Reads {@code filter[status]}, a comma list whose unknown names match nothing, as other servers' statuses must, and
 * {@code filter[status_group]}, one name; what is in both is meant.
 */
final class StatusFilter {

    static final String PARAMETER = "filter[status]";
    static final String GROUP = "filter[status_group]";

    private StatusFilter() {}

    /** Whether only runs that need attention are asked for. */
    static boolean needsAttention(QueryParameters parameters) {
        return parameters.value(GROUP).filter(RunFilter.NEEDS_ATTENTION::equals).isPresent();
    }

    /** Absent for no filter; empty if nothing is in both. Throws a problem 400 for a group that there is not. */
    static Optional<Set<RunStatus>> of(QueryParameters parameters) {
        Optional<Set<RunStatus>> named = named(parameters);
        Optional<Set<RunStatus>> grouped = parameters
                .value(GROUP)
                .filter(name -> !name.equals(RunFilter.NEEDS_ATTENTION))
                .map(name -> group(name).statuses());
        return named.isEmpty()
                ? grouped
                : named.map(statuses -> statuses.stream()
                        .filter(status ->
                                grouped.map(group -> group.contains(status)).orElse(true))
                        .collect(Collectors.toSet()));
    }

    private static StatusGroup group(String name) {
        return StatusGroup.ofWireName(name)
                .orElseThrow(() -> QueryParameters.problem(
                        GROUP,
                        "must be one of "
                                + Arrays.stream(StatusGroup.values())
                                        .map(StatusGroup::wireName)
                                        .collect(Collectors.joining(", "))
                                + ", " + RunFilter.NEEDS_ATTENTION));
    }

    /** Absent for no filter, which a list of nothing but blanks is too; empty if only unknown names are left. */
    private static Optional<Set<RunStatus>> named(QueryParameters parameters) {
        List<String> names = parameters.value(PARAMETER).stream()
                .flatMap(list -> Arrays.stream(list.split(",")))
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .toList();
        if (names.isEmpty()) {
            return Optional.empty();
        }
        Set<RunStatus> statuses = EnumSet.noneOf(RunStatus.class);
        names.forEach(name -> RunStatus.ofWireName(name).ifPresent(statuses::add));
        return Optional.of(statuses);
    }
}
