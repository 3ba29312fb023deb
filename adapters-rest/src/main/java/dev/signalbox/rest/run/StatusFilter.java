package dev.signalbox.rest.run;

import dev.signalbox.domain.run.RunStatus;
import dev.signalbox.rest.jsonapi.QueryParameters;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads {@code filter[status]}: a comma list whose unknown names match nothing, as other servers' statuses must. */
final class StatusFilter {

    static final String PARAMETER = "filter[status]";

    private StatusFilter() {}

    /** Absent for no filter, which a list of nothing but blanks is too; empty if only unknown names are left. */
    static Optional<Set<RunStatus>> of(QueryParameters parameters) {
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
