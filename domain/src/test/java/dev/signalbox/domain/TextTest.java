package dev.signalbox.domain;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TextTest {

    @ParameterizedTest
    @CsvSource(
            ignoreLeadingAndTrailingWhitespace = false,
            value = {" one line ,one line", "'two\nlines',two lines", "\u202e\u2066desrever\u2069\u202c!,desrever!"})
    void quotesTheBeginningOnOneLineThatReadsAsItIs(String text, String excerpt) {
        assertThat(Text.excerpt(text)).isEqualTo(excerpt);
    }

    @Test
    void quotesNoMoreThanABeginning() {
        String text = "\u202e" + "\ud83d\ude82".repeat(200);

        assertThat(Text.excerpt(text)).isEqualTo(text.substring(1));
        assertThat(Text.excerpt(text + "x")).isEqualTo(text.substring(1) + " \u2026");
    }
}
