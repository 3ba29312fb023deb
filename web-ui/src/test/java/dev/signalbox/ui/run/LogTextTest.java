package dev.signalbox.ui.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LogTextTest {

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
        assertThat(LogText.of(printed.getBytes(StandardCharsets.UTF_8), false)).isEqualTo(text);
    }

    @Test
    void waitsForTheRestOfACharacter() {
        byte[] bytes = "a😀".getBytes(StandardCharsets.UTF_8);

        for (int length = 1; length < bytes.length; length++) {
            assertThat(LogText.of(Arrays.copyOf(bytes, length), false)).isEqualTo("a");
        }
        assertThat(LogText.of(bytes, false)).isEqualTo("a😀");
        assertThat(LogText.of(Arrays.copyOf(bytes, 3), true)).isEqualTo("a\ufffd");
    }

    @Test
    void marksWhatIsNotUtf8() {
        assertThat(LogText.of(new byte[] {'a', (byte) 0xff, (byte) 0xe9, 'b'}, false))
                .isEqualTo("a\ufffd\ufffdb");
    }

    @Test
    void bearsABigHeapOfBrokenSequences() {
        String hostile = "\u001b[".repeat(20_000) + "\u001b]".repeat(20_000) + "1;".repeat(20_000);

        assertThat(LogText.of(hostile.getBytes(StandardCharsets.UTF_8), true)).doesNotContain("\u001b");
    }
}
