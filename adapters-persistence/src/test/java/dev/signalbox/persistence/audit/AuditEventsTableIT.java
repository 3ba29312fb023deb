package dev.signalbox.persistence.audit;

import static dev.signalbox.persistence.jooq.Tables.AUDIT_EVENTS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.signalbox.domain.access.Actor;
import dev.signalbox.domain.audit.AuditAction;
import dev.signalbox.domain.audit.AuditEvent;
import dev.signalbox.domain.audit.AuditEventId;
import dev.signalbox.persistence.testing.TestDatabase;
import java.time.Instant;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.exception.DataAccessException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AuditEventsTableIT {

    private static final AuditEvent EVENT = AuditEvent.of(
            new AuditEventId("ae-1111111111111111"),
            Instant.parse("2026-11-24T10:00:00.123Z"),
            Actor.atTheServer(),
            AuditAction.SIGNED_IN,
            Optional.empty(),
            Optional.of("admin"));

    private final DSLContext dsl = TestDatabase.emptied();

    @BeforeEach
    void keepAnEvent() {
        AuditRows.insert(dsl, EVENT);
    }

    @Test
    void refusesToChangeAnEvent() {
        assertThatThrownBy(() -> dsl.update(AUDIT_EVENTS)
                        .set(AUDIT_EVENTS.ACTOR_NAME, "nobody")
                        .execute())
                .isInstanceOf(DataAccessException.class)
                .hasMessageContaining("audit_events is append-only: UPDATE is refused");

        assertKept();
    }

    @Test
    void refusesToDeleteAnEvent() {
        assertThatThrownBy(() -> dsl.deleteFrom(AUDIT_EVENTS).execute())
                .isInstanceOf(DataAccessException.class)
                .hasMessageContaining("audit_events is append-only: DELETE is refused");

        assertKept();
    }

    @Test
    void refusesToBeTruncated() {
        assertThatThrownBy(() -> dsl.truncate(AUDIT_EVENTS).execute())
                .isInstanceOf(DataAccessException.class)
                .hasMessageContaining("audit_events is append-only: TRUNCATE is refused");

        assertKept();
    }

    private void assertKept() {
        assertThat(dsl.fetch(AUDIT_EVENTS).map(AuditRows::toEvent)).containsExactly(EVENT);
    }
}
