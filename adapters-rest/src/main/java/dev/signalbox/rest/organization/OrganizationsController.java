package dev.signalbox.rest.organization;

import dev.signalbox.domain.access.Actor;
import dev.signalbox.domain.access.Right;
import dev.signalbox.domain.organization.Organization;
import dev.signalbox.domain.organization.OrganizationName;
import dev.signalbox.domain.page.Page;
import dev.signalbox.domain.port.in.Directory;
import dev.signalbox.domain.refusal.Subject;
import dev.signalbox.rest.error.Needs;
import dev.signalbox.rest.jsonapi.Attributes;
import dev.signalbox.rest.jsonapi.Document;
import dev.signalbox.rest.jsonapi.JsonApiResponse;
import dev.signalbox.rest.jsonapi.Parameters;
import dev.signalbox.rest.jsonapi.QueryParameters;
import dev.signalbox.rest.jsonapi.RequestBody;
import dev.signalbox.rest.page.Paging;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** Organizations: listed, looked at, created. */
@Controller
@RequestMapping("/api/v2/organizations")
final class OrganizationsController {

    private final Directory directory;

    OrganizationsController(Directory directory) {
        this.directory = directory;
    }

    @GetMapping
    @Parameters(
            value = {Paging.NUMBER, Paging.SIZE},
            fieldsOf = OrganizationResources.TYPE)
    JsonApiResponse list(HttpServletRequest request, Actor actor) {
        Page<Organization> page = directory.organizations(Paging.requested(QueryParameters.of(request)), actor);
        Document list =
                Document.of(page.items().stream().map(OrganizationResources::of).toList());
        return JsonApiResponse.ok(Paging.document(list, page, request, Map.of()));
    }

    @GetMapping("/{name}")
    @Parameters(fieldsOf = OrganizationResources.TYPE)
    JsonApiResponse organization(@PathVariable String name, Actor actor) {
        return JsonApiResponse.ok(Document.of(
                OrganizationResources.of(directory.organization(OrganizationResources.named(name), actor))));
    }

    @PostMapping
    @Needs(value = Right.CREATE_ORGANIZATIONS, of = Subject.ORGANIZATION)
    JsonApiResponse create(HttpServletRequest request, Actor actor) {
        Attributes attributes =
                RequestBody.resource(request, OrganizationResources.TYPE).attributes();
        OrganizationName name = new OrganizationName(attributes.requiredText("name"));
        Organization created = directory.createOrganization(name, attributes.text("email"), actor);
        return JsonApiResponse.created(OrganizationResources.of(created));
    }
}
