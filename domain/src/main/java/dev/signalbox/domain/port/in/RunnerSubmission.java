package dev.signalbox.domain.port.in;

import dev.signalbox.domain.organization.OrganizationName;
import dev.signalbox.domain.run.CiJob;
import dev.signalbox.domain.workspace.WorkspaceName;
import java.util.Optional;

/**
 * The run that a runner brings.
 *
 * @param create create the organization and the workspace if they are missing
 * @param key the runner's own key for this run; the same key means the same run
 * @param ci the CI job that brings it
 */
public record RunnerSubmission(
        OrganizationName organization,
        WorkspaceName workspace,
        boolean create,
        String key,
        NewRun run,
        Optional<CiJob> ci) {}
