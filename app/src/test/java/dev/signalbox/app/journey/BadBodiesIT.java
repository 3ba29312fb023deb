package dev.signalbox.app.journey;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.rest.testing.Answer;
import dev.signalbox.rest.testing.Api;
import java.net.http.HttpRequest.BodyPublishers;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Bodies that cannot be meant, against the whole application: each is refused by name, and nothing changes. */
@ExtendWith(SharedSignalbox.class)
class BadBodiesIT {

    /** Those of the caller: the server does things of its own meanwhile. */
    private static final String NEWEST_EVENT =
            "/api/signalbox/v1/admin/audit-events?filter[actor]=journey-site-admin&page[size]=1";

    private final Api admin;
    private final String workspace;
    private final String run;

    BadBodiesIT(Signalbox signalbox) {
        admin = signalbox.as("site-admin");
        workspace = ScriptedRun.workspace(admin, "badinput", "bodies-" + System.nanoTime());
        run = ScriptedRun.submit(admin, workspace).id();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            PATCH | settings  | "settings", "attributes": {"silence-seconds": "60"}     | silence-seconds
            PATCH | settings  | "settings", "attributes": {"silence-seconds": 1e99}     | silence-seconds
            PATCH | settings  | "settings", "attributes": {"end-lost-plans": 0}         | end-lost-plans
            PATCH | settings  | "settings", "attributes": {"colour": 1}                 | colour
            POST  | accounts  | "accounts", "attributes": {"role": "user"}              | name
            POST  | accounts  | "accounts", "attributes": {"name": "a\\u0000b", "role": "user"} | name
            POST  | accounts  | "accounts", "attributes": {"name": ["a"], "role": "user"} | name
            POST  | accounts  | "accounts", "attributes": {"name": "bad-body", "role": "king"} | role
            POST  | tokens    | "tokens", "attributes": {"account": 7, "role": "user"}  | account
            POST  | tokens    | "tokens", "attributes": {"account": "a\\u0000b", "role": "user"} | account
            POST  | bulk-ends | "bulk-ends", "attributes": {"expected-count": 1, "end": "x", "run-ids": [7]} | run-ids
            """)
    void areRefusedWhereTheAdministrationTakesThem(String method, String path, String data, String attribute) {
        refuses(
                method,
                "/api/signalbox/v1/admin/" + path,
                "{\"data\": {\"type\": " + data + "}}",
                422,
                "/data/attributes/" + attribute);
    }

    @ParameterizedTest
    @ValueSource(strings = {"lock", "unlock", "force-unlock", "release"})
    void areRefusedByWhatIsDoneToAWorkspace(String action) {
        areRefused("/api/v2/workspaces/" + workspace + "/actions/" + action, "reason");
    }

    @ParameterizedTest
    @ValueSource(strings = {"apply", "discard", "cancel", "override"})
    void areRefusedByWhatIsDoneToARun(String action) {
        areRefused("/api/v2/runs/" + run + "/actions/" + action, "comment");
    }

    private void areRefused(String path, String attribute) {
        for (String value : new String[] {"7", "[\"a\"]", "{}", "\"a\\u0000b\"", "\"" + "x".repeat(10_001) + "\""}) {
            refuses("POST", path, "{\"" + attribute + "\": " + value + "}", 422, "/" + attribute);
        }
        for (String body : new String[] {"[", "7", "\"text\"", "\u0000", "[".repeat(100_000)}) {
            refuses("POST", path, body, 400, "");
        }
    }

    private void refuses(String method, String path, String body, int status, String pointer) {
        String newest = admin.get(NEWEST_EVENT).ids().getFirst();
        Answer answer = admin.send(method, path, BodyPublishers.ofString(body), "Content-Type", Api.JSON_API)
                .expect(status);
        assertThat(answer.text("/errors/0/source/pointer")).isEqualTo(pointer);
        assertThat(admin.get(NEWEST_EVENT).ids()).containsExactly(newest);
    }
}
