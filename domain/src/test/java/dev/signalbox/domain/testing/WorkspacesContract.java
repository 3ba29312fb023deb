package dev.signalbox.domain.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.signalbox.domain.access.AccountId;
import dev.signalbox.domain.audit.AuditEvent;
import dev.signalbox.domain.organization.OrganizationName;
import dev.signalbox.domain.page.PageRequest;
import dev.signalbox.domain.port.out.WorkspaceChange;
import dev.signalbox.domain.refusal.Refused;
import dev.signalbox.domain.workspace.Workspace;
import dev.signalbox.domain.workspace.WorkspaceId;
import dev.signalbox.domain.workspace.WorkspaceLock;
import dev.signalbox.domain.workspace.WorkspaceName;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Workspaces: one of a name in its organization, ignoring case. */
public abstract class WorkspacesContract extends StoreContract {

    private static final OrganizationName ACME = new OrganizationName("acme");

    @Test
    void givesBackAWorkspaceAsItWas() {
        Workspace bare = workspace("acme", "network");
        Workspace full = workspace("acme", "storage", Optional.of("50%/\u00e9\\'\"\ud83d\ude82"));

        assertThat(store.workspaces().find(bare.id())).contains(bare);
        assertThat(store.workspaces().find(full.id())).contains(full);
        assertThat(store.workspaces().find(ids.workspace())).isEmpty();
    }

    @Test
    void givesBackALockAsItWas() {
        organization("acme", Optional.empty());
        Workspace byAccount = locked("one", Optional.of("user-1111111111111111"), "maintenance\nuntil noon");
        Workspace byName = locked("two", Optional.empty(), "");

        assertThat(store.workspaces().find(byAccount.id())).contains(byAccount);
        assertThat(store.workspaces().find(byName.id())).contains(byName);
    }

    @Test
    void findsANameIgnoringCaseInItsOrganization() {
        Workspace workspace = workspace("Acme", "Network");
        workspace("beta", "other");

        assertThat(store.workspaces().find(new OrganizationName("ACME"), new WorkspaceName("nETWORK")))
                .contains(workspace);
        assertThat(store.workspaces().find(new OrganizationName("beta"), new WorkspaceName("network")))
                .isEmpty();
        assertThat(store.workspaces().find(new OrganizationName("gone"), new WorkspaceName("network")))
                .isEmpty();
    }

    @Test
    void spellsTheOrganizationAsItWasCreated() {
        organization("Acme", Optional.empty());
        Workspace workspace = workspace("ACME", "network");

        assertThat(store.workspaces().find(workspace.id()).orElseThrow().organization())
                .isEqualTo(new OrganizationName("Acme"));
    }

    @Test
    void addsNothingUnderANameThatIsTakenInItsOrganization() {
        Workspace first = workspace("acme", "network");
        long events = eventsKept();

        assertThat(store.workspaces().add(named("NETWORK"), event())).isFalse();

        assertThat(store.workspaces().list(ACME, ALL).items()).containsExactly(first);
        assertThat(eventsKept()).isEqualTo(events);
    }

    @Test
    void letsAnotherOrganizationHaveTheSameName() {
        Workspace here = workspace("acme", "network");
        Workspace there = workspace("beta", "network");

        assertThat(store.workspaces().list(ACME, ALL).items()).containsExactly(here);
        assertThat(store.workspaces().list(new OrganizationName("Beta"), ALL).items())
                .containsExactly(there);
    }

    @Test
    void addsNothingToAnOrganizationThatIsNotThere() {
        assertThatThrownBy(() -> store.workspaces().add(named("network"), event()))
                .isInstanceOf(RuntimeException.class);

        assertThat(eventsKept()).isZero();
    }

    @Test
    void addsNothingIfTheAuditCannotBeKept() {
        organization("acme", Optional.empty());
        AuditEvent event = event();
        store.audit().add(event);

        assertThatThrownBy(() -> store.workspaces().add(named("network"), event))
                .isInstanceOf(RuntimeException.class);

        assertThat(store.workspaces().find(ACME, new WorkspaceName("network"))).isEmpty();
    }

    @Test
    void letsOneOfSeveralHaveAName() throws Exception {
        organization("acme", Optional.empty());
        long events = eventsKept();

        List<Boolean> added = Together.run(4, () -> store.workspaces().add(named("network"), event()));

        assertThat(added).containsExactlyInAnyOrder(true, false, false, false);
        assertThat(eventsKept()).isEqualTo(events + 1);
    }

