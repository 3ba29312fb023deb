package dev.signalbox.rest.run;

import dev.signalbox.domain.access.Actor;
import dev.signalbox.domain.access.Right;
import dev.signalbox.domain.page.Page;
import dev.signalbox.domain.port.in.AttentionQueries;
import dev.signalbox.domain.port.in.NewRun;
import dev.signalbox.domain.port.in.RunCommands;
import dev.signalbox.domain.port.in.RunQueries;
import dev.signalbox.domain.queue.RunInWorkspace;
import dev.signalbox.domain.refusal.Subject;
import dev.signalbox.domain.run.RunId;
import dev.signalbox.domain.run.WorkspaceRunQuery;
import dev.signalbox.domain.workspace.WorkspaceId;
import dev.signalbox.rest.error.Needs;
import dev.signalbox.rest.jsonapi.Attributes;
import dev.signalbox.rest.jsonapi.Document;
import dev.signalbox.rest.jsonapi.IncludePaths;
import dev.signalbox.rest.jsonapi.Included;
import dev.signalbox.rest.jsonapi.JsonApiResponse;
import dev.signalbox.rest.jsonapi.NewResource;
import dev.signalbox.rest.jsonapi.Parameters;
import dev.signalbox.rest.jsonapi.QueryParameters;
import dev.signalbox.rest.jsonapi.RequestBody;
import dev.signalbox.rest.jsonapi.Resource;
import dev.signalbox.rest.page.Paging;
import dev.signalbox.rest.workspace.WorkspaceResources;
import jakarta.servlet.http.HttpServletRequest;
import java.time.InstantSource;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** Runs within an actor's organizations: looked at, and created. */
@Controller
final class RunsController {

    private static final Set<String> INCLUDABLE = Set.of("plan", "apply", "workspace");

    /** Some clients send {@code ?page[1]&page[20]}, which asks for nothing. */
    private static final String MISSPELT_PAGE = "page\\[[0-9]+]";

    private final RunQueries runs;
    private final RunCommands commands;
    private final AttentionQueries attention;
    private final InstantSource clock;

    RunsController(RunQueries runs, RunCommands commands, AttentionQueries attention, InstantSource clock) {
        this.runs = runs;
        this.commands = commands;
        this.attention = attention;
        this.clock = clock;
    }

    @GetMapping("/api/v2/runs/{id}")
    @Parameters(
            value = IncludePaths.PARAMETER,
            fieldsOf = {RunResources.TYPE, WorkspaceResources.TYPE})
    JsonApiResponse run(@PathVariable String id, HttpServletRequest request, Actor actor) {
        IncludePaths include = IncludePaths.of(QueryParameters.of(request), INCLUDABLE);
        RunInWorkspace standing = runs.run(RunResources.idOf(id), actor);
        Included included = new Included();
        addRelated(standing, include, included, actor);
        return JsonApiResponse.ok(include.addTo(Document.of(inFull(standing, actor)), included));
    }

    /** With what the rules of attention say, and what its runner told. */
    private Resource inFull(RunInWorkspace standing, Actor actor) {
        RunId id = standing.run().id();
        return RunResources.full(standing, actor, clock.instant())
                .with(AttentionAttributes.inFull(attention.ofRun(id, actor)))
                .with(RunnerAttributes.of(runs.lastHeartbeat(id, actor), runs.timeline(id, actor)));
    }

    @GetMapping("/api/v2/workspaces/{id}/runs")
    @Parameters(
            value = {
                StatusFilter.PARAMETER,
                StatusFilter.GROUP,
                RunFilters.SORT,
                Paging.NUMBER,
                Paging.SIZE,
                IncludePaths.PARAMETER
            },
            fieldsOf = {RunResources.TYPE, WorkspaceResources.TYPE},
            overlooking = MISSPELT_PAGE)
    JsonApiResponse ofWorkspace(@PathVariable String id, HttpServletRequest request, Actor actor) {
        QueryParameters parameters = QueryParameters.of(request);
        IncludePaths include = IncludePaths.of(parameters, INCLUDABLE);
        Page<RunInWorkspace> page = runs.runsOfWorkspace(WorkspaceResources.idOf(id), query(parameters), actor);
        Document list = Document.of(page.items().stream()
                .map(standing -> RunResources.full(standing, actor, clock.instant()))
                .toList());
        Included included = new Included();
        page.items().forEach(standing -> addRelated(standing, include, included, actor));
        return JsonApiResponse.ok(Paging.document(include.addTo(list, included), page, request, Map.of()));
    }

    private static WorkspaceRunQuery query(QueryParameters parameters) {
        if (StatusFilter.needsAttention(parameters)) {
            throw QueryParameters.problem(StatusFilter.GROUP, "knows needs_attention in the list of all runs alone");
        }
        return new WorkspaceRunQuery(
                StatusFilter.of(parameters), RunFilters.order(parameters), Paging.requested(parameters));
    }

    @PostMapping("/api/v2/runs")
    @Needs(value = Right.CREATE_RUNS, of = Subject.WORKSPACE)
    JsonApiResponse create(HttpServletRequest request, Actor actor) {
        NewResource wanted = RequestBody.resource(request, RunResources.TYPE);
        Attributes attributes = wanted.attributes();
        NewRun run = new NewRun(
                attributes.flag("plan-only").orElse(false),
                attributes.flag("auto-apply").orElse(false),
                attributes.flag("is-destroy").orElse(false),
                attributes.text("message"));
        WorkspaceId workspace = WorkspaceResources.idOf(wanted.related("workspace", WorkspaceResources.TYPE));
        RunInWorkspace created = commands.create(workspace, run, actor);
        return JsonApiResponse.created(RunResources.full(created, actor, clock.instant()));
    }

    private static void addRelated(RunInWorkspace standing, IncludePaths include, Included included, Actor actor) {
        if (include.reaches("plan")) {
            included.add(PhaseResources.plan(standing.run()));
        }
        if (include.reaches("apply")) {
            included.add(PhaseResources.apply(standing.run()));
        }
        if (include.reaches("workspace")) {
            included.add(WorkspaceResources.of(standing.workspace(), actor));
        }
    }
}
