package dev.signalbox.domain.service;

import static dev.signalbox.domain.testing.TestSignalbox.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.domain.access.Actor;
import dev.signalbox.domain.access.Role;
import dev.signalbox.domain.audit.AuditAction;
import dev.signalbox.domain.audit.AuditEvent;
import dev.signalbox.domain.audit.AuditQuery;
import dev.signalbox.domain.refusal.Refusal;
import dev.signalbox.domain.refusal.Subject;
import dev.signalbox.domain.testing.TestSignalbox;
import dev.signalbox.domain.workspace.Workspace;
import dev.signalbox.domain.workspace.WorkspaceLock;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class WorkspaceLocksServiceTest {

    private static final Optional<String> WHY = Optional.of("until noon");

    private final TestSignalbox box = TestSignalbox.inMemory();
    private final Workspace workspace = box.workspace("acme", "network");

    @Test
    void locksInTheNameOfTheActor() {
        Workspace locked = box.locks().lock(workspace.id(), WHY, box.user());

        assertThat(locked.lock())
                .contains(new WorkspaceLock(
                        box.user().account(),
                        "user-bot",
                        "until noon",
                        box.clock().instant()));
    }

    @Test
    void writesDownWhoDidWhatWhyAndWhoseLockItWas() {
        box.locks().lock(workspace.id(), WHY, box.user());
        box.locks().forceUnlock(workspace.id(), Optional.of("on holiday"), box.admin());
        box.locks().lock(workspace.id(), Optional.empty(), box.admin());
        box.locks().unlock(workspace.id(), Optional.empty(), box.admin());

        List<AuditEvent> events = box.audit()
                .list(AuditQuery.ALL, Optional.empty(), 20, box.admin())
                .items();
        assertThat(events.stream().limit(4))
                .extracting(AuditEvent::action)
                .containsExactly(
                        AuditAction.WORKSPACE_UNLOCKED,
                        AuditAction.WORKSPACE_LOCKED,
                        AuditAction.WORKSPACE_FORCE_UNLOCKED,
                        AuditAction.WORKSPACE_LOCKED);
        AuditEvent forced = events.get(2);
        assertThat(forced.actor()).isEqualTo(box.admin());
        assertThat(forced.subject()).contains("user-bot");
        assertThat(forced.reason()).contains("on holiday");
        assertThat(forced.workspace()).contains(workspace.name());
        assertThat(forced.organization()).contains(workspace.organization());
        assertThat(events.get(3).reason()).isEqualTo(WHY);
    }

    @Test
    void refusesWhatTheLockDoesNotAllow() {
        assertThat(refusal(() -> box.locks().unlock(workspace.id(), Optional.empty(), box.user())))
                .isEqualTo(new Refusal.WorkspaceNotLocked("network"));
        assertThat(refusal(() -> box.locks().forceUnlock(workspace.id(), Optional.empty(), box.admin())))
                .isEqualTo(new Refusal.WorkspaceNotLocked("network"));

        box.locks().lock(workspace.id(), Optional.of("until\nnoon"), box.user());

        Refusal locked =
                new Refusal.WorkspaceLocked("network", "user-bot", box.clock().instant(), "until noon");
        assertThat(refusal(() -> box.locks().lock(workspace.id(), WHY, box.user())))
                .isEqualTo(locked);
        assertThat(refusal(() -> box.locks().unlock(workspace.id(), WHY, box.admin())))
                .isEqualTo(locked);
    }

    @Test
    void isNotForOtherRolesNorForOtherOrganizations() {
        Refusal absent = new Refusal.NotFound(Subject.WORKSPACE);
        for (Actor actor : List.of(box.support(), box.runner(), box.restricted(Role.USER, "beta"))) {
            assertThat(refusal(() -> box.locks().lock(workspace.id(), WHY, actor)))
                    .isEqualTo(absent);
            assertThat(refusal(() -> box.locks().unlock(workspace.id(), WHY, actor)))
                    .isEqualTo(absent);
            assertThat(refusal(() -> box.locks().forceUnlock(workspace.id(), WHY, actor)))
                    .isEqualTo(absent);
        }
        assertThat(refusal(() -> box.locks().forceUnlock(workspace.id(), WHY, box.user())))
                .isEqualTo(absent);
        assertThat(refusal(() -> box.locks().lock(box.ids().workspace(), WHY, box.user())))
                .isEqualTo(absent);
    }

    @Test
    void quotesALongReasonInPartAndKeepsAllOfIt() {
        String reason = "a\u2028b " + "\ud83d\ude82".repeat(900);

        box.locks().lock(workspace.id(), Optional.of(reason), box.user());

        assertThat(box.directory()
                        .workspace(workspace.id(), box.user())
                        .lock()
                        .orElseThrow()
                        .reason())
                .isEqualTo(reason);
        assertThat(((Refusal.WorkspaceLocked) refusal(() -> box.locks().lock(workspace.id(), WHY, box.user())))
                        .reason())
                .startsWith("a b \ud83d\ude82")
                .endsWith("\ud83d\ude82 \u2026")
                .matches(quoted -> quoted.codePointCount(0, quoted.length()) == 202);
    }
}
