package dev.signalbox.rest.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CsvLineTest {

    @Test
    void quotesEveryTextAndNoNumber() {
        assertThat(CsvLine.of(Arrays.asList("a", -1, 2L, true, "", null, "say \"b\"")))
                .isEqualTo("\"a\",-1,2,\"true\",\"\",\"\",\"say \"\"b\"\"\"\r\n");
    }

    @Test
    void isReadAsItWasWritten() throws Exception {
        List<String> cells = List.of("a", "b c", "d,e", "f\"g", "h\ni", "j\r\nk", "", "l;m");
        try (CSVParser read = CSVParser.parse(CsvLine.of(cells), CSVFormat.RFC4180)) {
            assertThat(read.getRecords())
                    .singleElement()
                    .satisfies(row -> assertThat(row.toList()).isEqualTo(cells));
        }
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '`', delimiter = '|', textBlock = """
            =1              | '=1
            +1              | '+1
            -1              | '-1
            @SUM(A1)        | '@SUM(A1)
            \\t=1           | '\\t'=1
            \\r=1           | '\\r'=1
            x;=cmd          | x;'=cmd
            x;+1;y;@a       | x;'+1;y;'@a
            x\\t-1          | x\\t'-1
            x\\n=1          | x\\n'=1
            x\\r\\n=1       | x\\r\\n'=1
            x;"=1           | x;'""=1
            x;;=1           | x;;'=1
            ＝1+1            | '＝1+1
            ＋1;－1           | '＋1;'－1
            "＠SUM(A1)       | '""＠SUM(A1)
            """)
    void marksWhatWouldBeginAFormulaWhateverSeparatesTheCells(String text, String written) {
        assertThat(CsvLine.of(List.of(text.translateEscapes())))
                .isEqualTo("\"" + written.translateEscapes() + "\"\r\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a=1", "2026-01-01T00:00:00Z", "someone@example.org", "a; b - c", "1+1", "'=1"})
    void leavesOtherTextAsItIs(String text) {
        assertThat(CsvLine.of(List.of(text))).isEqualTo("\"" + text + "\"\r\n");
    }
}
