package dev.signalbox.rest.export;

import java.util.List;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.QuoteMode;
import org.jspecify.annotations.Nullable;

/** Lines of RFC 4180 that a spreadsheet cannot take for anything but what they say. */
final class CsvLine {

    /** A program that splits at semicolons does not see that a text in the middle of a line is quoted. */
    private static final CSVFormat FORMAT =
            CSVFormat.RFC4180.builder().setQuoteMode(QuoteMode.NON_NUMERIC).get();

    /**
     * Where a formula, which a spreadsheet carries out, would begin: at the start of the text or, as the program's
     * separator may be another, inside it. Quotes before the sign would be taken for those of a cell; the wide forms of
     * the signs are taken for the signs where a keyboard writes those.
     */
    private static final Pattern BEFORE_FORMULA = Pattern.compile("(?<=^|[;\\t\\r\\n])(?=\"*[=+@\\t\\r＝＋－＠-])");

    private CsvLine() {}

    /** The cells, with the line's end; null is an empty cell. */
    static String of(List<? extends @Nullable Object> cells) {
        return FORMAT.format(cells.stream().map(CsvLine::harmless).toArray()) + "\r\n";
    }

    private static Object harmless(@Nullable Object value) {
        if (value instanceof Number) {
            return value;
        }
        return value == null ? "" : BEFORE_FORMULA.matcher(value.toString()).replaceAll("'");
    }
}
