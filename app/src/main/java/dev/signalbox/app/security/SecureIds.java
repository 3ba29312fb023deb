package dev.signalbox.app.security;

import dev.signalbox.domain.ExternalId;
import dev.signalbox.domain.access.AccountId;
import dev.signalbox.domain.access.ApiTokenId;
import dev.signalbox.domain.audit.AuditEventId;
import dev.signalbox.domain.bulk.BulkEndId;
import dev.signalbox.domain.port.out.Ids;
import dev.signalbox.domain.run.ApplyId;
import dev.signalbox.domain.run.PlanId;
import dev.signalbox.domain.run.RunId;
import dev.signalbox.domain.workspace.WorkspaceId;

/** Identities that nobody can guess, from the system's secure source. */
public final class SecureIds implements Ids {

    @Override
    public RunId run() {
        return new RunId(newId(RunId.PREFIX));
    }

    @Override
    public PlanId plan() {
        return new PlanId(newId(PlanId.PREFIX));
    }

    @Override
    public ApplyId apply() {
        return new ApplyId(newId(ApplyId.PREFIX));
    }

    @Override
    public WorkspaceId workspace() {
        return new WorkspaceId(newId(WorkspaceId.PREFIX));
    }

    @Override
    public AccountId account() {
        return new AccountId(newId(AccountId.PREFIX));
    }

    @Override
    public ApiTokenId token() {
        return new ApiTokenId(newId(ApiTokenId.PREFIX));
    }

    @Override
    public AuditEventId auditEvent() {
        return new AuditEventId(newId(AuditEventId.PREFIX));
    }

    @Override
    public BulkEndId bulkEnd() {
        return new BulkEndId(newId(BulkEndId.PREFIX));
    }

    private static String newId(String prefix) {
        return prefix + Base58.random(ExternalId.RANDOM_LENGTH);
    }
}
