package dev.signalbox.domain.port.out;

import dev.signalbox.domain.access.AccountId;
import dev.signalbox.domain.access.ApiTokenId;
import dev.signalbox.domain.audit.AuditEventId;
import dev.signalbox.domain.bulk.BulkEndId;
import dev.signalbox.domain.run.ApplyId;
import dev.signalbox.domain.run.PlanId;
import dev.signalbox.domain.run.RunId;
import dev.signalbox.domain.workspace.WorkspaceId;

/** New identities, from a source that nobody can guess. */
public interface Ids {

    /** A new identity for a run. */
    RunId run();

    /** A new identity for a plan. */
    PlanId plan();

    /** A new identity for an apply. */
    ApplyId apply();

    /** A new identity for a workspace. */
    WorkspaceId workspace();

    /** A new identity for an account. */
    AccountId account();

    /** A new identity for a token. */
    ApiTokenId token();

    /** A new identity for an audit event. */
    AuditEventId auditEvent();

    /** A new identity for a bulk end. */
    BulkEndId bulkEnd();
}
