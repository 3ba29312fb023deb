package dev.signalbox.app.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class RunsCancelTest extends ClientFixture {

    private static final String ENDED_ALREADY = """
            {"errors": [{"status": "409", "code": "already_final", "detail": "It is errored."}]}""";

    @Test
    void forcesARunToErroredAndSaysWhy() {
        answer(document("errored", ""));

        var ran = run("runs", "cancel", RUN, "--reason", "hangs since \"noon\"", "--yes");

        assertThat(ran).isEqualTo(new Ran(0, RUN + " is errored" + System.lineSeparator(), ""));
        assertThat(api.asked()).containsExactly("POST /api/v2/admin/runs/" + RUN + "/actions/cancel");
        assertThat(api.bodies()).containsExactly("{\"comment\":\"hangs since \\\"noon\\\"\"}");
    }

    @Test
    void forcesARunToCanceledWhereThatIsWanted() {
        answer(document("canceled", ""));

        assertThat(run("runs", "cancel", RUN, "--canceled", "--reason", "why", "-y")
                        .code())
                .isZero();
        assertThat(api.asked()).containsExactly("POST /api/v2/admin/runs/" + RUN + "/actions/force-cancel");
    }

    @Test
    void triesAllAndFailsIfOneWasNotEnded() {
        api.answers(409, ENDED_ALREADY).answers(503, "");
        answer(document("errored", ""));

        var ran = run("runs", "cancel", "run-1", "run-2", "run-3", "run-1", "--reason", "why", "--yes");

        assertThat(ran.code()).isEqualTo(1);
        assertThat(ran.out()).isEqualToIgnoringNewLines("run-3 is errored");
        assertThat(ran.err())
                .contains("run-1: the server refused with 409: It is errored.")
                .contains("run-2: the server at", "whether it was ended is not known");
        assertThat(api.asked()).hasSize(3);
    }

    @Test
    void handsScriptsOneOutcomeEach() {
        api.answers(409, ENDED_ALREADY);
        answer(document("errored", ""));

        var list = JsonMapper.shared()
                .readTree(run("runs", "cancel", "run-1", "run-2", "--reason", "why", "--yes", "--json")
                        .out());

        assertThat(list.at("/0/outcome").asString()).isEqualTo("refused");
        assertThat(list.at("/0/errors/0/code").asString()).isEqualTo("already_final");
        assertThat(list.at("/1/outcome").asString()).isEqualTo("ended");
        assertThat(list.at("/1/run/attributes/status").asString()).isEqualTo("errored");
    }

    @Test
    void handsScriptsTheNameOfTheWorkspaceAsOtherCommandsDo() {
        answer("{\"data\": " + resource(RUN, "errored", "") + "}");
        answer(document("errored", ""));

        assertThat(ended().at("/meta/workspace").asString()).isEqualTo("network");
        assertThat(api.asked()).hasSize(2);
    }

    @Test
    void handsScriptsNoIdInPlaceOfANameThatIsNotTold() {
        answer("{\"data\": " + resource(RUN, "errored", "") + "}");
        api.answers(503, "");

        var run = ended();

        assertThat(run.at("/attributes/status").asString()).isEqualTo("errored");
        assertThat(run.at("/meta").has("workspace")).isFalse();
    }

    private JsonNode ended() {
        var ran = run("runs", "cancel", RUN, "--reason", "why", "--yes", "--json");
        return JsonMapper.shared().readTree(ran.out()).at("/0/run");
    }

    @Test
    void saysThatThereWasNoAnswerAtAll() {
        api.answers(503, "");

        assertThat(run("runs", "cancel", RUN, "--reason", "why", "--yes").code())
                .isEqualTo(4);
    }

    @Test
    void waitsUntilWhatRanIsGone() {
        answer(document("errored", ""));
        answer(document("errored", "\"signalbox-ending\": {\"stage\": \"requested\", \"phase\": \"applying\"}"));
        api.answers(503, "");
        answer(document("errored", "\"signalbox-ending\": {\"stage\": \"gone\", \"phase\": \"applying\"}"));

        var ran = run("runs", "cancel", RUN, "--reason", "why", "--yes", "--wait");

        assertThat(ran.code()).as(ran.err()).isZero();
        assertThat(ran.out()).contains(RUN + " is errored; the applying process: gone");
        assertThat(pauses).hasSize(2);
    }

    @Test
    void failsWhenWhatRanIsNotGoneInTime() {
        answer(document("errored", ""));
        answer(document("errored", "\"signalbox-ending\": {\"stage\": \"requested\", \"phase\": \"applying\"}"));

        var ran = run("runs", "cancel", RUN, "--reason", "why", "--yes", "--wait", "--wait-limit", "3");

        assertThat(ran.code()).isEqualTo(1);
        assertThat(ran.err()).contains("not known to be gone after 3 s; the applying process: requested");
    }

    @Test
    void neverCallsAnEndRefusedBecauseALaterQuestionIs() {
        answer(document("errored", ""));
        api.answers(429, "{\"errors\": [{\"status\": \"429\", \"detail\": \"Too many requests.\"}]}");
        answer(document("errored", "\"signalbox-ending\": {\"stage\": \"gone\", \"phase\": \"applying\"}"));

        var ran = run("runs", "cancel", RUN, "--reason", "why", "--yes", "--wait");

        assertThat(ran.code()).as(ran.err()).isZero();
        assertThat(ran.out()).contains(RUN + " is errored; the applying process: gone");
    }

    @Test
    void asksAtATerminalAndSaysWhatIsAtStake() {
        typed = Optional.of("yes\n");
        answer(document("applying", "\"signalbox-last-heard-at\": \"" + Instant.now() + "\""));
        answer(document("errored", ""));

        var ran = run("runs", "cancel", RUN, "--reason", "why");

        assertThat(ran.code()).isZero();
        assertThat(ran.err())
                .contains("of acme/network is applying", "will be told to stop", "may leave things half made")
                .contains("Force it to errored?");
        assertThat(api.asked()).hasSize(2);
    }

    @Test
    void saysBeforeItAsksWhatSpeaksForAndAgainstIt() {
        var evidence = "\"signalbox-evidence\": {\"output-at\": \"" + Instant.now() + "\","
                + " \"last-lines\": [\"Creating...\", \"Still creating...\", \" \"]}";
        answer(document(
                "applying",
                "\"signalbox-attention\": null, \"signalbox-attention-missing\": \"this is not judged\", " + evidence));
        answer(document(
                "applying",
                "\"signalbox-attention\": {\"sentence\": \"no output for 1 h; last line: Still creating...\"}, "
                        + evidence));
        answer(document("applying", "\"signalbox-evidence\": null"));
        answer(document("planned", "\"signalbox-attention\": null, " + evidence));

        assertThat(question())
                .containsPattern("Nothing was found that needs attention; this is not judged\\. Last output \\d+ s ago")
                .contains("): Still creating.... Whether its runner");
        assertThat(question())
                .contains("Needs attention: no output for 1 h; last line: Still creating.... Last output ")
                .contains("). Whether its runner");
        assertThat(question())
                .contains("Whether it needs attention is unknown. When it last printed something is not known.");
        assertThat(question()).contains("Nothing was found that needs attention. Whether its runner");
    }

    @Test
    void leavesOutALineOnlyIfItIsTheOneThatWasFound() {
        found("no output for 1 h; last line: apple", "a");
        found("no output for 1 h; last line: a", "a");
        found("forced to an end by anna: last line: b; last line: a", "b");
        found("no output for 1 h; last line: " + "x".repeat(200) + " …", "x".repeat(500));

        assertThat(question()).contains("Z): a. Whether");
        assertThat(question()).contains("Z). Whether");
        assertThat(question()).contains("Z): b. Whether");
        assertThat(question()).contains("Z). Whether");
    }

    private void found(String sentence, String line) {
        answer(document(
                "applying",
                "\"signalbox-attention\": {\"sentence\": \"" + sentence + "\"}, \"signalbox-evidence\":"
                        + " {\"output-at\": \"" + Instant.now() + "\", \"last-lines\": [\"" + line + "\"]}"));
    }

    private String question() {
        typed = Optional.of("no\n");
        return run("runs", "cancel", RUN, "--reason", "why").err();
    }

    @Test
    void endsNothingWithoutAWholeYes() {
        for (var answer : new String[] {"y\n", "no\n", "", "\n", "yes!\n"}) {
            typed = Optional.of(answer);
            answer(document("applying", "\"signalbox-last-heard-at\": \"2026-11-24T05:00:00Z\""));

            var ran = run("runs", "cancel", RUN, "--reason", "why");

            assertThat(ran.code()).isEqualTo(1);
            assertThat(ran.err()).contains("cannot be reached", "nothing was ended");
        }
        assertThat(api.asked()).noneMatch(asked -> asked.startsWith("POST"));
    }
}
