package dev.signalbox.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

class MisuseTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "runs list --json --status foo",
                "runs list --json --limit 0",
                "runs show --json",
                "audit list --foo --json"
            })
    void isAnErrorsDocumentForAScript(String command) {
        var errors = JsonMapper.shared().readTree(misused(command));

        assertThat(errors.at("/errors/0/code").asString()).isEqualTo("misuse");
        assertThat(errors.at("/errors/0/detail").asString()).isNotBlank();
    }

    @Test
    void isASentenceForAPersonAndWhereThereIsNoJson() {
        assertThat(misused("runs list --status foo"))
                .startsWith("signalbox: ")
                .contains("Try: signalbox runs list --help");
        assertThat(misused("token list --json")).startsWith("signalbox: ");
    }

    private static String misused(String command) {
        var err = new StringWriter();
        var writer = new PrintWriter(err, true);
        var terminal = new Terminal(new PrintWriter(new StringWriter()), writer, false);
        var context = new CommandContext(
                Map.of("SIGNALBOX_TOKEN", "token"),
                terminal,
                _ -> {
                    throw new AssertionError("needs no database");
                },
                () -> {
                    throw new AssertionError("needs no server");
                });

        assertThat(CommandLineInterface.of(context).setErr(writer).execute(command.split(" ")))
                .isEqualTo(CommandLineInterface.MISUSED);
        return err.toString();
    }
}
