package dev.signalbox.rest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.domain.access.Role;
import dev.signalbox.domain.page.PageRequest;
import dev.signalbox.rest.testing.Answer;
import dev.signalbox.rest.testing.Api;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TokensTest extends RestTest {

    private static final String TOKENS = "/api/signalbox/v1/admin/tokens";

    @Test
    void createsATokenAndShowsItsTextOnce() {
        box.workspace("Acme", "network");
        Answer created = create("{\"account\":\"ci\",\"role\":\"user\",\"organizations\":[\"ACME\"],"
                        + "\"expires-at\":\"2026-11-02T11:00:00.123456+01:00\"}")
                .expect(201);

        assertThat(created.header("Cache-Control")).isEqualTo("no-store");
        assertThat(created.header("Location")).isEqualTo(TOKENS + "/" + created.text("/data/id"));
        String text = created.text("/data/attributes/token");
        new Api(server(), text).get("/api/v2/organizations/acme").expect(200);
        Answer later = support.get(created.header("Location")).expect(200);
        assertThat(later.at("/data/attributes").propertyNames())
                .containsExactly(
                        "account", "role", "organizations", "created-at", "last-used-at", "expires-at", "revoked-at");
        assertThat(later.at("/data/attributes/organizations").toString()).isEqualTo("[\"acme\"]");
        assertThat(later.text("/data/attributes/expires-at")).isEqualTo("2026-11-02T10:00:00.123Z");
        assertThat(later.text("/data/attributes/last-used-at")).isEqualTo("2026-11-02T09:00:00.000Z");
        assertThat(later.at("/data/attributes/revoked-at").isNull()).isTrue();
        assertThat(admin.get("/api/signalbox/v1/admin/accounts/" + later.text("/data/relationships/owner/data/id"))
                        .text("/data/attributes/name"))
                .isEqualTo("ci");
        assertThat(later.bodyText()).doesNotContain(text);
        assertThat(box.store()
                        .audit()
                        .list(new PageRequest(1, PageRequest.MAX_SIZE))
                        .items()
                        .toString())
                .doesNotContain(text);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {}                                                                                  | account
            {"account":"a b","role":"user"}                                                     | account
            {"account":["ci"],"role":"user"}                                                    | account
            {"account":"Policy","role":"user"}                                                  | account
            {"account":"ci"}                                                                    | role
            {"account":"ci","role":"root"}                                                      | role
            {"account":"user-bot","role":"runner"}                                              | role
            {"account":"ci","role":"user","organizations":"acme"}                               | organizations
            {"account":"ci","role":"user","organizations":[]}                                   | organizations
            {"account":"ci","role":"user","organizations":["gone"]}                             | organizations
            {"account":"ci","role":"user","organizations":["a b"]}                              | organizations
            {"account":"ci","role":"user","organizations":["\\u0000"]}                        | organizations
            {"account":"ci","role":"user","organizations":[null]}                               | organizations
            {"account":"ci","role":"user","expires-at":"tomorrow"}                              | expires-at
            {"account":"ci","role":"user","expires-at":"2026-11-02T09:00:00Z"}                  | expires-at
            {"account":"ci","role":"user","expires-at":"9999-01-01T00:00:00Z"}                  | expires-at
            """)
    void refusesABadToken(String attributes, String attribute) {
        Answer answer = create(attributes).expect(422);

        assertThat(answer.text("/errors/0/source/pointer")).isEqualTo("/data/attributes/" + attribute);
        assertThat(box.store().accounts().find("ci")).isEmpty();
    }

    @Test
    void listsNewestFirstAndOfOneAccount() {
        Answer created = create("{\"account\":\"ci\",\"role\":\"user\"}").expect(201);
        String owner = created.text("/data/relationships/owner/data/id");

        assertThat(admin.get(TOKENS + "?page[size]=1").ids()).containsExactly(created.text("/data/id"));
        assertThat(admin.get(TOKENS).ids()).hasSize(5);
        assertThat(admin.get(TOKENS + "?filter[account]=").ids()).hasSize(5);
        for (String account : List.of("CI", owner)) {
            Answer list = admin.get(TOKENS + "?filter[account]=" + account);
            assertThat(list.ids()).containsExactly(created.text("/data/id"));
            assertThat(list.text("/links/self")).contains("filter%5Baccount%5D=" + account);
            assertThat(list.at("/meta/pagination/total-count").intValue()).isEqualTo(1);
        }
        for (String account : List.of("nobody", "a%20b", "%00", "user-1111111111111111")) {
            assertThat(admin.get(TOKENS + "?filter[account]=" + account)
                            .expect(200)
                            .ids())
                    .isEmpty();
        }
    }

    @Test
    void revokesAtOnceAndAgainWithoutHarm() {
        Answer created = create("{\"account\":\"ci\",\"role\":\"user\"}").expect(201);
        Api ci = new Api(server(), created.text("/data/attributes/token"));
        String path = created.header("Location");
        ci.get("/api/v2/organizations").expect(200);

        assertThat(delete(admin, path).status()).isEqualTo(204);
        assertThat(ci.get("/api/v2/organizations").status()).isEqualTo(401);
        assertThat(delete(admin, path).status()).isEqualTo(204);
        assertThat(admin.get(path).text("/data/attributes/revoked-at")).isEqualTo("2026-11-02T09:00:00.000Z");
        assertThat(delete(admin, TOKENS + "/at-1111111111111111").status()).isEqualTo(404);
        assertThat(delete(admin, TOKENS + "/nothing").status()).isEqualTo(404);
    }

    @Test
    void letsSupportLookAndNobodyElseKnow() {
        String path = TOKENS + "/" + box.user().token().orElseThrow();
        support.get(path).expect(200);
        assertThat(delete(support, path).status()).isEqualTo(404);
        Api restricted = as(box.restricted(Role.SITE_ADMIN, "acme"));
        for (Api client : List.of(user, runner, restricted)) {
            assertThat(client.get(TOKENS).status()).isEqualTo(404);
            assertThat(client.get(path).status()).isEqualTo(404);
            assertThat(delete(client, path).status()).isEqualTo(404);
        }
        assertThat(nobody.get(path).status()).isEqualTo(401);
        user.get("/api/v2/organizations").expect(200);
    }

    private Answer create(String attributes) {
        return admin.post(TOKENS, "{\"data\":{\"type\":\"tokens\",\"attributes\":" + attributes + "}}");
    }

    private static Answer delete(Api client, String path) {
        return client.send("DELETE", path, BodyPublishers.noBody());
    }
}