    @Test
    void listsInTheOrderOfFoldedNamesInPages() {
        Workspace d = workspace("acme", "ab");
        Workspace b = workspace("acme", "A0");
        Workspace c = workspace("acme", "a_b");
        Workspace a = workspace("acme", "A-b");

        assertThat(store.workspaces().list(ACME, ALL).items()).containsExactly(a, b, c, d);
        assertThat(store.workspaces().list(ACME, new PageRequest(2, 3)).items()).containsExactly(d);
        assertThat(store.workspaces().list(ACME, new PageRequest(2, 3)).totalCount())
                .isEqualTo(4);
        assertThat(store.workspaces()
                        .list(ACME, new PageRequest(Long.MAX_VALUE, 100))
                        .items())
                .isEmpty();
        assertThat(store.workspaces()
                        .list(ACME, new PageRequest(Long.MAX_VALUE, 100))
                        .totalCount())
                .isEqualTo(4);
    }

    @Test
    void keepsAChangeOfALockWithItsAudit() {
        Workspace workspace = workspace("acme", "network", Optional.of("acme/network"));
        WorkspaceLock lock = new WorkspaceLock(Optional.of(ids.account()), "alice", "until\nnoon", NOON);
        AuditEvent event = event();

        Optional<Workspace> after =
                store.workspaces().update(workspace.id(), seen -> new WorkspaceChange(seen.locked(lock), event));

        assertThat(after).contains(workspace.locked(lock));
        assertThat(store.workspaces().find(workspace.id())).isEqualTo(after);
        assertThat(store.audit().list(ALL).items()).contains(event);
        assertThat(store.workspaces().update(workspace.id(), seen -> new WorkspaceChange(seen.unlocked(), event())))
                .contains(workspace);
        assertThat(store.workspaces().find(workspace.id())).contains(workspace);
    }

    @Test
    void leavesALockAsItWasIfTheChangeIsRefusedOrItsAuditCannotBeKept() {
        Workspace workspace = locked("network");
        AuditEvent event = event();
        store.audit().add(event);
        long events = eventsKept();

        assertThatThrownBy(() -> store.workspaces()
                        .update(
                                workspace.id(),
                                seen -> new WorkspaceChange(
                                        seen.locked(seen.lock().orElseThrow()), event())))
                .isInstanceOf(Refused.class);
        assertThatThrownBy(() ->
                        store.workspaces().update(workspace.id(), seen -> new WorkspaceChange(seen.unlocked(), event)))
                .isInstanceOf(RuntimeException.class);

        assertThat(store.workspaces().find(workspace.id())).contains(workspace);
        assertThat(eventsKept()).isEqualTo(events);
    }

    @Test
    void changesNothingButTheLock() {
        Workspace workspace = workspace("acme", "network");
        Workspace other = workspace("acme", "storage");

        assertThatThrownBy(() -> store.workspaces().update(workspace.id(), _ -> new WorkspaceChange(other, event())))
                .isInstanceOf(RuntimeException.class);

        assertThat(store.workspaces().find(workspace.id())).contains(workspace);
        assertThat(store.workspaces().update(ids.workspace(), seen -> new WorkspaceChange(seen, event())))
                .isEmpty();
    }

    @Test
    void letsOneOfSeveralLockAWorkspace() throws Exception {
        Workspace workspace = workspace("acme", "network");
        long events = eventsKept();

        List<Boolean> locked = Together.run(4, () -> lock(workspace.id()));

        assertThat(locked).containsExactlyInAnyOrder(true, false, false, false);
        assertThat(eventsKept()).isEqualTo(events + 1);
    }

    private boolean lock(WorkspaceId id) {
        WorkspaceLock lock = new WorkspaceLock(Optional.empty(), "alice", "", NOON);
        try {
            store.workspaces().update(id, seen -> new WorkspaceChange(seen.locked(lock), event()));
            return true;
        } catch (Refused refused) {
            return false;
        }
    }

    private Workspace locked(String name) {
        organization("acme", Optional.empty());
        return locked(name, Optional.empty(), "");
    }

    private Workspace named(String name) {
        return new Workspace(ids.workspace(), ACME, new WorkspaceName(name), Optional.empty(), NOON, Optional.empty());
    }

    private Workspace locked(String name, Optional<String> by, String reason) {
        WorkspaceLock lock = new WorkspaceLock(by.map(AccountId::new), "some person", reason, NOON);
        Workspace workspace = new Workspace(
                ids.workspace(), ACME, new WorkspaceName(name), Optional.empty(), NOON, Optional.of(lock));
        store.workspaces().add(workspace, event());
        return workspace;
    }
}
