package dev.signalbox.rest.run;

import dev.signalbox.domain.access.AccountId;
import dev.signalbox.domain.access.Actor;
import dev.signalbox.domain.attention.Assessment;
import dev.signalbox.domain.port.in.AttentionQueries;
import dev.signalbox.domain.port.in.RunAdministration;
import dev.signalbox.domain.port.in.Users;
import dev.signalbox.domain.queue.RunInWorkspace;
import dev.signalbox.domain.run.RunId;
import dev.signalbox.domain.run.RunOverview;
import dev.signalbox.domain.run.RunQuery;
import dev.signalbox.rest.jsonapi.Document;
import dev.signalbox.rest.jsonapi.IncludePaths;
import dev.signalbox.rest.jsonapi.Included;
import dev.signalbox.rest.jsonapi.JsonApiResponse;
import dev.signalbox.rest.jsonapi.Parameters;
import dev.signalbox.rest.jsonapi.QueryParameters;
import dev.signalbox.rest.organization.OrganizationResources;
import dev.signalbox.rest.page.Paging;
import dev.signalbox.rest.page.TimeFilter;
import dev.signalbox.rest.user.UserResources;
import dev.signalbox.rest.workspace.WorkspaceResources;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** The Admin Runs API: every run of the installation, and the two ways to force one to an end. */
@Controller
final class AdminRunsController {

    private static final Set<String> INCLUDABLE =
            Set.of("workspace", "workspace.organization", "workspace.organization.owners");

    private final RunAdministration runs;
    private final Users users;
    private final AttentionQueries attention;

    AdminRunsController(RunAdministration runs, Users users, AttentionQueries attention) {
        this.runs = runs;
        this.users = users;
        this.attention = attention;
    }

    @GetMapping("/api/v2/admin/runs")
    @Parameters(
            value = {
                RunFilters.SEARCH,
                StatusFilter.PARAMETER,
                StatusFilter.GROUP,
                TimeFilter.FROM,
                TimeFilter.TO,
                RunFilters.ORGANIZATION,
                RunFilters.WORKSPACE,
                RunFilters.SORT,
                Paging.NUMBER,
                Paging.SIZE,
                IncludePaths.PARAMETER
            },
            fieldsOf = {RunResources.TYPE, WorkspaceResources.TYPE, OrganizationResources.TYPE, UserResources.TYPE})
    JsonApiResponse list(HttpServletRequest request, Actor actor) {
        QueryParameters parameters = QueryParameters.of(request);
        IncludePaths include = IncludePaths.of(parameters, INCLUDABLE);
        RunQuery query =
                new RunQuery(RunFilters.of(parameters), RunFilters.order(parameters), Paging.requested(parameters));
        return answer(runs.list(query, actor), include, request, actor);
    }

    private JsonApiResponse answer(
            RunOverview overview, IncludePaths include, HttpServletRequest request, Actor actor) {
        Map<RunId, Assessment> assessed = attention.ofRuns(
                overview.page().items().stream().map(row -> row.run().id()).collect(Collectors.toSet()), actor);
        Document list = Document.of(overview.page().items().stream()
                .map(RunOverview.Row::run)
                .map(run -> RunResources.brief(run, assessed.getOrDefault(run.id(), Assessment.NONE)))
                .toList());
        return JsonApiResponse.ok(Paging.document(
                include.addTo(list, related(overview, include, actor)),
                overview.page(),
                request,
                Map.of("status-counts", StatusCountsMeta.of(overview.counts()))));
    }

    @PostMapping("/api/v2/admin/runs/{id}/actions/cancel")
    JsonApiResponse forceErrored(@PathVariable String id, HttpServletRequest request, Actor actor) {
        return answer(runs.forceErrored(RunResources.idOf(id), Comment.of(request), actor));
    }

    @PostMapping("/api/v2/admin/runs/{id}/actions/force-cancel")
    JsonApiResponse forceCanceled(@PathVariable String id, HttpServletRequest request, Actor actor) {
        return answer(runs.forceCanceled(RunResources.idOf(id), Comment.of(request), actor));
    }

    private static JsonApiResponse answer(RunInWorkspace standing) {
        return JsonApiResponse.ok(Document.of(RunResources.brief(standing.run())));
    }

    private Included related(RunOverview overview, IncludePaths include, Actor actor) {
        Included included = new Included();
        if (include.reaches("workspace")) {
            overview.page().items().forEach(row -> included.add(WorkspaceResources.of(row.workspace(), actor)));
        }
        if (include.reaches("workspace.organization")) {
            overview.page().items().forEach(row -> included.add(OrganizationResources.of(row.organization())));
        }
        if (include.reaches("workspace.organization.owners")) {
            Set<AccountId> owners = overview.page().items().stream()
                    .flatMap(row -> row.organization().creator().stream())
                    .flatMap(id -> AccountId.parse(id).stream())
                    .collect(Collectors.toSet());
            users.users(owners).forEach(owner -> included.add(UserResources.of(owner)));
        }
        return included;
    }
}
