package dev.signalbox.app.client;

import java.util.List;

/**
 * Rows in columns that line up, no wider than the terminal. The last columns give way first; where they would be too
 * narrow to be read, they are left out rather than that the first, by which a row is known, is cut. Two always stay.
 */
final class Table {

    private static final int LEAST = 8;
    private static final int ALWAYS = 2;
    private static final String GAP = "  ";

    private final Look look;
    private final List<String> titles;
    private final int[] widths;
    private int shown;

    Table(Look look, List<String> titles) {
        this.look = look;
        this.titles = List.copyOf(titles);
        this.widths = titles.stream().mapToInt(Text::width).toArray();
        this.shown = widths.length;
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
        while (shown > ALWAYS && widths[0] + total(1, LEAST) > look.columns()) {
            shown--;
        }
        long over = total(0, Integer.MAX_VALUE) - look.columns();
        for (int column = shown - 1; column >= 0 && over > 0; column--) {
            int less = Math.clamp(over, 0, Math.max(0, widths[column] - LEAST));
            widths[column] -= less;
            over -= less;
        }
    }

    /** What is shown takes so many columns from that one on, gaps and all, if each is at most so wide. */
    private long total(int first, int most) {
        long total = (long) GAP.length() * (shown - 1);
        for (int column = first; column < shown; column++) {
            total += Math.min(widths[column], most);
        }
        return total;
    }

    String heading() {
        return line(titles.stream().map(title -> new Cell(title, Colour.BOLD)).toList());
    }

    String line(List<Cell> cells) {
        var line = new StringBuilder();
        for (int column = 0; column < shown; column++) {
            var cell = cells.get(column);
            var text = Text.cut(cell.text(), widths[column]);
            line.append(column == 0 ? "" : GAP).append(cell.colour().paint(text, look));
            if (column < shown - 1) {
                line.append(" ".repeat(widths[column] - Text.width(text)));
            }
        }
        return line.toString();
    }
}
