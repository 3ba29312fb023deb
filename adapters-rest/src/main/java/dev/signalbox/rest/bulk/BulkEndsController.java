package dev.signalbox.rest.bulk;

import dev.signalbox.domain.access.Actor;
import dev.signalbox.domain.bulk.BulkEnd;
import dev.signalbox.domain.bulk.BulkEndId;
import dev.signalbox.domain.bulk.BulkOutcome;
import dev.signalbox.domain.bulk.BulkTarget;
import dev.signalbox.domain.page.Page;
import dev.signalbox.domain.port.in.BulkAdministration;
import dev.signalbox.rest.export.Batches;
import dev.signalbox.rest.export.Export;
import dev.signalbox.rest.export.ExportFormat;
import dev.signalbox.rest.jsonapi.Document;
import dev.signalbox.rest.jsonapi.JsonApiResponse;
import dev.signalbox.rest.jsonapi.Parameters;
import dev.signalbox.rest.jsonapi.Problem;
import dev.signalbox.rest.jsonapi.QueryParameters;
import dev.signalbox.rest.jsonapi.RequestBody;
import dev.signalbox.rest.page.Paging;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** Ours: many runs are forced to an end at once, and accounted for one by one. */
@Controller
@RequestMapping(BulkEndResources.PATH)
final class BulkEndsController {

    private static final String OUTCOME = "filter[outcome]";
    private static final List<String> COLUMNS = List.of("run", "outcome", "from-status", "settled-at");

    private final BulkAdministration bulk;

    BulkEndsController(BulkAdministration bulk) {
        this.bulk = bulk;
    }

    @PostMapping
    JsonApiResponse request(HttpServletRequest request, Actor actor) {
        return JsonApiResponse.created(BulkEndResources.of(bulk.request(BulkEndBody.of(request), actor)));
    }

    @GetMapping
    @Parameters({Paging.NUMBER, Paging.SIZE})
    JsonApiResponse list(HttpServletRequest request, Actor actor) {
        Page<BulkEnd> page = bulk.bulkEnds(Paging.requested(QueryParameters.of(request)), actor);
        Document list =
                Document.of(page.items().stream().map(BulkEndResources::of).toList());
        return JsonApiResponse.ok(Paging.document(list, page, request, Map.of()));
    }

    @GetMapping("/{id}")
    JsonApiResponse bulkEnd(@PathVariable String id, Actor actor) {
        return answer(bulk.bulkEnd(BulkEndResources.idOf(id), actor));
    }

    @GetMapping("/{id}/outcomes")
    @Parameters({OUTCOME, Paging.NUMBER, Paging.SIZE})
    JsonApiResponse outcomes(@PathVariable String id, HttpServletRequest request, Actor actor) {
        BulkEndId bulkEnd = BulkEndResources.idOf(id);
        QueryParameters parameters = QueryParameters.of(request);
        Page<BulkTarget> page = bulk.targets(bulkEnd, only(parameters), Paging.requested(parameters), actor);
        Document list = Document.of(page.items().stream()
                .map(target -> BulkEndResources.of(bulkEnd, target))
                .toList());
        return JsonApiResponse.ok(Paging.document(list, page, request, Map.of()));
    }

    /** HEAD takes nothing out, so it leaves no event. */
    @GetMapping("/{id}/outcomes/export")
    @Parameters(ExportFormat.PARAMETER)
    void export(@PathVariable String id, HttpServletRequest request, HttpServletResponse response, Actor actor)
            throws IOException {
        BulkEndId bulkEnd = BulkEndResources.idOf(id);
        Export.send(request, response, bulkEnd.value(), COLUMNS, rows(bulkEnd, request, actor));
    }

    private Iterator<Map<String, @Nullable Object>> rows(BulkEndId id, HttpServletRequest request, Actor actor) {
        String format = ExportFormat.of(request).wireName();
        if (request.getMethod().equals("HEAD")) {
            bulk.bulkEnd(id, actor);
            return Collections.emptyIterator();
        }
        return new Batches<BulkTarget>(last -> bulk.export(id, format, last.map(BulkTarget::run), actor))
                .as(BulkEndResources::row);
    }

    @PostMapping("/{id}/actions/pause")
    JsonApiResponse pause(@PathVariable String id, HttpServletRequest request, Actor actor) {
        RequestBody.plain(request).refuseOthers();
        return answer(bulk.pause(BulkEndResources.idOf(id), actor));
    }

    @PostMapping("/{id}/actions/resume")
    JsonApiResponse resume(@PathVariable String id, HttpServletRequest request, Actor actor) {
        RequestBody.plain(request).refuseOthers();
        return answer(bulk.resume(BulkEndResources.idOf(id), actor));
    }

    @PostMapping("/{id}/actions/stop")
    JsonApiResponse stop(@PathVariable String id, HttpServletRequest request, Actor actor) {
        RequestBody.plain(request).refuseOthers();
        return answer(bulk.stop(BulkEndResources.idOf(id), actor));
    }

    private static JsonApiResponse answer(BulkEnd bulkEnd) {
        return JsonApiResponse.ok(Document.of(BulkEndResources.of(bulkEnd)));
    }

    private static Set<BulkOutcome> only(QueryParameters parameters) {
        Set<BulkOutcome> only = EnumSet.noneOf(BulkOutcome.class);
        parameters.value(OUTCOME).stream()
                .flatMap(list -> Arrays.stream(list.split(",")))
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .forEach(name -> only.add(BulkOutcome.ofLabel(name).orElseThrow(() -> unknown(name))));
        return only;
    }

    private static Problem unknown(String name) {
        return QueryParameters.unknown(
                OUTCOME, name, "outcome", Arrays.stream(BulkOutcome.values()).map(BulkOutcome::label));
    }
}
