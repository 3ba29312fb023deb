package dev.signalbox.rest.audit;

import dev.signalbox.domain.access.Actor;
import dev.signalbox.domain.audit.AuditEvent;
import dev.signalbox.domain.audit.AuditEventId;
import dev.signalbox.domain.audit.AuditQuery;
import dev.signalbox.domain.page.Slice;
import dev.signalbox.domain.port.in.AuditQueries;
import dev.signalbox.domain.refusal.Refusal;
import dev.signalbox.domain.refusal.Refused;
import dev.signalbox.domain.refusal.Subject;
import dev.signalbox.rest.export.Batches;
import dev.signalbox.rest.export.Export;
import dev.signalbox.rest.export.ExportFormat;
import dev.signalbox.rest.jsonapi.Document;
import dev.signalbox.rest.jsonapi.JsonApiResponse;
import dev.signalbox.rest.jsonapi.Parameters;
import dev.signalbox.rest.jsonapi.QueryParameters;
import dev.signalbox.rest.page.Cursor;
import dev.signalbox.rest.page.Paging;
import dev.signalbox.rest.page.TimeFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Iterator;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;

/** Ours: who did what, to what, when and why. */
@Controller
@RequestMapping(AuditResources.PATH)
final class AuditController {

    private final AuditQueries audit;

    AuditController(AuditQueries audit) {
        this.audit = audit;
    }

    @GetMapping
    @Parameters({
        AuditFilters.ACTOR,
        AuditFilters.ACTION,
        AuditFilters.ORGANIZATION,
        AuditFilters.WORKSPACE,
        AuditFilters.RUN,
        TimeFilter.FROM,
        TimeFilter.TO,
        Cursor.AFTER,
        Paging.SIZE
    })
    JsonApiResponse list(HttpServletRequest request, Actor actor) {
        QueryParameters parameters = QueryParameters.of(request);
        Cursor cursor = Cursor.requested(parameters);
        AuditQuery query = AuditFilters.of(parameters);
        Slice<AuditEvent> slice = audit.list(query, cursor.after().map(AuditController::last), cursor.size(), actor);
        Document list =
                Document.of(slice.items().stream().map(AuditResources::of).toList());
        return JsonApiResponse.ok(
                cursor.document(list, slice, event -> event.id().value(), request));
    }

    /** HEAD takes nothing out, so it leaves no event. */
    @GetMapping("/export")
    @Parameters({
        AuditFilters.ACTOR,
        AuditFilters.ACTION,
        AuditFilters.ORGANIZATION,
        AuditFilters.WORKSPACE,
        AuditFilters.RUN,
        TimeFilter.FROM,
        TimeFilter.TO,
        ExportFormat.PARAMETER
    })
    void export(HttpServletRequest request, HttpServletResponse response, Actor actor) throws IOException {
        String format = ExportFormat.of(request).wireName();
        AuditQuery query = AuditFilters.of(QueryParameters.of(request));
        Iterator<Map<String, @Nullable Object>> rows;
        if (request.getMethod().equals("HEAD")) {
            rows = audit.list(query, Optional.empty(), 1, actor).items().stream()
                    .map(AuditResources::row)
                    .iterator();
        } else {
            rows = new Batches<AuditEvent>(last -> audit.export(query, format, last.map(AuditEvent::id), actor))
                    .as(AuditResources::row);
        }
        Export.send(request, response, "audit-events", AuditResources.COLUMNS, rows);
    }

    private static AuditEventId last(String text) {
        return AuditEventId.parse(text)
                .orElseThrow(() -> QueryParameters.problem(Cursor.AFTER, "is no audit event's ID"));
    }

    @GetMapping("/{id}")
    JsonApiResponse event(@PathVariable String id, Actor actor) {
        AuditEventId event =
                AuditEventId.parse(id).orElseThrow(() -> new Refused(new Refusal.NotFound(Subject.AUDIT_EVENT)));
        return JsonApiResponse.ok(Document.of(AuditResources.of(audit.event(event, actor))));
    }
}
