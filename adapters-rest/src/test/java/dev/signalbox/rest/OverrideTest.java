package dev.signalbox.rest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.domain.access.Actor;
import dev.signalbox.domain.audit.AuditAction;
import dev.signalbox.domain.run.RunId;
import dev.signalbox.domain.run.RunStatus;
import dev.signalbox.rest.testing.Answer;
import java.util.List;
import org.junit.jupiter.api.Test;

class OverrideTest extends RestTest {

    private static String path(RunId run) {
        return "/api/v2/runs/" + run + "/actions/override";
    }

    @Test
    void usersAndSiteAdminsOverridePoliciesThatFailed() {
        for (Actor actor : List.of(box.user(), box.admin())) {
            RunId run = box.bring("acme", actor.name(), RunStatus.POLICY_OVERRIDE);

            Answer answer = as(actor)
                    .post(path(run), "{\"comment\":\"agreed with security\"}")
                    .expect(202);

            assertThat(answer.text("/data/attributes/status")).isEqualTo("policy_checked");
            assertThat(box.audit().ofRun(run, box.admin()).getLast()).satisfies(event -> {
                assertThat(event.action()).isEqualTo(AuditAction.RUN_POLICY_OVERRIDDEN);
                assertThat(event.actor().name()).isEqualTo(actor.name());
                assertThat(event.reason()).contains("agreed with security");
            });
        }
    }

    @Test
    void looksAbsentToWhoMayNot() {
        RunId run = box.bring("acme", "network", RunStatus.POLICY_OVERRIDE);

        for (var client : List.of(runner, support)) {
            client.post(path(run)).expect(404);
        }

        assertThat(box.seen(run).run().status()).isEqualTo(RunStatus.POLICY_OVERRIDE);
    }

    @Test
    void refusesARunInWhichNoPolicyFailed() {
        RunId planned = box.bring("acme", "network", RunStatus.PLANNED);
        RunId applied = box.bring("acme", "storage", RunStatus.APPLIED);

        assertThat(user.post(path(planned)).expect(409).text("/errors/0/code")).isEqualTo("move_not_allowed");
        assertThat(user.post(path(applied)).expect(409).text("/errors/0/code")).isEqualTo("already_final");
    }
}
