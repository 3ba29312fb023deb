package dev.signalbox.rest.testing;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OpenApiCheckTest {

    private static final String ID = "run-VCsNJXa59eUza53R";
    private static final String FORCE = "/api/v2/admin/runs/" + ID + "/actions/force-cancel";
    private static final String RUN = """
            {"data": {"id": "run-VCsNJXa59eUza53R", "type": "runs",
              "attributes": {"status": "canceled", "status-timestamps": {"canceled-at": "2026-11-02T12:00:00+00:00"},
                "has-changes": false, "created-at": "2026-11-02T12:00:00.123Z"},
              "relationships": {"workspace": {"data": {"id": "ws-VCsNJXa59eUza53R", "type": "workspaces"}}},
              "links": {"self": "/api/v2/runs/run-VCsNJXa59eUza53R"}}}""";
    private static final String REFUSAL = """
            {"errors": [{"status": "409", "code": "already_final", "title": "transition not allowed", "detail": "No.",
              "meta": {"run-status": "errored", "request-id": "r-1"}}]}""";

    @Test
    void passesWhatIsDescribed() {
        assertThatCode(() -> check("POST", FORCE, 200, RUN)).doesNotThrowAnyException();
        assertThatCode(() -> check("POST", FORCE, 409, REFUSAL)).doesNotThrowAnyException();
        assertThatCode(() -> check("HEAD", "/api/v2/admin/runs", 200, "")).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            "canceled",                | "ended",                   | does not have a value in the enumeration
            "has-changes": false,      |                            | required property 'has-changes' not found
            "has-changes": false       | "has-changes": null        | boolean expected
            "has-changes": false       | "has-changes": false, "x": 1 | property 'x' is not defined in the schema
            "canceled-at"              | "ended-at"                 | does not have a value in the enumeration
            .123Z                      | .12Z                       | does not match the regex pattern
            12:00:00+00:00             | 12:00:00Z                  | does not match the regex pattern
            "type": "runs"             | "type": "run"              | must be the constant value 'runs'
            "self": "/api              | "self": "https://x/api     | does not match the regex pattern
            "links"                    | "meta": {}, "links"        | property 'meta' is not defined in the schema
            """)
    void failsAnotherBody(String part, String other, String problem) {
        String body = RUN.replace(part, other == null ? "" : other);
        assertThatThrownBy(() -> check("POST", FORCE, 200, body)).hasMessageContaining(problem);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            already_final             | workspace_locked         | does not have a value in the enumeration
            "status": "409"           | "status": "410"          | must be the constant value '409'
            "run-status": "errored",  |                          | required property 'run-status' not found
            , "request-id": "r-1"     |                          | required property 'request-id' not found
            "detail": "No."           | "detail": ""             | must be at least 1 characters long
            """)
    void failsAnotherRefusal(String part, String other, String problem) {
        String body = REFUSAL.replace(part, other == null ? "" : other);
        assertThatThrownBy(() -> check("POST", FORCE, 409, body)).hasMessageContaining(problem);
    }

    @Test
    void failsAStatusAndAMethodThatAreNotDescribed() {
        assertThatThrownBy(() -> check("POST", FORCE, 202, RUN)).hasMessageContaining("no such status");
        assertThatThrownBy(() -> check("POST", FORCE, 501, REFUSAL)).hasMessageContaining("no such status");
        assertThatThrownBy(() -> check("PUT", FORCE, 200, RUN)).hasMessageContaining("no operation");
    }

    @Test
    void failsAnotherMediaTypeAndAMissingHeader() {
        assertThatThrownBy(() -> OpenApiCheck.check(
                        "POST", FORCE, 200, headers("application/json"), RUN.getBytes(StandardCharsets.UTF_8)))
                .hasMessageContaining("media type application/json");
        HttpHeaders none = HttpHeaders.of(Map.of("Content-Type", List.of(Api.JSON_API)), (_, _) -> true);
        assertThatThrownBy(() -> OpenApiCheck.check("POST", FORCE, 200, none, RUN.getBytes(StandardCharsets.UTF_8)))
                .hasMessageContaining("without the header X-Request-Id");
    }

    private static void check(String method, String path, int status, String body) {
        OpenApiCheck.check(method, path, status, headers(Api.JSON_API), body.getBytes(StandardCharsets.UTF_8));
    }

    private static HttpHeaders headers(String type) {
        return HttpHeaders.of(Map.of("Content-Type", List.of(type), "X-Request-Id", List.of("r-1")), (_, _) -> true);
    }
}
