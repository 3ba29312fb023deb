package dev.signalbox.rest.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvLineTest {

    @Test
    void quotesWhatWouldEndACell() {
        assertThat(CsvLine.of(List.of("a", "b c", "d,e", "f\"g", "h\ni", "j\r\nk", "")))
                .isEqualTo("a,b c,\"d,e\",\"f\"\"g\",\"h\ni\",\"j\r\nk\",\r\n");
    }

    @Test
    void writesWhatIsMissingAsAnEmptyCell() {
        assertThat(CsvLine.of(Arrays.asList("a", null, "b"))).isEqualTo("a,,b\r\n");
    }

    @Test
    void keepsNumbersAndFlagsAsTheyAre() {
        assertThat(CsvLine.of(List.of(-1, true, 3L))).isEqualTo("-1,true,3\r\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "=cmd|' /C calc'!A0", "=\"a\",b"})
    void keepsSpreadsheetsFromTakingTextForAFormula(String text) throws Exception {
        try (CSVParser read = CSVParser.parse(CsvLine.of(List.of("id", text)), CSVFormat.RFC4180)) {
            assertThat(read.getRecords()).singleElement().satisfies(row -> {
                assertThat(row.values()).containsExactly("id", "'" + text);
            });
        }
    }
}
