package dev.signalbox.persistence.audit;

import static dev.signalbox.persistence.jooq.Tables.AUDIT_EVENTS;

import dev.signalbox.domain.Text;
import dev.signalbox.domain.access.AccountId;
import dev.signalbox.domain.audit.AuditAction;
import dev.signalbox.domain.audit.AuditQuery;
import dev.signalbox.domain.organization.OrganizationName;
import dev.signalbox.domain.run.RunId;
import dev.signalbox.domain.workspace.WorkspaceName;
import java.util.Optional;
import java.util.stream.Stream;
import org.jooq.Condition;
import org.jooq.impl.DSL;

/** What a query asks for as a condition on events. */
final class AuditConditions {

    private AuditConditions() {}

    static Condition of(AuditQuery query) {
        return DSL.and(Stream.of(
                        query.account().map(AccountId::value).map(AUDIT_EVENTS.ACCOUNT_ID::eq),
                        query.actorName().map(Text::folded).map(AUDIT_EVENTS.FOLDED_ACTOR_NAME::eq),
                        query.actions()
                                .map(actions -> AUDIT_EVENTS.ACTION.in(
                                        actions.stream().map(AuditAction::label).toList())),
                        query.organization()
                                .map(OrganizationName::folded)
                                .map(AUDIT_EVENTS.FOLDED_ORGANIZATION_NAME::eq),
                        query.workspace().map(WorkspaceName::folded).map(AUDIT_EVENTS.FOLDED_WORKSPACE_NAME::eq),
                        query.run().map(RunId::value).map(AUDIT_EVENTS.RUN_ID::eq),
                        query.time().from().map(AUDIT_EVENTS.AT::ge),
                        query.time().to().map(AUDIT_EVENTS.AT::le))
                .flatMap(Optional::stream)
                .toList());
    }
}
