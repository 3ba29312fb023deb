package dev.signalbox.rest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.domain.access.AccountId;
import dev.signalbox.domain.access.Actor;
import dev.signalbox.domain.access.Role;
import dev.signalbox.domain.organization.OrganizationName;
import dev.signalbox.domain.port.in.AccountAdministration.Change;
import dev.signalbox.rest.testing.Answer;
import dev.signalbox.rest.testing.Api;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class UsersTest extends RestTest {

    private static final String DETAILS = "/api/v2/account/details";

    @Test
    void everyoneSeesWhoAUserIsAndNotWhatTheyMay() {
        String admin = id(box.admin());

        Answer seen = as(box.restricted(Role.RUNNER, "acme"))
                .get("/api/v2/users/" + admin)
                .expect(200);

        assertThat(seen.text("/data/type")).isEqualTo("users");
        assertThat(seen.text("/data/id")).isEqualTo(admin);
        assertThat(seen.at("/data/attributes").propertyNames())
                .containsExactly("username", "is-service-account", "avatar-url");
        assertThat(seen.text("/data/attributes/username")).isEqualTo("admin-bot");
        assertThat(seen.at("/data/attributes/is-service-account").booleanValue())
                .isTrue();
        assertThat(seen.text("/data/links/self")).isEqualTo("/api/v2/users/" + admin);
    }

    @Test
    void aPersonIsNoServiceAccount() {
        AccountId ada = box.accounts()
                .createPerson("ada", Role.USER, box.admin())
                .account()
                .id();

        JsonNode person = user.get("/api/v2/users/" + ada).at("/data/attributes/is-service-account");

        assertThat(person.booleanValue()).isFalse();
    }

    /** What they did stays in the audit and in what they created. */
    @Test
    void whoIsDisabledIsStillSomebody() {
        AccountId ada = box.accounts()
                .createPerson("ada", Role.USER, box.admin())
                .account()
                .id();
        JsonNode before = user.get("/api/v2/users/" + ada).at("/data");
        box.accounts().change(ada, new Change(Optional.empty(), Optional.of(true)), box.admin());

        assertThat(user.get("/api/v2/users/" + ada).expect(200).at("/data")).isEqualTo(before);
    }

    @Test
    void everyoneSeesTheirOwnAccount() {
        Answer own = user.get(DETAILS).expect(200);

        assertThat(own.text("/data/id")).isEqualTo(id(box.user()));
        assertThat(own.text("/data/attributes/username")).isEqualTo("user-bot");
        assertThat(own.text("/data/attributes/signalbox-role")).isEqualTo("user");
        assertThat(own.at("/data/attributes/is-site-admin").booleanValue()).isFalse();
        assertThat(own.at("/data/attributes/permissions/can-create-organizations")
                        .booleanValue())
                .isFalse();
        assertThat(admin.get(DETAILS)
                        .at("/data/attributes/permissions/can-create-organizations")
                        .booleanValue())
                .isTrue();
        assertThat(user.get(own.text("/data/links/self")).text("/data/id")).isEqualTo(own.text("/data/id"));
    }

    @Test
    void aRestrictedTokenMayNotCreateOrganizationsWhateverItsAccountMay() {
        Api restricted = as(box.restricted(Role.SITE_ADMIN, "acme"));

        assertThat(restricted
                        .get(DETAILS)
                        .expect(200)
                        .at("/data/attributes/permissions/can-create-organizations")
                        .booleanValue())
                .isFalse();
        restricted
                .post(
                        "/api/v2/organizations",
                        "{\"data\": {\"type\": \"organizations\", \"attributes\": {\"name\": \"new\"}}}")
                .expect(404);
    }

    @Test
    void knowsNobodyElse() {
        for (String id : List.of("user-zzzzzzzzzzzzzzzz", "admin-bot", "user-", "user-%F0%9F%92%A9")) {
            assertThat(admin.get("/api/v2/users/" + id).status()).isEqualTo(404);
        }
        assertThat(user.get("/api/v2/users/user-zzzzzzzzzzzzzzzz").text("/errors/0/code"))
                .isEqualTo("not_found");
    }

    @Test
    void whoCreatedAnOrganizationOwnsIt() {
        box.workspace("acme", "network");
        box.submit("globex", "network");

        assertThat(owner(user.get("/api/v2/organizations/acme").at("/data"))).isEqualTo(id(box.admin()));
        assertThat(owner(user.get("/api/v2/organizations/globex").at("/data"))).isEqualTo(id(box.runner()));
    }

    @Test
    void anOwnerIsIncludedOnceWithTheWayThere() {
        box.workspace("acme", "network");
        box.workspace("globex", "network");
        box.submit("acme", "network");
        box.submit("globex", "network");

        Answer list = admin.get("/api/v2/admin/runs?include=workspace.organization.owners");

        assertThat(list.at("/included").valueStream().map(r -> r.path("type").stringValue()))
                .containsExactly("workspaces", "workspaces", "organizations", "organizations", "users");
        assertThat(list.text("/included/4/id")).isEqualTo(id(box.admin()));
        assertThat(list.at("/included/4"))
                .isEqualTo(user.get(list.text("/included/4/links/self")).at("/data"));
    }

    @Test
    void nobodyOwnsWhatNoAccountCreated() {
        box.directory().createOrganization(new OrganizationName("acme"), Optional.empty(), Actor.atTheServer());
        box.submit("acme", "network");

        Answer list = admin.get("/api/v2/admin/runs?include=workspace.organization.owners");

        assertThat(list.at("/included").valueStream().map(r -> r.path("type").stringValue()))
                .containsExactly("workspaces", "organizations");
        JsonNode owners = list.at("/included/1/relationships/owners/data");
        assertThat(owners.isArray()).isTrue();
        assertThat(owners.isEmpty()).isTrue();
    }

    private static String owner(JsonNode organization) {
        return organization.at("/relationships/owners/data/0/id").stringValue();
    }

    private static String id(Actor actor) {
        return actor.account().orElseThrow().value();
    }
}
