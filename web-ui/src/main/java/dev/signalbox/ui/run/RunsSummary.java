package dev.signalbox.ui.run;

import dev.signalbox.domain.page.Page;
import dev.signalbox.domain.run.RunOverview;
import java.util.Locale;

/** Which part of which whole is shown, in a sentence. */
final class RunsSummary {

    private RunsSummary() {}

    /** Such as {@code 21–40 of 1,204 runs}; empty if there are none to be shown. */
    static String of(RunOverview overview) {
        Page<RunOverview.Row> page = overview.page();
        if (page.items().isEmpty()) {
            return "";
        }
        long first = page.request().offset() + 1;
        long last = first + page.items().size() - 1;
        String total = number(page.totalCount());
        if (page.totalCount() == 1) {
            return "1 run";
        }
        return first == 1 && last == page.totalCount()
                ? total + " runs"
                : number(first) + "–" + number(last) + " of " + total + " runs";
    }

    static String number(long number) {
        return String.format(Locale.ENGLISH, "%,d", number);
    }
}
