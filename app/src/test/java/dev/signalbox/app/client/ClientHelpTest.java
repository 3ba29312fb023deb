package dev.signalbox.app.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

class ClientHelpTest extends ClientFixture {

    /** A line that is broken by hand is broken once more at the terminal's width, in the middle of a sentence. */
    @Test
    void leavesTheWidthOfItsParagraphsToTheTerminal() {
        var nowhere = new PrintWriter(new StringWriter());
        var footers = all(commands(new Screen(nowhere, nowhere, look), new ByteArrayOutputStream()))
                .flatMap(command ->
                        Stream.of(command.getCommandSpec().usageMessage().footer()))
                .filter(line -> !line.isEmpty())
                .toList();

        assertThat(footers).hasSizeGreaterThan(5).allMatch(line -> line.endsWith("."));
    }

    private static Stream<CommandLine> all(CommandLine command) {
        return Stream.concat(
                Stream.of(command), command.getSubcommands().values().stream().flatMap(ClientHelpTest::all));
    }
}
