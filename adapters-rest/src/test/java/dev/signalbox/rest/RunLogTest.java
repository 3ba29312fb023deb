package dev.signalbox.rest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.domain.run.RunId;
import dev.signalbox.domain.run.RunLog;
import dev.signalbox.domain.run.RunStatus;
import dev.signalbox.rest.testing.Answer;
import dev.signalbox.rest.testing.Api;
import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RunLogTest extends RestTest {

    private static final String SIZE = "Signalbox-Log-Size";
    private static final String SHARE = "Signalbox-Share-Log";
    private static final String COMPLETE = "Signalbox-Log-Complete";

    private RunId run;

    @BeforeEach
    void bring() {
        run = box.bring("acme", "network", RunStatus.PLANNING);
    }

    private static String log(Object run) {
        return "/api/signalbox/v1/runs/" + run + "/log";
    }

    private Answer send(String offset, byte[] chunk, String... headers) {
        return runner.send("POST", log(run) + "?offset=" + offset, BodyPublishers.ofByteArray(chunk), headers);
    }

    private Answer send(long offset, String chunk) {
        return send(Long.toString(offset), chunk.getBytes(UTF_8), "Content-Type", "application/octet-stream");
    }

    private static void assertTold(Answer answer, int status, String directive, String runStatus) {
        assertThat(answer.status()).as(answer.bodyText()).isEqualTo(status);
        assertThat(answer.header("Signalbox-Directive")).isEqualTo(directive);
        assertThat(answer.header("Signalbox-Run-Status")).isEqualTo(runStatus);
    }

    private String kept() {
        return user.download(log(run)).expect(200).bodyText();
    }

    @Test
    void keepsWhatIsSentAndTellsItsSize() {
        Answer first = send(0, "one\n");
        assertTold(first, 200, "continue", "planning");
        assertThat(first.header(SIZE)).isEqualTo("4");
        assertThat(first.document().toString())
                .isEqualTo(
                        "{\"meta\":{\"run-id\":\"" + run
                                + "\",\"directive\":\"continue\",\"status\":\"planning\",\"waiting-for\":null,\"log-size\":4}}");
        assertThat(send(0, "one\n").header(SIZE)).isEqualTo("4");
        assertThat(send(2, "e\ntwo\n").header(SIZE)).isEqualTo("8");
        assertThat(kept()).isEqualTo("one\ntwo\n");
    }

    @Test
    void refusesAChunkBehindTheEndAndTellsWhereThatIs() {
        send(0, "one\n");
        Answer gap = send(5, "x");
        assertTold(gap, 409, "continue", "planning");
        assertThat(gap.text("/errors/0/code")).isEqualTo("log_gap");
        assertThat(gap.at("/errors/0/meta/log-size").longValue()).isEqualTo(4);
        assertThat(gap.header(SIZE)).isEqualTo("4");
        assertThat(send(999_999_999_999_999_999L, "x").text("/errors/0/code")).isEqualTo("log_gap");
        assertThat(kept()).isEqualTo("one\n");
    }

    @Test
    void keepsWhatFitsThenRefusesAndTellsTheSize() {
        byte[] chunk = new byte[RunLog.MAX_CHUNK];
        long size = 0;
        while (size < RunLog.MAX_SIZE - chunk.length) {
            size = box.logs().append(run, size, chunk, box.runner()).size();
        }
        assertThat(send(size, "x").expect(200).header(SIZE)).isEqualTo("16515073");
        assertThat(user.download(log(run) + "?limit=1").header("Signalbox-Log-Full"))
                .isEqualTo("false");
        assertThat(send(Long.toString(size + 1), chunk).expect(200).header(SIZE))
                .isEqualTo("16777216");
        Answer full = send(RunLog.MAX_SIZE, "x");
        assertTold(full, 422, "continue", "planning");
        assertThat(full.text("/errors/0/code")).isEqualTo("log_full");
        assertThat(full.header(SIZE)).isEqualTo("16777216");
        Answer slice = user.download(log(run) + "?offset=16000000").expect(200);
        assertThat(slice.header("Signalbox-Log-Full")).isEqualTo("true");
        assertThat(slice.body()).hasSize(777_216);
        assertThat(user.download(log(run)).body()).hasSize(1 << 20);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''                        | offset",
                "?offset=                  | offset",
                "?offset=-1                | offset",
                "?offset=1e3               | offset",
                "?offset=+1                | offset",
                "?offset=0x1               | offset",
                "?offset=9223372036854775808 | offset",
                "?offset=0&offset=0        | offset",
                "?offset=0&limit=1         | limit",
                "?of%00fset=0              | of\u0000fset"
            })
    void refusesABadQueryOfAChunk(String query, String parameter) {
        Answer answer = runner.send("POST", log(run) + query, BodyPublishers.ofString("x"));
        assertThat(answer.status()).as(answer.bodyText()).isEqualTo(400);
        assertThat(answer.text("/errors/0/code")).isEqualTo("invalid_parameter");
        assertThat(answer.text("/errors/0/source/parameter")).isEqualTo(parameter);
        assertThat(kept()).isEmpty();
    }

    @Test
    void refusesAnEmptyChunk() {
        Answer answer = send(0, "");
        assertTold(answer, 400, "continue", "planning");
        assertThat(answer.text("/errors/0/code")).isEqualTo("bad_request");
    }

    @Test
    void refusesALargeChunkByItsLengthAndWhileItStreams() throws Exception {
        byte[] large = new byte[RunLog.MAX_CHUNK + 1];
        for (var body : List.of(
                BodyPublishers.ofByteArray(large),
                BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(large)))) {
            Answer answer = runner.send("POST", log(run) + "?offset=0", body);
            assertTold(answer, 413, "continue", "planning");
            assertThat(answer.text("/errors/0/code")).isEqualTo("content_too_large");
            assertThat(answer.text("/errors/0/detail")).contains("262144");
        }
        RawHttp unsent = RawHttp.send(
                port,
                "POST " + log(run) + "?offset=0 HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: 262145\r\n"
                        + "Authorization: Bearer " + box.token(box.runner()) + "\r\n\r\n");
        assertThat(unsent.status()).isEqualTo(413);
        assertThat(kept()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "application/octet-stream",
                "text/plain;charset=latin1",
                "application/json",
                "application/x-www-form-urlencoded",
                "nonsense"
            })
    void takesAChunkOfWhateverType(String type) {
        assertThat(send("0", "offset=7&a=b".getBytes(UTF_8), "Content-Type", type)
                        .expect(200)
                        .header(SIZE))
                .isEqualTo("12");
        assertThat(kept()).isEqualTo("offset=7&a=b");
    }

    @Test
    void takesTheLastOfTheLogAfterTheEnd() {
        box.administration().forceErrored(run, Optional.empty(), box.admin());
        assertTold(send(0, "bye\n"), 200, "stop", "errored");
        assertThat(user.download(log(run)).header(COMPLETE)).isEqualTo("false");
        runner.post(
                "/api/signalbox/v1/runs/" + run + "/reports",
                "{\"number\":" + box.nextNumber(run) + ",\"event\":\"gone\"}");
        assertTold(send(4, "!"), 200, "over", "errored");
        Answer whole = user.download(log(run)).expect(200);
        assertThat(whole.header(COMPLETE)).isEqualTo("true");
        assertThat(whole.header("Signalbox-Run-Status")).isEqualTo("errored");
        assertThat(whole.bodyText()).isEqualTo("bye\n!");
    }

    @Test
    void tellsARunnerOfAMissingRunToStopAndAnothersThatItIsHeld() {
        for (String missing : List.of("run-9999999999999999", "nonsense")) {
            Answer answer = runner.send("POST", log(missing) + "?offset=0", BodyPublishers.ofString("x"));
            assertThat(answer.status()).isEqualTo(404);
            assertThat(answer.header("Signalbox-Directive")).isEqualTo("stop");
            assertThat(user.download(log(missing)).status()).isEqualTo(404);
        }
        Answer other = as(box.otherRunner()).send("POST", log(run) + "?offset=0", BodyPublishers.ofString("x"));
        assertTold(other, 409, "continue", "planning");
        assertThat(other.text("/errors/0/code")).isEqualTo("held_by_another_runner");
        assertThat(other.header(SIZE)).isEmpty();
    }

    @Test
    void givesTheBytesAsTheyAreAndKeepsThemFromBrowsersAndCaches() {
        byte[] odd = {(byte) 0xC3, 0, '\n', (byte) 0xFF, '<'};
        send("0", odd);
        Answer answer = user.download(log(run)).expect(200);
        assertThat(answer.body()).isEqualTo(odd);
        assertThat(answer.header("Content-Type")).isEqualToIgnoringCase("text/plain;charset=utf-8");
        assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
        assertThat(answer.header("Signalbox-Run-Status")).isEqualTo("planning");
        assertThat(answer.header(COMPLETE)).isEqualTo("false");
    }

    @Test
    void readsInSlices() {
        send(0, "0123456789");
        for (Api reader : List.of(admin, support, user, runner)) {
            Answer slice = reader.download(log(run) + "?offset=3&limit=4").expect(200);
            assertThat(slice.bodyText()).isEqualTo("3456");
            assertThat(slice.header(SIZE)).isEqualTo("10");
        }
        for (String beyond : List.of("10", "11", "999999999999999999")) {
            Answer nothing = user.download(log(run) + "?offset=" + beyond).expect(200);
            assertThat(nothing.body()).isEmpty();
            assertThat(nothing.header(SIZE)).isEqualTo("10");
        }
        assertThat(user.download(log(run) + "?limit=1048576").bodyText()).isEqualTo("0123456789");
    }

    @Test
    void isEmptyIfNothingWasSent() {
        Answer answer = user.download(log(run)).expect(200);
        assertThat(answer.body()).isEmpty();
        assertThat(answer.header(SIZE)).isEqualTo("0");
    }

    @ParameterizedTest
    @CsvSource({
        "offset=-1, offset",
        "offset=, offset",
        "offset=x, offset",
        "offset=9223372036854775808, offset",
        "offset=1&offset=2, offset",
        "limit=0, limit",
        "limit=-1, limit",
        "limit=1048577, limit",
        "limit=4294967297, limit",
        "limit=1.5, limit",
        "page[size]=1, page[size]"
    })
    void refusesABadQueryOfAReader(String query, String parameter) {
        Answer answer = user.download(log(run) + "?" + query.replace("[", "%5B").replace("]", "%5D"));
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.text("/errors/0/code")).isEqualTo("invalid_parameter");
        assertThat(answer.text("/errors/0/source/parameter")).isEqualTo(parameter);
    }

    @Test
    void asksForTheLogWhereTheSettingIsOn() {
        String beat = "/api/signalbox/v1/runs/" + run + "/heartbeats";
        assertThat(runner.post(beat).header(SHARE)).isEmpty();
        assertThat(send(9, "x").header(SHARE)).isEmpty();
        share("", true);
        assertThat(runner.post(beat).expect(200).header(SHARE)).isEqualTo("true");
        assertThat(send(0, "x").expect(200).header(SHARE)).isEqualTo("true");
        assertThat(send(9, "x").expect(409).header(SHARE)).isEqualTo("true");
        assertThat(runner.post(beat, "[]").expect(400).header(SHARE)).isEqualTo("true");
        Answer submitted = runner.post(
                "/api/signalbox/v1/runs", "{\"organization\":\"acme\",\"workspace\":\"network\",\"key\":\"key-0001\"}");
        assertThat(submitted.expect(201).header(SHARE)).isEqualTo("true");
        share("workspaces/" + box.workspace("acme", "network").id() + "/", false);
        assertThat(runner.post(beat).expect(200).header(SHARE)).isEmpty();
        assertThat(send(1, "y").expect(200).header(SHARE)).isEmpty();
    }

    private void share(String where, boolean value) {
        Answer changed = admin.patch(
                        "/api/signalbox/v1/admin/" + where + "settings",
                        "{\"data\": {\"type\": \"settings\", \"attributes\": {\"share-log\": " + value + "}}}")
                .expect(200);
        assertThat(changed.at("/data/attributes/in-force/share-log").booleanValue())
                .isEqualTo(value);
    }

    @Test
    void answersHeadWithoutTheBodyAndKnowsNoOtherMethod() {
        send(0, "one\n");
        Answer head = user.send("HEAD", log(run), BodyPublishers.noBody());
        assertThat(head.status()).isEqualTo(200);
        assertThat(head.body()).isEmpty();
        assertThat(head.header(SIZE)).isEqualTo("4");
        Answer put = runner.send("PUT", log(run) + "?offset=0", BodyPublishers.ofString("x"));
        assertThat(put.status()).isEqualTo(405);
        assertThat(put.header("Allow")).contains("GET", "POST");
    }
}
