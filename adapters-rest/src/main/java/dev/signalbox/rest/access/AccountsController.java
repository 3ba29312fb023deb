package dev.signalbox.rest.access;

import dev.signalbox.domain.access.Account;
import dev.signalbox.domain.access.Actor;
import dev.signalbox.domain.access.Role;
import dev.signalbox.domain.page.Page;
import dev.signalbox.domain.port.in.AccountAdministration;
import dev.signalbox.domain.port.in.AccountAdministration.Change;
import dev.signalbox.domain.port.in.AccountAdministration.WithPassword;
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
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** Ours: accounts are listed, looked at, created and changed. A password is shown once, in the answer that made it. */
@Controller
@RequestMapping(AccountResources.PATH)
final class AccountsController {

    private final AccountAdministration accounts;

    AccountsController(AccountAdministration accounts) {
        this.accounts = accounts;
    }

    @GetMapping
    @Parameters({Paging.NUMBER, Paging.SIZE})
    JsonApiResponse list(HttpServletRequest request, Actor actor) {
        Page<Account> page = accounts.list(Paging.requested(QueryParameters.of(request)), actor);
        Document list =
                Document.of(page.items().stream().map(AccountResources::of).toList());
        return JsonApiResponse.ok(Paging.document(list, page, request, Map.of()));
    }

    @GetMapping("/{id}")
    JsonApiResponse account(@PathVariable String id, Actor actor) {
        return JsonApiResponse.ok(Document.of(AccountResources.of(accounts.account(AccountResources.idOf(id), actor))));
    }

    @PostMapping
    JsonApiResponse create(HttpServletRequest request, Actor actor) {
        Attributes attributes =
                RequestBody.resource(request, AccountResources.TYPE).attributes();
        String name = attributes.requiredText("name");
        Role role = AccountResources.role(attributes).orElseThrow(() -> attributes.problem("role", "is required"));
        boolean service = attributes.flag("is-service-account").orElse(false);
        attributes.refuseOthers();
        if (service) {
            return JsonApiResponse.created(AccountResources.of(accounts.createService(name, role, actor)));
        }
        WithPassword made = accounts.createPerson(name, role, actor);
        return secret(JsonApiResponse.created(AccountResources.of(made.account(), made.password())));
    }

    @PatchMapping("/{id}")
    JsonApiResponse change(@PathVariable String id, HttpServletRequest request, Actor actor) {
        Attributes attributes = RequestBody.change(request, AccountResources.TYPE, id);
        Change change = new Change(AccountResources.role(attributes), attributes.flag("disabled"));
        attributes.refuseOthers();
        return JsonApiResponse.ok(
                Document.of(AccountResources.of(accounts.change(AccountResources.idOf(id), change, actor))));
    }

    @PostMapping("/{id}/actions/reset-password")
    JsonApiResponse resetPassword(@PathVariable String id, HttpServletRequest request, Actor actor) {
        RequestBody.plain(request).refuseOthers();
        WithPassword reset = accounts.resetPassword(AccountResources.idOf(id), actor);
        return secret(JsonApiResponse.ok(Document.of(AccountResources.of(reset.account(), reset.password()))));
    }

    private static JsonApiResponse secret(JsonApiResponse answer) {
        return answer.withHeader("Cache-Control", "no-store");
    }
}
