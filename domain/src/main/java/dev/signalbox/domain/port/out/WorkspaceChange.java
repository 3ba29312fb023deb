package dev.signalbox.domain.port.out;

import dev.signalbox.domain.audit.AuditEvent;
import dev.signalbox.domain.workspace.Workspace;

/** What a change of a workspace leaves behind: the workspace as it is to be, and who changed it and why. */
public record WorkspaceChange(Workspace workspace, AuditEvent audit) {}
