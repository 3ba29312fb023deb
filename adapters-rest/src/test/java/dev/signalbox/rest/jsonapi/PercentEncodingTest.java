package dev.signalbox.rest.jsonapi;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PercentEncodingTest {

    @ParameterizedTest
    @CsvSource({"a+b%20c, a b c", "%C5%81cme, Łcme", "Łcme, Łcme", "%F0%9F%9A%82🚂, 🚂🚂", "%41, A"})
    void readsWhatIsEncodedAndWhatIsNot(String encoded, String text) {
        assertThat(PercentEncoding.decode(encoded)).contains(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"%", "%4", "%4g", "%٤١", "%4٤", "%C5", "%C5Ł", "%FF"})
    void readsNothingThatIsBroken(String encoded) {
        assertThat(PercentEncoding.decode(encoded)).isEmpty();
    }

    @Test
    void writesWhatItReads() {
        assertThat(PercentEncoding.encode("Ł a+b")).isEqualTo("%C5%81%20a%2Bb");
    }
}
