package dev.signalbox.ui.run;

import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableBody;
import com.vaadin.flow.component.html.NativeTableHeader;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import dev.signalbox.domain.attention.Assessment;
import dev.signalbox.domain.attention.Attention;
import dev.signalbox.domain.run.RunId;
import dev.signalbox.domain.run.RunOverview;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A page of runs as a table, which the style sheet turns into cards where there is no room.
 *
 * <p>The roles repeat what the elements are, since browsers forget it when the style sheet lays them out as blocks.
 */
final class RunTable extends NativeTable {

    private static final List<String> COLUMNS = List.of("Status", "Workspace", "Run", "In status for", "Created", "By");

    private final NativeTableBody body = new NativeTableBody();
    private final Map<RunId, RunRow> rows = new LinkedHashMap<>();

    RunTable() {
        addClassName("runs");
        getElement().setAttribute("role", "table");
        getElement().setAttribute("aria-label", "Runs");
        NativeTableRow names = new NativeTableRow();
        names.getElement().setAttribute("role", "row");
        COLUMNS.forEach(column -> {
            NativeTableHeaderCell cell = new NativeTableHeaderCell(column);
            cell.getElement().setAttribute("scope", "col");
            cell.getElement().setAttribute("role", "columnheader");
            names.add(cell);
        });
        NativeTableHeader header = new NativeTableHeader(names);
        header.getElement().setAttribute("role", "rowgroup");
        body.getElement().setAttribute("role", "rowgroup");
        add(header, body);
    }

    /** Shows these runs; rows of runs that were shown before stay in their place. */
    void show(List<RunOverview.Row> runs, Map<RunId, Assessment> assessed, Instant now) {
        Set<RunId> wanted = runs.stream().map(row -> row.run().id()).collect(Collectors.toSet());
        rows.entrySet().removeIf(entry -> {
            boolean gone = !wanted.contains(entry.getKey());
            if (gone) {
                body.remove(entry.getValue());
            }
            return gone;
        });
        int index = 0;
        for (RunOverview.Row run : runs) {
            Optional<Attention> attention =
                    assessed.getOrDefault(run.run().id(), Assessment.NONE).attention();
            RunRow row = rows.get(run.run().id());
            if (row == null) {
                row = new RunRow(run, attention, now);
                rows.put(run.run().id(), row);
                body.addComponentAtIndex(index, row);
            } else {
                row.update(run, attention, now);
            }
            index++;
        }
    }
}
