package dev.signalbox.app.client;

import java.util.List;

/** Rows in columns that line up, no wider than the terminal: the last columns give way first. */
final class Table {

    private static final int LEAST = 4;
    private static final String GAP = "  ";

    private final Look look;
    private final List<String> titles;
    private final int[] widths;

    Table(Look look, List<String> titles) {
        this.look = look;
        this.titles = List.copyOf(titles);
        this.widths = titles.stream().mapToInt(Text::width).toArray();
    }

    /** What stands in one place; the text is {@linkplain Text#plain plain}. */
    record Cell(String text, Colour colour) {

        static Cell of(String text) {
            return new Cell(text, Colour.PLAIN);
        }
    }

    /** Makes the columns as wide as these rows and all before them need, or as the terminal allows. */
    void fit(List<List<Cell>> rows) {
        for (var row : rows) {
            for (int column = 0; column < widths.length; column++) {
                widths[column] =
                        Math.max(widths[column], Text.width(row.get(column).text()));
            }
        }
        long over = total() - look.columns();
        for (int column = widths.length - 1; column >= 0 && over > 0; column--) {
            int less = Math.clamp(over, 0, Math.max(0, widths[column] - LEAST));
            widths[column] -= less;
            over -= less;
        }
    }

    private long total() {
        long total = (long) GAP.length() * (widths.length - 1);
        for (int width : widths) {
            total += width;
        }
        return total;
    }

    String heading() {
        return line(titles.stream().map(title -> new Cell(title, Colour.BOLD)).toList());
    }

    String line(List<Cell> cells) {
        var line = new StringBuilder();
        for (int column = 0; column < widths.length; column++) {
            var cell = cells.get(column);
            var text = Text.cut(cell.text(), widths[column]);
            line.append(column == 0 ? "" : GAP).append(cell.colour().paint(text, look));
            if (column < widths.length - 1) {
                line.append(" ".repeat(widths[column] - Text.width(text)));
            }
        }
        return line.toString();
    }
}
