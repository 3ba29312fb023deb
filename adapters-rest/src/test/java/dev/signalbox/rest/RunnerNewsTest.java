package dev.signalbox.rest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.domain.run.RunId;
import dev.signalbox.domain.run.RunStatus;
import dev.signalbox.domain.run.RunnerEvent;
import dev.signalbox.rest.testing.Answer;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A heartbeat's answer may wait for news. */
@Timeout(20)
class RunnerNewsTest extends RestTest {

    private Answer beat(RunId run, String prefer, String... more) {
        String[] headers = new String[4 + more.length];
        headers[0] = "Content-Type";
        headers[1] = "application/json";
        headers[2] = "Prefer";
        headers[3] = prefer;
        System.arraycopy(more, 0, headers, 4, more.length);
        return runner.send(
                "POST",
                "/api/signalbox/v1/runs/" + run + "/heartbeats",
                BodyPublishers.ofString("{\"host\":\"waits\"}"),
                headers);
    }

    /** The answer to a heartbeat that has been kept. */
    private CompletableFuture<Answer> kept(RunId run) throws InterruptedException {
        CompletableFuture<Answer> answer = CompletableFuture.supplyAsync(
                () -> beat(run, "wait=30"), task -> Thread.ofVirtual().start(task));
        Optional<String> waits = Optional.of("waits");
        while (!box.store()
                .runs()
                .lastHeartbeat(run)
                .flatMap(heartbeat -> heartbeat.process().host())
                .equals(waits)) {
            TimeUnit.MILLISECONDS.sleep(10);
        }
        return answer;
    }

    private static void assertTold(Answer answer, String directive, String status) {
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Signalbox-Directive")).isEqualTo(directive);
        assertThat(answer.header("Signalbox-Run-Status")).isEqualTo(status);
        assertThat(answer.text("/meta/status")).isEqualTo(status);
    }

    @Test
    void isToldToStopWhileItWaits() throws Exception {
        RunId run = box.bring("acme", "network", RunStatus.APPLYING);
        CompletableFuture<Answer> answer = kept(run);

        admin.post("/api/v2/admin/runs/" + run + "/actions/cancel");

        assertTold(answer.get(), "stop", "errored");
        assertThat(answer.get().header("Preference-Applied")).isEqualTo("wait=30");
    }

    @Test
    void isToldOfACancelThoughTheStatusStays() throws Exception {
        RunId run = box.bring("acme", "network", RunStatus.APPLYING);
        CompletableFuture<Answer> answer = kept(run);

        user.post("/api/v2/runs/" + run + "/actions/cancel");

        assertTold(answer.get(), "stop", "applying");
    }

    @Test
    void isToldThatAPersonHasConfirmed() throws Exception {
        RunId run = box.bring("acme", "network", RunStatus.PLANNED);
        CompletableFuture<Answer> answer = kept(run);

        user.post("/api/v2/runs/" + run + "/actions/apply");

        assertTold(answer.get(), "continue", "confirmed");
    }

    @Test
    void isToldThatTheRunIsNoMore() throws Exception {
        RunId run = box.bring("acme", "network", RunStatus.PLANNED);
        CompletableFuture<Answer> answer = kept(run);

        box.report(run, RunnerEvent.WITHDRAWN);

        assertTold(answer.get(), "over", "canceled");
    }

    @Test
    void hearsAtOnceWhatItDoesNotKnowYet() {
        RunId run = box.bring("acme", "network", RunStatus.CONFIRMED);

        assertTold(beat(run, "wait=30", "Signalbox-Run-Status", "planned"), "continue", "confirmed");
        admin.post("/api/v2/admin/runs/" + run + "/actions/cancel");
        assertTold(beat(run, "wait=30", "Signalbox-Run-Status", "errored"), "over", "errored");
    }

    @ParameterizedTest
    @ValueSource(strings = {"wait=1", "WAIT = 1", "return=minimal, wait=\"1\"; x=y", "wait=x, wait=1, wait=30"})
    void isToldTheSameWhenTheTimeIsOver(String prefer) {
        RunId run = box.bring("acme", "network", RunStatus.APPLYING);

        Answer answer = beat(run, prefer, "Signalbox-Run-Status", "applying");

        assertTold(answer, "continue", "applying");
        assertThat(answer.header("Preference-Applied")).isEqualTo("wait=1");
    }

    @Test
    void waitsNoLongerThanAProxyDoes() {
        RunId run = box.bring("acme", "network", RunStatus.APPLIED);

        assertThat(beat(run, "wait=999999999999999999").header("Preference-Applied"))
                .isEqualTo("wait=30");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "wait",
                "wait=",
                "wait=-30",
                "wait=3.5",
                "wait=99999999999999999999",
                "wait=\"30",
                "await=30",
                "x=\"y, wait=30\"",
                "respond-async",
                ",;="
            })
    void doesNotWaitForWhatIsNoWait(String prefer) {
        RunId run = box.bring("acme", "network", RunStatus.APPLYING);

        Answer answer = beat(run, prefer);

        assertTold(answer, "continue", "applying");
        assertThat(answer.headers().firstValue("Preference-Applied")).isEmpty();
    }

    @Test
    void isRefusedAtOnce() {
        RunId run = box.bring("acme", "network", RunStatus.APPLYING);

        Answer answer = as(box.otherRunner())
                .send(
                        "POST",
                        "/api/signalbox/v1/runs/" + run + "/heartbeats",
                        BodyPublishers.noBody(),
                        "Prefer",
                        "wait=30");

        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.headers().firstValue("Preference-Applied")).isEmpty();
    }
}
