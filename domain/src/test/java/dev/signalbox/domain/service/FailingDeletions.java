package dev.signalbox.domain.service;

import dev.signalbox.domain.audit.AuditEvent;
import dev.signalbox.domain.organization.OrganizationName;
import dev.signalbox.domain.port.out.Deletions;
import dev.signalbox.domain.port.out.DoomedRuns;
import dev.signalbox.domain.port.out.RunChange;
import dev.signalbox.domain.queue.WorkspaceUse;
import dev.signalbox.domain.workspace.WorkspaceId;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Deletions that begin like any, which is noted, but of which one cannot be carried on. */
record FailingDeletions(Deletions deletions, WorkspaceId failing, List<WorkspaceId> locked) implements Deletions {

    FailingDeletions(Deletions deletions, WorkspaceId failing) {
        this(deletions, failing, new ArrayList<>());
    }

    @Override
    public boolean begin(WorkspaceId workspace, Function<WorkspaceUse, AuditEvent> change) {
        locked.add(workspace);
        return deletions.begin(workspace, change);
    }

    @Override
    public boolean begin(OrganizationName organization, Function<OrganizationName, Audit> audit) {
        return deletions.begin(organization, audit);
    }

    @Override
    public List<WorkspaceId> begun() {
        return deletions.begun();
    }

    @Override
    public boolean end(WorkspaceId workspace, int maxRuns, Function<DoomedRuns, List<RunChange>> ends) {
        if (workspace.equals(failing)) {
            throw new IllegalStateException("deadlock");
        }
        return deletions.end(workspace, maxRuns, ends);
    }

    @Override
    public boolean carryOn(WorkspaceId workspace, int maxRuns) {
        if (workspace.equals(failing)) {
            throw new IllegalStateException("deadlock");
        }
        return deletions.carryOn(workspace, maxRuns);
    }
}
