package dev.signalbox.app.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RunsLogTest extends ClientFixture {

    private static final String LOG = "/api/signalbox/v1/runs/" + RUN + "/log";

    private void part(String text, long size, boolean complete) {
        api.answers(200, headers(size, complete), text);
    }

    private static Map<String, String> headers(long size, boolean complete) {
        return Map.of(
                "Content-Type", "text/plain;charset=utf-8",
                "Signalbox-Log-Size", Long.toString(size),
                "Signalbox-Log-Complete", Boolean.toString(complete));
    }

    @Test
    void handsOnTheLogByteByByteAndPartByPart() {
        var text = "\u001b[31m\u202eé\r\n\u001b]0;title\u0007".repeat(1000);
        int bytes = text.getBytes(StandardCharsets.UTF_8).length;
        part(text, 2L * bytes, false);
        part(text, 2L * bytes, false);

        assertThat(run("runs", "log", RUN)).isEqualTo(new Ran(0, text + text, ""));
        assertThat(api.asked()).containsExactly("GET " + LOG + "?offset=0", "GET " + LOG + "?offset=" + bytes);
        assertThat(pauses).isEmpty();
    }

    @Test
    void followsTheLogUntilNothingCanCome() {
        part("one\n", 4, false);
        part("", 4, false);
        part("two\n", 8, false);
        part("three\n", 14, true);

        assertThat(run("runs", "log", RUN, "--follow")).isEqualTo(new Ran(0, "one\ntwo\nthree\n", ""));
        assertThat(api.asked()).last().isEqualTo("GET " + LOG + "?offset=8");
        assertThat(pauses).hasSize(3).containsOnly(Duration.ofSeconds(2));
    }

    @Test
    void followsAFullLogNoFurtherThanToItsEnd() {
        part("one\n", 4, false);
        api.answers(200, full(8), "two\n");

        var ran = run("runs", "log", RUN, "--follow");

        assertThat(ran.code()).isZero();
        assertThat(ran.out()).isEqualTo("one\ntwo\n");
        assertThat(api.asked()).hasSize(2);
        assertThat(ran.err())
                .contains("the log of " + RUN + " is full and ends here: what its command prints further is not kept");
    }

    @Test
    void saysThatALogIsFull() {
        api.answers(200, full(4), "one\n");

        var ran = run("runs", "log", RUN);

        assertThat(ran.out()).isEqualTo("one\n");
        assertThat(ran.err()).contains("is full and ends here");
    }

    private static Map<String, String> full(long size) {
        Map<String, String> headers = new HashMap<>(headers(size, false));
        headers.put("Signalbox-Log-Full", "true");
        return headers;
    }

    @Test
    void followsWhatIsCompleteToItsEnd() {
        part("one\n", 8, true);
        part("two\n", 8, true);

        assertThat(run("runs", "log", RUN, "-f")).isEqualTo(new Ran(0, "one\ntwo\n", ""));
    }

    @Test
    void goesOnWhereItWasOnceTheServerIsBack() {
        part("one\n", 4, false);
        api.answers(502, "");
        part("two\n", 8, true);

        var ran = run("runs", "log", RUN, "--follow");

        assertThat(ran.code()).isZero();
        assertThat(ran.out()).isEqualTo("one\ntwo\n");
        assertThat(ran.err()).contains("is away (it says 502)", "the server is back");
        assertThat(api.asked()).last().isEqualTo("GET " + LOG + "?offset=4");
    }

    @Test
    void readsAPartThatBrokeOffOnceMore() {
        part("one\n", 8, false);
        api.answersHalf(headers(14, false), "two\nth");
        part("two\nthree\n", 14, true);

        assertThat(run("runs", "log", RUN, "--follow").out()).isEqualTo("one\ntwo\nthree\n");
        assertThat(api.asked()).last().isEqualTo("GET " + LOG + "?offset=4");
    }

    @Test
    void saysHowALogIsHad() {
        part("", 0, true);

        var ran = run("runs", "log", RUN);

        assertThat(ran.code()).isEqualTo(1);
        assertThat(ran.out()).isEmpty();
        assertThat(ran.err()).contains("nothing of the log of " + RUN + " was sent", "--share-log");
        assertThat(run("runs", "log", RUN, "--follow").code()).isEqualTo(1);
    }

    @Test
    void waitsForALogThatMayCome() {
        part("", 0, false);
        part("", 0, false);
        part("one\n", 4, true);

        var ran = run("runs", "log", RUN, "--follow");

        assertThat(ran.code()).isZero();
        assertThat(ran.out()).isEqualTo("one\n");
        assertThat(ran.err()).containsOnlyOnce("was sent yet; it is waited for");
    }

    @Test
    void sparesATerminalWhatItWouldObeyHoweverItIsParted() {
        look = new Look(true, true, 80, 24);
        part("\u001b[1mErr", 100, false);
        part("or\u001b[0m\r", 100, false);
        part("\n\u001b]52;c;", 100, false);
        part("eA==\u0007\u001b[", 100, false);
        part("2Jé\u202e", 0, true);

        assertThat(run("runs", "log", RUN).out()).isEqualTo("\u001b[1mError\u001b[0m\né\u001b[m");
    }

    @Test
    void leavesColoursOutWhereNobodyWantsThem() {
        look = new Look(true, false, 80, 24);
        part("\u001b[1mError\u001b[0m \u001b", 15, true);

        assertThat(run("runs", "log", RUN).out()).isEqualTo("Error ");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            200 | text/plain       | Welcome to the hotel                          | 4 | is no Signalbox: it says 200
            404 | application/json | {"errors": [{"detail": "There is no run."}]}  | 1 | refused with 404: There is no run.
            401 | application/json | {"errors": [{"detail": "Unknown token."}]}    | 1 | refused with 401
            503 | text/html        | x                                             | 4 | is away (it says 503)
            302 | text/html        | x                                             | 4 | redirect
            """)
    void writesNothingOfWhatIsNoLog(int status, String type, String body, int code, String message) {
        api.answers(status, Map.of("Content-Type", type), body);

        for (var command : new String[][] {{"runs", "log", RUN}, {"runs", "log", RUN, "--follow"}}) {
            var ran = run(command);

            assertThat(ran.code()).as(ran.err()).isEqualTo(code);
            assertThat(ran.out()).isEmpty();
            assertThat(ran.err()).contains(message);
        }
    }

    @Test
    void refusesWhatIsNoIdBeforeItAsks() {
        assertThat(run("runs", "log", "../x").code()).isEqualTo(2);
        assertThat(run("runs", "log").code()).isEqualTo(2);
        assertThat(api.asked()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"Broken pipe, 0, ''", "No space left on device, 1, could not be written"})
    void endsQuietlyOnlyWhereNobodyReads(String problem, int code, String message) {
        part("one\n", 4, true);
        broken = Optional.of(problem);

        for (var options : new String[][] {{"runs", "log", RUN}, {"runs", "log", RUN, "--follow"}}) {
            var ran = run(options);

            assertThat(ran.code()).as(ran.err()).isEqualTo(code);
            assertThat(ran.err().contains("signalbox:")).isEqualTo(!message.isEmpty());
            assertThat(ran.err()).contains(message);
        }
    }
}
