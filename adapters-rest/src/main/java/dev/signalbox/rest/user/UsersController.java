package dev.signalbox.rest.user;

import dev.signalbox.domain.access.Actor;
import dev.signalbox.domain.port.in.Users;
import dev.signalbox.rest.jsonapi.Document;
import dev.signalbox.rest.jsonapi.JsonApiResponse;
import dev.signalbox.rest.jsonapi.Parameters;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** Users: looked at by anyone. */
@Controller
final class UsersController {

    private final Users users;

    UsersController(Users users) {
        this.users = users;
    }

    @GetMapping("/api/v2/users/{id}")
    @Parameters(fieldsOf = UserResources.TYPE)
    JsonApiResponse user(@PathVariable String id) {
        return JsonApiResponse.ok(Document.of(UserResources.of(users.user(UserResources.idOf(id)))));
    }

    @GetMapping("/api/v2/account/details")
    @Parameters(fieldsOf = UserResources.TYPE)
    JsonApiResponse details(Actor actor) {
        return JsonApiResponse.ok(Document.of(UserResources.own(users.self(actor), actor)));
    }
}
