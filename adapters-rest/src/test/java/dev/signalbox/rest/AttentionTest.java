package dev.signalbox.rest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.domain.run.RunId;
import dev.signalbox.domain.run.RunStatus;
import dev.signalbox.rest.testing.Answer;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class AttentionTest extends RestTest {

    private static final String LIST = "/api/v2/admin/runs";

    @Test
    void tellsWhyARunNeedsAttention() {
        RunId run = box.bring("acme", "network", RunStatus.APPLYING);
        box.workspace("acme", "quiet");
        assertThat(user.get("/api/v2/runs/" + run)
                        .expect(200)
                        .at("/data/attributes/signalbox-attention")
                        .isNull())
                .isTrue();

        box.clock().advance(Duration.ofSeconds(40));

        Answer shown = user.get("/api/v2/runs/" + run).expect(200);
        assertThat(shown.text("/data/attributes/signalbox-attention/kind")).isEqualTo("heartbeat-lost");
        assertThat(shown.at("/data/attributes/signalbox-attention/limit-seconds")
                        .intValue())
                .isEqualTo(30);
        assertThat(shown.text("/data/attributes/signalbox-attention/since")).isEqualTo("2026-11-02T09:00:00.000Z");
        assertThat(shown.text("/data/attributes/signalbox-attention/sentence"))
                .isEqualTo("no heartbeat for 40 s, limit 30 s");
        assertThat(shown.text("/data/attributes/signalbox-attention-missing")).contains("silence is not judged");
        assertThat(support.get(LIST).expect(200).text("/data/0/attributes/signalbox-attention/kind"))
                .isEqualTo("heartbeat-lost");
    }

    @Test
    void listsTheRunsThatNeedIt() {
        RunId lost = box.bring("acme", "network", RunStatus.APPLYING);
        box.bring("acme", "waiting", RunStatus.PLANNED);
        box.clock().advance(Duration.ofSeconds(40));
        box.bring("acme", "fresh", RunStatus.APPLYING);

        Answer needing =
                support.get(LIST + "?filter[status_group]=needs_attention").expect(200);

        assertThat(needing.ids()).containsExactly(lost.value());
        assertThat(needing.at("/meta/pagination/total-count").intValue()).isEqualTo(1);
        assertThat(needing.at("/meta/status-counts/total").intValue()).isEqualTo(3);
        assertThat(support.get(LIST + "?filter[status_group]=needs_attention&filter[status]=planned")
                        .expect(200)
                        .ids())
                .isEmpty();
        assertThat(support.get(LIST + "?filter[status_group]=needs_attention&q=fresh")
                        .expect(200)
                        .ids())
                .isEmpty();
        assertThat(support.get(LIST + "?filter[status_group]=stuck").expect(400).text("/errors/0/detail"))
                .contains("needs_attention");
    }
}
