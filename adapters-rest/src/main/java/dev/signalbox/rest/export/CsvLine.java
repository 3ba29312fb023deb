package dev.signalbox.rest.export;

import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.jspecify.annotations.Nullable;

/** Lines of RFC 4180 that a spreadsheet cannot take for anything but what they say. */
final class CsvLine {

    /** With one of these a cell would begin a formula, which a spreadsheet carries out. */
    private static final String FORMULA_STARTS = "=+-@\t\r";

    private CsvLine() {}

    /** The cells, with the line's end; null is an empty cell. */
    static String of(List<? extends @Nullable Object> cells) {
        return CSVFormat.RFC4180.format(cells.stream().map(CsvLine::harmless).toArray()) + "\r\n";
    }

    private static String harmless(@Nullable Object value) {
        String text = value == null ? "" : value.toString();
        boolean formula = value instanceof String && !text.isEmpty() && FORMULA_STARTS.indexOf(text.charAt(0)) >= 0;
        return formula ? "'" + text : text;
    }
}
