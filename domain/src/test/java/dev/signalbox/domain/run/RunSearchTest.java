package dev.signalbox.domain.run;

import static dev.signalbox.domain.testing.TestSignalbox.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.domain.refusal.Refusal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How a search is read; what it finds is in the contract of the lists. */
class RunSearchTest {

    @Test
    void readsWordsBetweenBlanksOfEveryKind() {
        assertThat(RunSearch.parse("  a\u00a0b \u2003 c ").orElseThrow().words())
                .isEqualTo(List.of("a", "b", "c"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\u2003", "  \u00a0 "})
    void takesBlankForNoSearch(String q) {
        assertThat(RunSearch.parse(q)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\u0000b", "a\nb", "a\tb", "a\u2028b", "\u007f", "\ud800"})
    void refusesControlCharacters(String q) {
        assertThat(refusal(() -> RunSearch.parse(q)))
                .isEqualTo(new Refusal.InvalidParameter("q", "contains control characters"));
    }

    @Test
    void countsCharactersAfterTrimmingNotUnits() {
        assertThat(RunSearch.parse("\ud83d\ude82".repeat(1_000))).isPresent();
        assertThat(RunSearch.parse(" " + "x".repeat(1_000) + " ")).isPresent();
        assertThat(refusal(() -> RunSearch.parse("x".repeat(1_001)))).isInstanceOf(Refusal.InvalidParameter.class);
    }
}
