package dev.signalbox.domain.testing;

import dev.signalbox.domain.access.Actor;
import dev.signalbox.domain.audit.AuditAction;
import dev.signalbox.domain.audit.AuditEvent;
import dev.signalbox.domain.organization.Organization;
import dev.signalbox.domain.organization.OrganizationName;
import dev.signalbox.domain.page.PageRequest;
import dev.signalbox.domain.port.out.RunChange;
import dev.signalbox.domain.run.Run;
import dev.signalbox.domain.workspace.Workspace;
import dev.signalbox.domain.workspace.WorkspaceName;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;

/**
 * The ground of every contract that a store must keep: an empty store before each test, and short ways to fill it.
 *
 * <p>Whoever implements the ports of storage extends the contracts beside this class and supplies the store.
 */
public abstract class StoreContract {

    /** An instant with milliseconds, so that a store that drops them is caught. */
    static final Instant NOON = Instant.parse("2026-11-02T12:00:00.123Z");

    static final PageRequest ALL = new PageRequest(1, PageRequest.MAX_SIZE);

    final SequentialIds ids = new SequentialIds();
    Store store;

    /** A store with nothing in it. */
    protected abstract Store emptyStore();

    @BeforeEach
    void openStore() {
        store = emptyStore();
    }

    AuditEvent event() {
        return event(NOON);
    }

    AuditEvent event(Instant at) {
        return AuditEvent.of(
                ids.auditEvent(), at, Actor.atTheServer(), AuditAction.SIGNED_IN, Optional.empty(), Optional.of("x"));
    }

    long eventsKept() {
        return store.audit().list(PageRequest.first()).totalCount();
    }

    Organization organization(String name, Optional<String> email) {
        Organization organization =
                new Organization(new OrganizationName(name), email, Optional.of("user-1111111111111111"), NOON);
        store.organizations().add(organization, event());
        return organization;
    }

    /** The workspace, in an organization that is made if it is missing. */
    Workspace workspace(String organization, String name) {
        return workspace(organization, name, Optional.empty());
    }

    Workspace workspace(String organization, String name, Optional<String> vcsRepo) {
        OrganizationName owner = new OrganizationName(organization);
        if (store.organizations().find(owner).isEmpty()) {
            organization(organization, Optional.empty());
        }
        Workspace workspace =
                new Workspace(ids.workspace(), owner, new WorkspaceName(name), vcsRepo, NOON, Optional.empty());
        store.workspaces().add(workspace, event());
        return workspace;
    }

    ARun aRun(Workspace workspace) {
        return ARun.with(ids).workspace(workspace.id()).submittedAt(NOON);
    }

    /** Brings a run into the store as it came to be: submitted first, then changed. */
    Run keep(Run run) {
        Run submitted = Run.submitted(
                run.id(), run.workspace(), run.plan().id(), run.apply().id(), run.submission(), run.createdAt());
        store.runs().add(submitted, List.of(event()));
        return store.runs()
                .update(run.id(), _ -> RunChange.untraced(run))
                .orElseThrow()
                .run();
    }

    Run found(Run run) {
        return store.runs().find(run.id()).orElseThrow().run();
    }
}
