package dev.signalbox.domain.testing;

import dev.signalbox.domain.audit.AuditEvent;
import dev.signalbox.domain.organization.Organization;
import dev.signalbox.domain.organization.OrganizationName;
import dev.signalbox.domain.page.Page;
import dev.signalbox.domain.page.PageRequest;
import dev.signalbox.domain.port.out.Organizations;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Organizations in memory. */
final class InMemoryOrganizations implements Organizations {

    private final Tables tables;

    InMemoryOrganizations(Tables tables) {
        this.tables = tables;
    }

    /** What this and its sister ports keep, as text. */
    String contents() {
        return tables.contents();
    }

    @Override
    public boolean add(Organization organization, AuditEvent audit) {
        return tables.alone(() -> {
            if (tables.organizations.containsKey(organization.name().folded())) {
                return false;
            }
            tables.keep(List.of(audit));
            tables.organizations.put(organization.name().folded(), organization);
            return true;
        });
    }

    @Override
    public Optional<Organization> find(OrganizationName name) {
        return tables.alone(() -> Optional.ofNullable(tables.organizations.get(name.folded())));
    }

    @Override
    public Page<Organization> list(Set<String> only, PageRequest page) {
        return tables.alone(() -> Tables.page(
                tables.organizations.values().stream()
                        .filter(organization -> only.isEmpty()
                                || only.contains(organization.name().folded()))
                        .sorted(Comparator.comparing(
                                organization -> organization.name().folded()))
                        .toList(),
                page));
    }
}
