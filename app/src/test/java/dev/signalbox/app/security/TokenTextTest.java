package dev.signalbox.app.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TokenTextTest {

    @Test
    void makesTextsThatScannersFind() {
        assertThat(TokenText.random()).matches("sbx_[1-9A-HJ-NP-Za-km-z]{38}");
    }

    @Test
    void recognisesWhatItMakes() {
        assertThat(IntStream.range(0, 1_000).mapToObj(_ -> TokenText.random())).allMatch(TokenText::isOne);
    }

    @Test
    void makesNoTextTwice() {
        var seen = new HashSet<String>();
        assertThat(IntStream.range(0, 1_000).allMatch(_ -> seen.add(TokenText.random())))
                .isTrue();
    }

    @Test
    void noticesEveryMistypedCharacter() {
        var token = TokenText.random();
        for (int at = 4; at < token.length(); at++) {
            char other = token.charAt(at) == 'x' ? 'y' : 'x';
            assertThat(TokenText.isOne(token.substring(0, at) + other + token.substring(at + 1)))
                    .as("another character at %d of %s", at, token)
                    .isFalse();
        }
    }

    @Test
    void keepsItsChecksumOverTheYears() {
        assertThat(TokenText.isOne("sbx_" + "1".repeat(32) + "6cn5FP")).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "sbx_", "sbx_0000000000000000000000000000000000000000", "Bearer", "sbx_\u0000"})
    void refusesWhatHasNotTheShape(String text) {
        assertThat(TokenText.isOne(text)).isFalse();
    }
}
