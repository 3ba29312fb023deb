package dev.signalbox.ui.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class LogTextTest {

    @Test
    void dropsWhatATerminalWouldObey() {
        assertThat(LogText.of("\u001b[1mError\u001b[0m: gone\r\n".getBytes(StandardCharsets.UTF_8), false))
                .isEqualTo("Error: gone\n");
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
}
