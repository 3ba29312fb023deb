package dev.signalbox.rest.audit;

import dev.signalbox.domain.Name;
import dev.signalbox.domain.access.AccountId;
import dev.signalbox.domain.audit.AuditAction;
import dev.signalbox.domain.audit.AuditQuery;
import dev.signalbox.domain.organization.OrganizationName;
import dev.signalbox.domain.run.RunId;
import dev.signalbox.domain.workspace.WorkspaceName;
import dev.signalbox.rest.jsonapi.Problem;
import dev.signalbox.rest.jsonapi.QueryParameters;
import dev.signalbox.rest.page.TimeFilter;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads which events are asked for; what can name nothing is refused, and an empty parameter is none. */
final class AuditFilters {

    static final String ACTOR = "filter[actor]";
    static final String ACTION = "filter[action]";
    static final String ORGANIZATION = "filter[organization]";
    static final String WORKSPACE = "filter[workspace]";
    static final String RUN = "filter[run]";

    private AuditFilters() {}

    static AuditQuery of(QueryParameters parameters) {
        Optional<String> actor = name(parameters, ACTOR);
        Optional<AccountId> account = actor.flatMap(AccountId::parse);
        return new AuditQuery(
                account,
                // What looks like an ID is one.
                account.isPresent() ? Optional.empty() : actor,
                actions(parameters),
                name(parameters, ORGANIZATION).map(OrganizationName::new),
                name(parameters, WORKSPACE).map(WorkspaceName::new),
                given(parameters, RUN).map(AuditFilters::run),
                TimeFilter.of(parameters));
    }

    private static Optional<String> given(QueryParameters parameters, String parameter) {
        return parameters.value(parameter).filter(value -> !value.isEmpty());
    }

    private static Optional<String> name(QueryParameters parameters, String parameter) {
        Optional<String> name = given(parameters, parameter);
        if (name.isPresent() && !Name.matches(name.get())) {
            throw QueryParameters.problem(parameter, Name.PROBLEM);
        }
        return name;
    }

    private static RunId run(String text) {
        return RunId.parse(text).orElseThrow(() -> QueryParameters.problem(RUN, "is no run's ID"));
    }

    private static Optional<Set<AuditAction>> actions(QueryParameters parameters) {
        List<String> labels = parameters.value(ACTION).stream()
                .flatMap(list -> Arrays.stream(list.split(",")))
                .map(String::strip)
                .filter(label -> !label.isEmpty())
                .toList();
        if (labels.isEmpty()) {
            return Optional.empty();
        }
        Set<AuditAction> actions = EnumSet.noneOf(AuditAction.class);
        labels.forEach(label -> actions.add(AuditAction.ofLabel(label).orElseThrow(() -> unknown(label))));
        return Optional.of(actions);
    }

    private static Problem unknown(String label) {
        return QueryParameters.unknown(
                ACTION, label, "action", Arrays.stream(AuditAction.values()).map(AuditAction::label));
    }
}
