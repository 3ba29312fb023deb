package dev.signalbox.domain.run;

import dev.signalbox.domain.organization.Organization;
import dev.signalbox.domain.page.Page;
import dev.signalbox.domain.workspace.Workspace;
import java.time.Instant;
import java.util.Optional;

/**
 * A page of the list of all runs, with counts taken at the same instant.
 *
 * @param counts over the filter but for its statuses, ignoring the page
 */
public record RunOverview(Page<Row> page, StatusCounts counts) {

    /** A run of the list with what it belongs to, and when its runner was last heard of. */
    public record Row(Run run, Workspace workspace, Organization organization, Optional<Instant> lastHeardAt) {}
}
