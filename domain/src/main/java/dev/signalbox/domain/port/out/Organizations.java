package dev.signalbox.domain.port.out;

import dev.signalbox.domain.audit.AuditEvent;
import dev.signalbox.domain.organization.Organization;
import dev.signalbox.domain.organization.OrganizationName;
import dev.signalbox.domain.page.Page;
import dev.signalbox.domain.page.PageRequest;
import java.util.Optional;
import java.util.Set;

/** The organizations there are. Names are compared ignoring case. */
public interface Organizations {

    /**
     * Adds an organization with its audit event, in one transaction.
     *
     * @return false if the name is taken
     */
    boolean add(Organization organization, AuditEvent audit);

    /** The organization of that name. */
    Optional<Organization> find(OrganizationName name);

    /**
     * The organizations in the order of their folded names; only those with a folded name in the set, unless it is
     * empty.
     */
    Page<Organization> list(Set<String> only, PageRequest page);
}
