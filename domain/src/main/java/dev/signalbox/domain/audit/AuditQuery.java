package dev.signalbox.domain.audit;

import dev.signalbox.domain.TimeWindow;
import dev.signalbox.domain.access.AccountId;
import dev.signalbox.domain.organization.OrganizationName;
import dev.signalbox.domain.run.RunId;
import dev.signalbox.domain.workspace.WorkspaceName;
import java.util.Optional;
import java.util.Set;

/**
 * Which audit events are asked for; what is absent does not matter. Names are compared ignoring case.
 *
 * @param account by whom, by the account's ID
 * @param actorName by whom, by the name at that time
 * @param actions one of these; none if empty
 * @param time when they happened
 */
public record AuditQuery(
        Optional<AccountId> account,
        Optional<String> actorName,
        Optional<Set<AuditAction>> actions,
        Optional<OrganizationName> organization,
        Optional<WorkspaceName> workspace,
        Optional<RunId> run,
        TimeWindow time) {

    /** Every event. */
    public static final AuditQuery ALL = new AuditQuery(
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            TimeWindow.UNBOUNDED);

    /** Keeps a copy that nobody can change. */
    public AuditQuery {
        actions = actions.map(Set::copyOf);
    }
}
