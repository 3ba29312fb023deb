package dev.signalbox.app.wrapper;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Options and settings: what is wrong is said in one sentence, and nothing is run. */
class WrapperUsageTest extends WrapperFixture {

    @ParameterizedTest
    @CsvSource({
        "--grace, x, --grace must be a whole number of seconds from 0 to 86400",
        "--heartbeat, 0, --heartbeat must be a whole number of seconds from 1 to 10",
        "--retry, 08, --retry must be a whole number of seconds from 0 to 86400",
        "--nothing, 1, there is no option --nothing",
        "--workspace, '', --workspace is missing",
        "word, word, put -- before the command",
        "--policy-level, soft, --policy-level needs a policy: set --policy",
        "--policy-level, middling, --policy-level must be hard or soft",
    })
    void refusesABadOption(String option, String value, String sentence) throws Exception {
        var started =
                wrapper().with(option, value).fakeTerraform("terraform", 0, 0).start("./terraform", "plan");

        assertRefused(started, sentence);
    }

    @ParameterizedTest
    @CsvSource({
        "SIGNALBOX_CREATE, maybe, SIGNALBOX_CREATE must be true or false",
        "SIGNALBOX_URL, ftp://x, SIGNALBOX_URL must begin with http:// or https://",
        "SIGNALBOX_TOKEN, 'a b', the token has a character that no token has",
        "SIGNALBOX_TOKEN, '', there is no token: set SIGNALBOX_TOKEN or SIGNALBOX_TOKEN_FILE",
    })
    void refusesABadSetting(String name, String value, String sentence) throws Exception {
        var started = wrapper()
                .withEnvironment(name, value)
                .fakeTerraform("terraform", 0, 0)
                .start("./terraform", "plan");

        assertRefused(started, sentence);
    }

    @Test
    void refusesACommandThatDoesNotExist() throws Exception {
        var started = wrapper().start("./no-such-command", "plan");

        assertThat(started.exitCode()).isEqualTo(127);
        assertThat(started.messages()).isEqualTo("signalbox: there is no command ./no-such-command\n");
        assertThat(server.runs()).isEmpty();
    }

    @Test
    void readsTheTokenFromAFile() throws Exception {
        Files.writeString(folder.resolve("token"), StubServer.TOKEN + "\r\n");
        var started = wrapper()
                .withEnvironment("SIGNALBOX_TOKEN", "")
                .withEnvironment("SIGNALBOX_TOKEN_FILE", "token")
                .fakeTerraform("terraform", 0, 0)
                .start("./terraform", "plan");

        assertThat(started.exitCode()).as(started.messages()).isZero();
    }

    private void assertRefused(Wrapper.Started started, String sentence) throws Exception {
        assertThat(started.exitCode()).isEqualTo(2);
        assertThat(started.messages()).isEqualTo("signalbox: " + sentence + " (signalbox-run --help tells more)\n");
        assertThat(server.runs()).isEmpty();
        assertThat(started.calls()).isEmpty();
    }
}
