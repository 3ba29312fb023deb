package dev.signalbox.rest.access;

import dev.signalbox.domain.Name;
import dev.signalbox.domain.access.Actor;
import dev.signalbox.domain.access.Role;
import dev.signalbox.domain.organization.OrganizationName;
import dev.signalbox.domain.page.Page;
import dev.signalbox.domain.port.in.TokenAdministration;
import dev.signalbox.domain.port.in.TokenAdministration.Issued;
import dev.signalbox.domain.port.in.TokenAdministration.Listed;
import dev.signalbox.rest.jsonapi.Attributes;
import dev.signalbox.rest.jsonapi.Document;
import dev.signalbox.rest.jsonapi.JsonApiResponse;
import dev.signalbox.rest.jsonapi.Parameters;
import dev.signalbox.rest.jsonapi.QueryParameters;
import dev.signalbox.rest.jsonapi.RequestBody;
import dev.signalbox.rest.page.Paging;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** Ours: tokens are listed, looked at, created and revoked. The text is shown once, in the answer that made it. */
@Controller
@RequestMapping(TokenResources.PATH)
final class TokensController {

    private static final String ACCOUNT = "filter[account]";

    private final TokenAdministration tokens;

    TokensController(TokenAdministration tokens) {
        this.tokens = tokens;
    }

    @GetMapping
    @Parameters({ACCOUNT, Paging.NUMBER, Paging.SIZE})
    JsonApiResponse list(HttpServletRequest request, Actor actor) {
        QueryParameters parameters = QueryParameters.of(request);
        Page<Listed> page = tokens.list(
                parameters.value(ACCOUNT).filter(account -> !account.isEmpty()), Paging.requested(parameters), actor);
        Document list =
                Document.of(page.items().stream().map(TokenResources::of).toList());
        return JsonApiResponse.ok(Paging.document(list, page, request, Map.of()));
    }

    @GetMapping("/{id}")
    JsonApiResponse token(@PathVariable String id, Actor actor) {
        return JsonApiResponse.ok(Document.of(TokenResources.of(tokens.token(TokenResources.idOf(id), actor))));
    }

    @PostMapping
    JsonApiResponse create(HttpServletRequest request, Actor actor) {
        Attributes attributes =
                RequestBody.resource(request, TokenResources.TYPE).attributes();
        String account = attributes.requiredText("account");
        if (!Name.matches(account)) {
            throw attributes.problem("account", Name.PROBLEM);
        }
        Role role = AccountResources.role(attributes).orElseThrow(() -> attributes.problem("role", "is required"));
        Set<OrganizationName> organizations = organizations(attributes);
        Optional<Instant> expiresAt = attributes.instant("expires-at");
        attributes.refuseOthers();
        Issued issued = tokens.create(account, role, organizations, expiresAt, actor);
        return JsonApiResponse.created(TokenResources.of(issued)).withHeader("Cache-Control", "no-store");
    }

    /** An empty list is refused: whoever sends one by mistake would get a token without any restriction. */
    private static Set<OrganizationName> organizations(Attributes attributes) {
        List<String> names = attributes.texts("organizations").orElse(List.of());
        if (attributes.texts("organizations").isPresent() && names.isEmpty()) {
            throw attributes.problem("organizations", "is empty: leave it out for a token that reaches all of them");
        }
        if (!names.stream().allMatch(Name::matches)) {
            throw attributes.problem("organizations", "must be names of organizations");
        }
        return names.stream().map(OrganizationName::new).collect(Collectors.toUnmodifiableSet());
    }

    @DeleteMapping("/{id}")
    JsonApiResponse revoke(@PathVariable String id, Actor actor) {
        tokens.revoke(TokenResources.idOf(id), actor);
        return JsonApiResponse.noContent();
    }
}
