package dev.signalbox.domain.service;

import static dev.signalbox.domain.testing.TestSignalbox.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.domain.access.Actor;
import dev.signalbox.domain.access.Role;
import dev.signalbox.domain.audit.AuditAction;
import dev.signalbox.domain.audit.AuditEvent;
import dev.signalbox.domain.audit.AuditEventId;
import dev.signalbox.domain.audit.AuditQuery;
import dev.signalbox.domain.page.Slice;
import dev.signalbox.domain.port.in.AuditQueries;
import dev.signalbox.domain.refusal.Refusal;
import dev.signalbox.domain.refusal.Subject;
import dev.signalbox.domain.testing.TestSignalbox;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Who reads the audit, and what that leaves behind. */
class AuditQueriesServiceTest {

    private final TestSignalbox box = TestSignalbox.inMemory();
    private final AuditQueries audit = box.audit();

    @Test
    void tellsWhetherTheListGoesOn() {
        Actor admin = box.admin();
        box.workspace("acme", "network");
        List<AuditEvent> all =
                audit.list(AuditQuery.ALL, Optional.empty(), 100, admin).items();

        assertThat(audit.list(AuditQuery.ALL, Optional.empty(), all.size(), admin))
                .isEqualTo(new Slice<>(all, false));
        assertThat(audit.list(AuditQuery.ALL, Optional.empty(), all.size() - 1, admin))
                .isEqualTo(new Slice<>(all.subList(0, all.size() - 1), true));
        assertThat(audit.list(AuditQuery.ALL, Optional.of(all.getLast().id()), 1, admin))
                .isEqualTo(new Slice<>(List.of(), false));
        assertThat(refusal(
                        () -> audit.list(AuditQuery.ALL, Optional.of(box.ids().auditEvent()), 1, admin)))
                .isEqualTo(new Refusal.InvalidParameter("page[after]", "is no audit event's ID"));
    }

    @Test
    void exportsEachEventOnceWhileOthersCome() {
        Actor support = box.support();
        for (int i = 0; i < 1_000; i++) {
            box.workspace("acme", "network-" + i);
        }
        int there = box.store()
                .audit()
                .newest(AuditQuery.ALL, Optional.empty(), 10_000)
                .size();

        List<AuditEvent> exported = new ArrayList<>();
        Optional<AuditEventId> last = Optional.empty();
        for (int i = 0; i < 100; i++) {
            List<AuditEvent> batch = audit.export(AuditQuery.ALL, "csv", last, support);
            if (batch.isEmpty()) {
                break;
            }
            exported.addAll(batch);
            last = Optional.of(batch.getLast().id());
            box.clock().advance(Duration.ofSeconds(1));
            box.workspace("beta", "network-" + i);
        }

        assertThat(exported).hasSize(there + 1).doesNotHaveDuplicates();
        assertThat(exported.getFirst().action()).isEqualTo(AuditAction.AUDIT_EXPORTED);
        assertThat(exported.getFirst().actor()).isEqualTo(support);
        assertThat(exported.getFirst().subject()).contains("csv");
    }

    @Test
    void isForSiteAdminsAndSupportWhoseTokensReachEverything() {
        AuditEventId event = audit.list(AuditQuery.ALL, Optional.empty(), 1, box.admin())
                .items()
                .getFirst()
                .id();
        assertThat(audit.event(event, box.support()).id()).isEqualTo(event);

        for (Actor actor : List.of(
                box.user(),
                box.runner(),
                box.restricted(Role.SITE_ADMIN, "acme"),
                box.restricted(Role.SUPPORT, "acme"))) {
            int kept = box.store()
                    .audit()
                    .newest(AuditQuery.ALL, Optional.empty(), 100)
                    .size();
            assertThat(refusal(() -> audit.event(event, actor))).isEqualTo(new Refusal.NotFound(Subject.AUDIT_EVENT));
            assertThat(refusal(() -> audit.list(AuditQuery.ALL, Optional.empty(), 1, actor)))
                    .isEqualTo(new Refusal.NotFound(Subject.PAGE));
            assertThat(refusal(() -> audit.export(AuditQuery.ALL, "csv", Optional.empty(), actor)))
                    .isEqualTo(new Refusal.NotFound(Subject.PAGE));
            assertThat(box.store().audit().newest(AuditQuery.ALL, Optional.empty(), 100))
                    .hasSize(kept);
        }
    }
}
