package dev.signalbox.domain.run;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PrintedTextTest {

    private static final String HOSTILE =
            "\u001b[".repeat(20_000) + "\u001b]".repeat(20_000) + "1;".repeat(20_000) + "\r".repeat(20_000);

    @ParameterizedTest
    @CsvSource({
        "'\u001b[1m\u001b[38;5;204mError\u001b[0m: gone', 'Error: gone'",
        "'a\u001b[2K\u001b[1Gb', 'ab'",
        "'\u001b]8;;https://example.org\u001b\\here\u001b]8;;\u001b\\', 'here'",
        "'\u001b]0;title\u0007after', 'after'",
        "'\u001b(Bplain\u001b7', 'plain'",
        "'\u001b]never ended\nnext', '\nnext'",
        "'broken off \u001b[38;5', 'broken off '",
        "'broken off \u001b', 'broken off '",
        "'\0\b\u0085\u009bx\u007f', 'x'",
        "'tab\tstays', 'tab\tstays'",
        "'one\r\ntwo\r\r\nthree\rfour', 'one\ntwo\nthree\nfour'",
        "'\u202eturned\u2066', 'turned'",
        "'<b>&amp;', '<b>&amp;'"
    })
    void keepsWhatIsSaidAndDropsWhatIsObeyed(String printed, String text) {
        assertThat(PrintedText.plain(printed)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({
        "'\u001b[1m\u001b[38;5;204mError\u001b[m: gone', '\u001b[1m\u001b[38;5;204mError\u001b[m: gone'",
        "'\u001b[38:2::1:2:3mcolon', '\u001b[38:2::1:2:3mcolon'",
        "'a\u001b[2K\u001b[31mb\u001b[1G', 'a\u001b[31mb'",
        "'\u001b[8mhidden\u001b[0;8mtoo\u001b[08;1mand', 'hiddentooand'",
        "'\u001b[38;5;18mkept', '\u001b[38;5;18mkept'",
        "'\u001b[>4;2mkeyboard', 'keyboard'",
        "'\u001b[31 mno colour', 'no colour'",
        "'\u001b]0;\u001b[31mtitle\u0007', '\u001b[31mtitle'",
        "'\u001b\u001b[31mtwice', '\u001b[31mtwice'",
        "'\u001b\u001b]52;c;eA==\u0007after', 'after'"
    })
    void keepsColoursForATerminal(String printed, String text) {
        assertThat(PrintedText.coloured(printed)).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "\u001b",
                "\u001b[",
                "\u001b[38;5",
                "\u001b[0 ",
                "\u001b]8;;x",
                "\u001b]8;;\u001b",
                "\u001b(",
                "\r"
            })
    void waitsForTheRestOfWhatIsObeyed(String unfinished) {
        assertThat(PrintedText.finished("text\n" + unfinished)).isEqualTo(5);
    }

    @ParameterizedTest
    @ValueSource(strings = {"text", "\u001b[0m", "\u001b]0;title\u0007", "\u001b]0;title\u001b\\", "\u001b(B", "\r\n"})
    void waitsForNothingElse(String finished) {
        assertThat(PrintedText.finished(finished)).isEqualTo(finished.length());
    }

    @Test
    void bearsABigHeapOfBrokenSequences() {
        assertThat(PrintedText.plain(HOSTILE)).doesNotContain("\u001b");
        assertThat(PrintedText.coloured(HOSTILE)).doesNotContain("\u001b");
        assertThat(PrintedText.finished(HOSTILE + "\nend")).isEqualTo(HOSTILE.length() + 4);
    }
}
