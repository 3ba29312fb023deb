package dev.signalbox.rest.run;

import dev.signalbox.domain.access.Actor;
import dev.signalbox.domain.page.PageRequest;
import dev.signalbox.domain.port.in.RunAdministration;
import dev.signalbox.domain.run.ExportedRun;
import dev.signalbox.domain.run.RunFilter;
import dev.signalbox.domain.run.RunOrder;
import dev.signalbox.domain.run.RunQuery;
import dev.signalbox.rest.export.Batches;
import dev.signalbox.rest.export.Export;
import dev.signalbox.rest.export.ExportFormat;
import dev.signalbox.rest.jsonapi.Parameters;
import dev.signalbox.rest.jsonapi.QueryParameters;
import dev.signalbox.rest.page.TimeFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Iterator;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** Ours: the list of all runs as one file. */
@Controller
final class RunsExportController {

    private final RunAdministration runs;

    RunsExportController(RunAdministration runs) {
        this.runs = runs;
    }

    /** HEAD takes nothing out, so it leaves no event. */
    @GetMapping("/api/v2/admin/runs/export")
    @Parameters({
        RunFilters.SEARCH,
        StatusFilter.PARAMETER,
        StatusFilter.GROUP,
        TimeFilter.FROM,
        TimeFilter.TO,
        RunFilters.ORGANIZATION,
        RunFilters.WORKSPACE,
        RunFilters.SORT,
        ExportFormat.PARAMETER
    })
    void export(HttpServletRequest request, HttpServletResponse response, Actor actor) throws IOException {
        Export.send(request, response, "runs", ExportRow.COLUMNS, rows(request, actor));
    }

    private Iterator<Map<String, @Nullable Object>> rows(HttpServletRequest request, Actor actor) {
        String format = ExportFormat.of(request).wireName();
        QueryParameters parameters = QueryParameters.of(request);
        RunFilter filter = RunFilters.of(parameters);
        RunOrder order = RunFilters.order(parameters);
        if (request.getMethod().equals("HEAD")) {
            return runs.list(new RunQuery(filter, order, new PageRequest(1, 1)), actor).page().items().stream()
                    .map(ExportRow::of)
                    .iterator();
        }
        RunAdministration.Export export = runs.export(filter, order, format, actor);
        return new Batches<ExportedRun>(last -> export.after(last.map(ExportedRun::position)))
                .as(exported -> ExportRow.of(exported.row()));
    }
}
