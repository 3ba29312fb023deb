package dev.signalbox.rest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.domain.access.Account;
import dev.signalbox.domain.access.RequestOrigin;
import dev.signalbox.domain.access.Role;
import dev.signalbox.domain.page.PageRequest;
import dev.signalbox.rest.testing.Answer;
import dev.signalbox.rest.testing.Api;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AccountsTest extends RestTest {

    private static final String ACCOUNTS = "/api/signalbox/v1/admin/accounts";

    @Test
    void createsAPersonAndShowsThePasswordOnce() {
        Answer created = admin.post(ACCOUNTS, document("{\"name\":\"ada\",\"role\":\"support\"}"))
                .expect(201);

        assertThat(created.header("Cache-Control")).isEqualTo("no-store");
        assertThat(created.header("Location")).isEqualTo(ACCOUNTS + "/" + created.text("/data/id"));
        String password = created.text("/data/attributes/password");
        assertThat(box.access()
                        .signIn("ada", password, RequestOrigin.NONE)
                        .orElseThrow()
                        .mustChangePassword())
                .isTrue();
        Answer later = support.get(created.header("Location")).expect(200);
        assertThat(later.at("/data/attributes").propertyNames())
                .containsExactly(
                        "name",
                        "role",
                        "is-service-account",
                        "disabled",
                        "disabled-at",
                        "must-change-password",
                        "created-at");
        assertThat(later.text("/data/attributes/role")).isEqualTo("support");
        assertThat(later.at("/data/attributes/must-change-password").booleanValue())
                .isTrue();
        assertThat(audited()).doesNotContain(password);
    }

    @Test
    void createsAServiceAccountWithoutAPassword() {
        Answer created = admin.post(
                        ACCOUNTS, document("{\"name\":\"ci\",\"role\":\"runner\",\"is-service-account\":true}"))
                .expect(201);

        assertThat(created.at("/data/attributes/is-service-account").booleanValue())
                .isTrue();
        assertThat(created.at("/data/attributes/password").isMissingNode()).isTrue();
        assertThat(admin.post(created.header("Location") + "/actions/reset-password")
                        .status())
                .isEqualTo(404);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {}                                                         | /data/attributes/name
            {"name":null,"role":"user"}                                | /data/attributes/name
            {"name":"a b","role":"user"}                               | /data/attributes/name
            {"name":"ADMIN-bot","role":"user"}                         | /data/attributes/name
            {"name":"Server","role":"user"}                            | /data/attributes/name
            {"name":"ada"}                                             | /data/attributes/role
            {"name":"ada","role":"root"}                               | /data/attributes/role
            {"name":"ada","role":"SITE_ADMIN"}                         | /data/attributes/role
            {"name":"ada","role":["user"]}                             | /data/attributes/role
            {"name":"ada","role":"user","is-service-account":"yes"}    | /data/attributes/is-service-account
            """)
    void refusesABadAccount(String attributes, String pointer) {
        Answer answer = admin.post(ACCOUNTS, document(attributes)).expect(422);

        assertThat(answer.text("/errors/0/source/pointer")).isEqualTo(pointer);
        assertThat(box.store().accounts().find("ada")).isEmpty();
    }

    @Test
    void listsByName() {
        List<String> names = admin.get(ACCOUNTS + "?page[size]=2")
                .expect(200)
                .at("/data")
                .valueStream()
                .map(account -> account.at("/attributes/name").stringValue())
                .toList();

        assertThat(names).containsExactly("admin-bot", "runner-bot");
        assertThat(admin.get(ACCOUNTS + "?page[size]=0").text("/errors/0/source/parameter"))
                .isEqualTo("page[size]");
        assertThat(admin.get(ACCOUNTS + "?q=x").status()).isEqualTo(400);
    }

    @Test
    void changesARoleAndDisablesWithItsTokens() {
        Account bot = box.store().accounts().find("user-bot").orElseThrow();

        Answer changed = change(admin, bot, "{\"role\":\"support\"}").expect(200);
        assertThat(changed.text("/data/attributes/role")).isEqualTo("support");
        assertThat(user.get("/api/v2/admin/runs").status()).isEqualTo(200);

        Answer disabled = change(admin, bot, "{\"disabled\":true}").expect(200);
        assertThat(disabled.at("/data/attributes/disabled").booleanValue()).isTrue();
        assertThat(disabled.text("/data/attributes/disabled-at")).isEqualTo("2026-11-02T09:00:00.000Z");
        assertThat(user.get("/api/v2/organizations").status()).isEqualTo(401);

        change(admin, bot, "{\"disabled\":false,\"role\":null}").expect(200);
        assertThat(user.get("/api/v2/admin/runs").status()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"role":"root"}                      | /data/attributes/role
            {"role":1}                           | /data/attributes/role
            {"role":"runner","disabled":"yes"}   | /data/attributes/disabled
            {"role":"runner","disabled":1}       | /data/attributes/disabled
            """)
    void changesNothingIfPartOfItIsBad(String attributes, String pointer) {
        Account bot = box.store().accounts().find("user-bot").orElseThrow();

        assertThat(change(admin, bot, attributes).expect(422).text("/errors/0/source/pointer"))
                .isEqualTo(pointer);

        assertThat(box.store().accounts().find("user-bot")).contains(bot);
    }

    @Test
    void takesADocumentOfThisAccountOnly() {
        Account bot = box.store().accounts().find("user-bot").orElseThrow();
        String path = ACCOUNTS + "/" + bot.id();
        String document = "{\"data\":{\"type\":\"%s\",\"id\":%s,\"attributes\":{\"disabled\":true}}}";

        for (String id : List.of("\"user-1111111111111111\"", "7", "\"\"")) {
            assertThat(patch(admin, path, document.formatted("accounts", id)).status())
                    .isEqualTo(409);
        }
        assertThat(patch(admin, path, document.formatted("users", "\"" + bot.id() + "\""))
                        .status())
                .isEqualTo(409);
        assertThat(patch(admin, path, "").status()).isEqualTo(400);
        assertThat(patch(admin, path, "{\"data\":[]}").status()).isEqualTo(400);
        assertThat(box.store().accounts().find("user-bot")).contains(bot);
        assertThat(patch(admin, ACCOUNTS + "/user-1111111111111111", document.formatted("accounts", "null"))
                        .status())
                .isEqualTo(404);
        assertThat(patch(admin, ACCOUNTS + "/nobody", document.formatted("accounts", "null"))
                        .status())
                .isEqualTo(404);
        patch(admin, path, document.formatted("accounts", "null")).expect(200);
    }

    @Test
    void leavesSomebodyWhoCanSignIn() {
        box.access().createFirstAdmin("first", java.util.Optional.empty());
        Account first = box.store().accounts().find("first").orElseThrow();
        Account bot = box.store().accounts().find("admin-bot").orElseThrow();

        assertThat(change(admin, first, "{\"disabled\":true}").expect(409).text("/errors/0/code"))
                .isEqualTo("last_site_admin");
        assertThat(change(admin, bot, "{\"role\":\"user\"}").expect(409).text("/errors/0/code"))
                .isEqualTo("own_account");
        assertThat(box.store().accounts().find("first")).contains(first);
    }

    @Test
    void resetsAPasswordAndShowsItOnce() {
        box.access().createFirstAdmin("first", java.util.Optional.of("a password of old"));
        Account first = box.store().accounts().find("first").orElseThrow();

        Answer reset = admin.post(ACCOUNTS + "/" + first.id() + "/actions/reset-password")
                .expect(200);

        String password = reset.text("/data/attributes/password");
        assertThat(reset.header("Cache-Control")).isEqualTo("no-store");
        assertThat(box.access().signIn("first", "a password of old", RequestOrigin.NONE))
                .isEmpty();
        assertThat(box.access().signIn("first", password, RequestOrigin.NONE)).isPresent();
        assertThat(admin.get(ACCOUNTS + "/" + first.id()).bodyText()).doesNotContain(password);
        assertThat(audited()).doesNotContain(password);
    }

    @Test
    void letsSupportLookAndNobodyElseKnow() {
        Account bot = box.store().accounts().find("user-bot").orElseThrow();
        String path = ACCOUNTS + "/" + bot.id();
        support.get(path).expect(200);
        support.get(ACCOUNTS).expect(200);
        assertThat(support.post(path + "/actions/reset-password").status()).isEqualTo(404);
        assertThat(support.post(ACCOUNTS, document("{\"name\":\"x\",\"role\":\"user\"}"))
                        .status())
                .isEqualTo(404);
        assertThat(change(support, bot, "{\"disabled\":true}").status()).isEqualTo(404);

        String nothing = user.get("/api/v2/admin/no/such/thing").bodyBesidesRequestId();
        for (Api client : List.of(user, runner)) {
            for (String method : List.of("GET", "POST", "PATCH", "DELETE", "BREW")) {
                Answer answer = client.send(method, path, BodyPublishers.noBody());
                assertThat(answer.status()).isEqualTo(404);
                assertThat(answer.bodyBesidesRequestId()).isEqualTo(nothing);
            }
        }
        Api restricted = as(box.restricted(Role.SITE_ADMIN, "acme"));
        assertThat(restricted.get(path).status()).isEqualTo(404);
        assertThat(restricted.get(ACCOUNTS).status()).isEqualTo(404);
        assertThat(change(restricted, bot, "{\"disabled\":true}").status()).isEqualTo(404);
        assertThat(box.store().accounts().find("user-bot")).contains(bot);
    }

    private String audited() {
        return box.store()
                .audit()
                .list(new PageRequest(1, PageRequest.MAX_SIZE))
                .items()
                .toString();
    }

    private static Answer change(Api client, Account account, String attributes) {
        return patch(client, ACCOUNTS + "/" + account.id(), document(attributes));
    }

    private static Answer patch(Api client, String path, String body) {
        return client.send("PATCH", path, BodyPublishers.ofString(body), "Content-Type", Api.JSON_API);
    }

    private static String document(String attributes) {
        return "{\"data\":{\"type\":\"accounts\",\"attributes\":" + attributes + "}}";
    }
}
