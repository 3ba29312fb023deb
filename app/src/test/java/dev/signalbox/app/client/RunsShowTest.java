package dev.signalbox.app.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RunsShowTest extends ClientFixture {

    @Test
    void showsEverythingThatIsKnown() {
        answer(document("errored", """
                "message": "Resize the network", "plan-only": false, "auto-apply": true, "is-destroy": false,
                "signalbox-submitted-by": "ci", "signalbox-waiting-for": null, "signalbox-attention": null,
                "signalbox-last-heard-at": "2026-11-24T05:57:00Z", "signalbox-ci": {"name": "GitLab CI", "branch": "main"},
                "actions": {"is-cancelable": true}, "permissions": {"can-cancel": true, "can-force-cancel": true},
                "signalbox-evidence": {"output-at": "2026-11-24T05:57:00Z", "output-bytes": 4096, "host": "build-7",
                 "process-id": 4711, "process-count": 3, "process-ids": [4711, 4712, 4720],
                 "last-lines": ["Still creating...", "Error: no"]},
                "signalbox-reports": [
                 {"number": 1, "event": "plan-started", "at": "2026-11-24T05:55:00.123Z",
                  "signal": null, "exit-code": null, "reason": null},
                 {"number": 2, "event": "withdrawn", "at": "2026-11-24T05:56:00.123Z",
                  "signal": "TERM", "exit-code": 143, "reason": "the job was canceled"}],
                "signalbox-ending": {"stage": "gone", "phase": "applying", "exit-code": 1, "signal": "KILL",
                 "holds-workspace": false}"""));

        var out = run("runs", "show", RUN).out();

        assertThat(out)
                .startsWith(RUN + "  acme/network")
                .contains("errored since", "Resize the network", "by ci", "name GitLab CI, branch main")
                .contains("plan and apply, confirmed without asking", "last heard")
                .contains("the applying process: gone (exit code 1, signal KILL); the workspace is free")
                .containsPattern("may be +canceled\n")
                .containsPattern("attention +none\n")
                .containsPattern("plan +finished; with changes\n")
                .containsPattern("apply +unknown\n")
                .containsPattern("output +4096 bytes, the last .* ago")
                .containsPattern("process +group 4711, 3 processes, PID 4711 4712 4720, on build-7\n")
                .containsPattern("reports\n {4}2026-11-24T05:55:00Z {2}plan-started\n")
                .contains("05:56:00Z  withdrawn (exit code 143, signal TERM): the job was canceled\n")
                .contains("    | Still creating...\n    | Error: no");
    }

    @Test
    void saysThatAPolicyCheckMayBeOverridden() {
        answer(document("policy_override", "\"permissions\": {\"can-override-policy-check\": true}"));

        assertThat(run("runs", "show", RUN).out()).containsPattern("may be +overridden\n");
    }

    @Test
    void takesWhatNoHeartbeatToldForNeitherSomethingNorNothing() {
        answer(document("applied", "\"signalbox-evidence\": {\"output-bytes\": null, \"last-lines\": []}"));

        assertThat(run("runs", "show", RUN).out())
                .containsPattern("output +not told\n")
                .containsPattern("process +not told\n")
                .containsPattern("last lines +not told");
    }

    @Test
    void saysWhatCouldNotBeJudged() {
        answer(document(
                "applying",
                "\"signalbox-attention\": null, \"signalbox-attention-missing\": \"silence is not judged\""));
        answer(document(
                "applying",
                "\"signalbox-attention\": {\"sentence\": \"applying for 3 h\"},"
                        + " \"signalbox-attention-missing\": \"silence is not judged\""));

        assertThat(run("runs", "show", RUN).out()).containsPattern("attention +none found; silence is not judged\n");
        assertThat(run("runs", "show", RUN).out())
                .containsPattern("attention +applying for 3 h; silence is not judged\n");
    }

    @Test
    void namesTheHostOfProcessesThatAreNotTold() {
        answer(document(
                "applied",
                "\"signalbox-evidence\": {\"host\": \"build-7\", \"process-id\": null, \"process-ids\": null}"));

        assertThat(run("runs", "show", RUN).out()).containsPattern("process +not told, on build-7\n");
    }

    @Test
    void saysThatThereAreMoreProcessesThanItNames() {
        answer(document("applying", "\"signalbox-evidence\": {\"process-count\": 3, \"process-ids\": [4711, 4712]}"));

        assertThat(run("runs", "show", RUN).out()).containsPattern("process +3 processes, PID 4711 4712 …\n");
    }

    @Test
    void saysWhatAPendingRunWaitsFor() {
        answer(document(
                "pending", "\"signalbox-waiting-for\": \"run-1 (applying)\", \"signalbox-last-heard-at\": null"));

        assertThat(run("runs", "show", RUN).out())
                .containsPattern("waits for +run-1 \\(applying\\)\n")
                .containsPattern("runner +no sign of life yet\n");
    }

    @Test
    void callsUnknownWhatAnOlderServerDoesNotTell() {
        answer("{\"data\": {\"id\": \"" + RUN + "\", \"attributes\": {\"status\": \"brand_new\"}}}");

        var ran = run("runs", "show", RUN);

        assertThat(ran.code()).isZero();
        assertThat(ran.out())
                .contains("brand_new")
                .containsPattern("attention +unknown\n")
                .containsPattern("runner +unknown\n")
                .containsPattern("may be +unknown\n");
    }

    @Test
    void handsScriptsTheDocument() {
        answer(document("applying", "\"later\": {\"than\": \"this\"}"));

        var document = Json.object(run("runs", "show", RUN, "--json").out()).orElseThrow();

        assertThat(document.at("/data/attributes/later/than").asString()).isEqualTo("this");
        assertThat(document.at("/included/0/attributes/name").asString()).isEqualTo("network");
    }

    @ParameterizedTest
    @CsvSource({"Broken pipe, 0, ''", "No space left on device, 1, could not be written"})
    void endsQuietlyOnlyWhereNobodyReads(String problem, int code, String message) {
        broken = Optional.of(problem);
        answer(document("applying", ""));

        var ran = run("runs", "show", RUN);

        assertThat(ran.code()).as(ran.err()).isEqualTo(code);
        assertThat(ran.err().contains("signalbox:")).isEqualTo(!message.isEmpty());
        assertThat(ran.err()).contains(message);
    }
}
