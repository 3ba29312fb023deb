package dev.signalbox.domain.testing;

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
import java.util.concurrent.atomic.AtomicLong;

/** Identities that count up, so that a test reads the same every time. */
public final class SequentialIds implements Ids {

    private final AtomicLong last = new AtomicLong();

    @Override
    public RunId run() {
        return new RunId(RunId.PREFIX + next());
    }

    @Override
    public PlanId plan() {
        return new PlanId(PlanId.PREFIX + next());
    }

    @Override
    public ApplyId apply() {
        return new ApplyId(ApplyId.PREFIX + next());
    }

    @Override
    public WorkspaceId workspace() {
        return new WorkspaceId(WorkspaceId.PREFIX + next());
    }

    @Override
    public AccountId account() {
        return new AccountId(AccountId.PREFIX + next());
    }

    @Override
    public ApiTokenId token() {
        return new ApiTokenId(ApiTokenId.PREFIX + next());
    }

    @Override
    public AuditEventId auditEvent() {
        return new AuditEventId(AuditEventId.PREFIX + next());
    }

    @Override
    public BulkEndId bulkEnd() {
        return new BulkEndId(BulkEndId.PREFIX + next());
    }

    private String next() {
        return base58(last.incrementAndGet());
    }

    private static String base58(long number) {
        StringBuilder digits = new StringBuilder();
        for (long rest = number; rest > 0; rest /= ExternalId.ALPHABET.length()) {
            digits.append(ExternalId.ALPHABET.charAt((int) (rest % ExternalId.ALPHABET.length())));
        }
        while (digits.length() < ExternalId.RANDOM_LENGTH) {
            digits.append(ExternalId.ALPHABET.charAt(0));
        }
        return digits.reverse().toString();
    }
}
