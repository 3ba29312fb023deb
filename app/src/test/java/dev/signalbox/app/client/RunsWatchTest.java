package dev.signalbox.app.client;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RunsWatchTest extends ClientFixture {

    @ParameterizedTest
    @CsvSource({"applied, 0", "planned_and_finished, 0", "errored, 3", "canceled, 3", "discarded, 3"})
    void endsWithTheRun(String status, int code) {
        answer(document("applying", ""));
        answer(document("applying", ""));
        answer(document(status, ""));

        var ran = run("runs", "watch", RUN);

        assertThat(ran.code()).isEqualTo(code);
        assertThat(ran.out().lines()).hasSize(2);
        assertThat(ran.out().lines().toList().getLast()).endsWith(RUN + " acme/network " + status);
        assertThat(pauses).containsExactly(Duration.ofSeconds(2), Duration.ofSeconds(2));
    }

    @Test
    void goesOnUntilWhatRanIsGone() {
        answer(document("errored", "\"signalbox-ending\": {\"stage\": \"requested\", \"phase\": \"applying\"}"));
        answer(document("errored", "\"signalbox-ending\": {\"stage\": \"acknowledged\", \"phase\": \"applying\"}"));
        answer(document("errored", "\"signalbox-ending\": {\"stage\": \"gone\", \"phase\": \"applying\"}"));

        assertThat(run("runs", "watch", RUN).out().lines())
                .hasSize(3)
                .last()
                .asString()
                .contains("process: gone");
    }

    @Test
    void goesOnWhileTheServerIsAwayAndSaysSoOnce() {
        answer(document("applying", ""));
        api.answers(503, Map.of("Retry-After", "20"), "")
                .answers(502, "")
                .answers(502, "")
                .answers(502, "");
        answer(document("applied", ""));

        var ran = run("runs", "watch", RUN);

        assertThat(ran.code()).isZero();
        assertThat(ran.err()).containsOnlyOnce("is away (it says 503)").containsOnlyOnce("the server is back");
        assertThat(pauses.stream().map(Duration::toSeconds)).containsExactly(2L, 20L, 4L, 8L, 16L);
    }

    @Test
    void endsWhenTheRunIsNoMore() {
        answer(document("applying", ""));
        api.answers(404, "{\"errors\": [{\"detail\": \"The run does not exist.\"}]}");

        var ran = run("runs", "watch", RUN);

        assertThat(ran.code()).isEqualTo(1);
        assertThat(ran.err()).contains("does not exist");
    }

    @Test
    void tellsScriptsEachChangeAsAResource() {
        answer(document("applying", ""));
        answer(document("applied", ""));

        var lines = run("runs", "watch", RUN, "--json").out().lines().toList();

        assertThat(lines).hasSize(2);
        assertThat(Json.object(lines.getLast())
                        .orElseThrow()
                        .at("/attributes/status")
                        .asString())
                .isEqualTo("applied");
    }

    @Test
    void drawsAgainInPlaceOnATerminal() {
        look = new Look(true, false, 80, 10);
        answer(document("applying", ""));
        answer(document("applied", ""));

        var out = run("runs", "watch", RUN).out();

        assertThat(out).containsOnlyOnce("\u001b[9A\u001b[J");
        assertThat(out.lines()).hasSize(18);
    }

    @Test
    void keepsTheNewestLinesWhereATerminalIsTooLow() {
        look = new Look(true, false, 80, 24);
        var numbers =
                IntStream.rangeClosed(1, 20).mapToObj(n -> "\"line " + n + "\"").collect(joining(","));
        answer(document("applied", "\"signalbox-evidence\": {\"last-lines\": [" + numbers + "]}"));

        var lines = run("runs", "watch", RUN).out().lines().toList();

        assertThat(lines).hasSize(23).doesNotContain("    | line 1");
        assertThat(lines.getLast()).isEqualTo("    | line 20");
    }

    @Test
    void followsAGroupAsRunsJoinAndLeaveIt() {
        answer(page(null, 1, resource("run-1", "planning", "")));
        answer(page(null, 2, resource("run-2", "planning", ""), resource("run-1", "applying", "")));
        answer(page(null, 1, resource("run-2", "planning", "")));
        api.answers(401, "{\"errors\": []}");

        var ran = run("runs", "watch", "--group", "active");

        assertThat(ran.code()).isEqualTo(1);
        assertThat(ran.out().lines().map(line -> line.replaceFirst("^\\S+Z ", "")))
                .containsExactly(
                        "run-1 acme/network planning",
                        "run-2 acme/network planning",
                        "run-1 acme/network applying",
                        "run-1 is not active any more");
        assertThat(api.asked().getFirst()).contains("filter%5Bstatus_group%5D=active");
    }
}
