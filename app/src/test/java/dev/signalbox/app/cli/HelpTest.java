package dev.signalbox.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import picocli.CommandLine.Command;

class HelpTest {

    private static final int NARROW_TERMINAL = 80;

    @Test
    void listsEverySetting() {
        var listed = footer().map(String::strip)
                .filter(line -> line.startsWith("--"))
                .map(line -> line.split("[ ,]", 2)[0])
                .collect(Collectors.toSet());

        assertThat(listed)
                .isEqualTo(Stream.of(
                                SettingsOptions.FLAGS, EdgeOptions.FLAGS, NotificationOptions.FLAGS, MailOptions.FLAGS)
                        .flatMap(Set::stream)
                        .collect(Collectors.toSet()));
    }

    /** A line that stands in columns is broken in the wrong place where it does not fit. */
    @Test
    void keepsItsColumnsOnANarrowTerminal() {
        assertThat(footer().filter(line -> line.startsWith("  ")))
                .isNotEmpty()
                .allMatch(line -> line.replace("$$", "$").length() < NARROW_TERMINAL);
    }

    private static Stream<String> footer() {
        return Stream.of(CommandLineInterface.class.getAnnotation(Command.class).footer());
    }
}
