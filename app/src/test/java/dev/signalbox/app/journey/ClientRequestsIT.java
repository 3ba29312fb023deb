package dev.signalbox.app.journey;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.rest.testing.Api;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/** What clients in the field put on the wire, byte for byte, against the whole application. */
@ExtendWith(SharedSignalbox.class)
class ClientRequestsIT {

    private static final String ORGANIZATION = "clients-raw";

    private final Signalbox signalbox;
    private final Api admin;
    private String workspace = "";
    private String run = "";

    ClientRequestsIT(Signalbox signalbox) {
        this.signalbox = signalbox;
        this.admin = signalbox.as("site-admin");
    }

    @BeforeEach
    void submitARun() {
        workspace = ScriptedRun.workspace(admin, ORGANIZATION, "raw-" + System.nanoTime());
        run = ScriptedRun.submit(admin, workspace).id();
    }

    /** go-tfe v1 over Go's HTTP: its own headers in the order of their names, brackets encoded. */
    private String go(String line, String body, String... typed) {
        String length = line.startsWith("GET") ? "" : "Content-Length: " + body.length() + "\n";
        return """
                %s HTTP/1.1
                Host: %s
                User-Agent: go-tfe
                %sAccept: application/vnd.api+json
                Authorization: Bearer %s
                %sAccept-Encoding: gzip

                %s""".formatted(
                line, host(), length, token(), typed.length == 0 ? "" : "Content-Type: " + typed[0] + "\n", body);
    }

    @Test
    void answersGoTfe() throws IOException {
        RawRequest ping = send(go("GET /api/v2/ping", ""));
        assertThat(ping.status()).isBetween(200, 204);
        assertThat(ping.headers()).containsEntry("tfp-api-version", "2.6").containsKey("tfp-appname");

        JsonNode list = ok(send(go(
                "GET /api/v2/admin/runs?filter%5Bfrom%5D=2024-01-02T15%3A04%3A05%2B02%3A00"
                        + "&filter%5Bstatus%5D=pending%2C+&include=workspace%2Cworkspace.organization"
                        + "&page%5Bnumber%5D=1&page%5Bsize%5D=20&q=" + run,
                "")));
        assertThat(list.at("/data/0/id").asString()).isEqualTo(run);
        assertThat(list.at("/data/0/attributes/created-at").asString()).endsWith("Z");
        assertThat(list.at("/meta/pagination").propertyNames())
                .contains("current-page", "prev-page", "next-page", "total-pages", "total-count");
        assertThat(ok(send(go("GET /api/v2/admin/runs?page%5Bnumber%5D=999&page%5Bsize%5D=100", "")))
                        .at("/meta/pagination/current-page")
                        .asInt())
                .isEqualTo(999);
    }

    @Test
    void forcesAsGoTfeDoesWithAndWithoutAComment() throws IOException {
        String forceCancel = "POST /api/v2/admin/runs/" + run + "/actions/force-cancel";
        JsonNode ended = ok(send(go(forceCancel, "{\"comment\":\"no longer wanted\"}\n", Api.JSON_API)));
        assertThat(ended.at("/data/attributes/status").asString()).isEqualTo("canceled");
        RawRequest again = send(go(forceCancel, "{}\n", Api.JSON_API));
        assertThat(again.status()).isEqualTo(409);
        assertThat(again.json().at("/errors/0/status").asString()).isEqualTo("409");
    }

    @Test
    void takesAContentTypeWithoutABodyAsGoTfeSendsIt() throws IOException {
        admin.post("/api/v2/workspaces/" + workspace + "/actions/lock").expect(200);
        JsonNode unlocked =
                ok(send(go("POST /api/v2/workspaces/" + workspace + "/actions/force-unlock", "", Api.JSON_API)));
        assertThat(unlocked.at("/data/attributes/locked").asBoolean()).isFalse();
        ok(send(go("POST /api/v2/admin/runs/" + run + "/actions/cancel", "", Api.JSON_API)));
    }

    /** terrasnek over python-requests: any Accept, Content-Type on every call, brackets raw. */
    private String terrasnek(String line, String body) {
        return """
                %s HTTP/1.1
                Host: %s
                User-Agent: python-requests/2.32.3
                Accept-Encoding: gzip, deflate
                Accept: */*
                Connection: keep-alive
                Authorization: Bearer %s
                Content-Type: application/vnd.api+json
                %s
                %s""".formatted(
                        line, host(), token(), body.isEmpty() ? "" : "Content-Length: " + body.length() + "\n", body);
    }

    @Test
    void answersTerrasnek() throws IOException {
        JsonNode paths = send("""
                        GET /.well-known/terraform.json HTTP/1.1
                        Host: %s
                        User-Agent: python-requests/2.32.3
                        Accept-Encoding: gzip, deflate
                        Accept: */*
                        Connection: keep-alive

                        """.formatted(host())).json();
        assertThat(paths.path("tfe.v2").asString()).isEqualTo("/api/v2/");
        assertThat(paths.path("modules.v1").asString()).isNotBlank();

        String list = "GET " + paths.path("tfe.v2").asString() + "admin/runs?q=" + run
                + "&filter[status]=pending,canceled&include=workspace,workspace.organization"
                + "&page[number]=1&page[size]=100";
        assertThat(ok(send(terrasnek(list, ""))).at("/data/0/id").asString()).isEqualTo(run);
        JsonNode ended = ok(send(terrasnek("POST /api/v2/admin/runs/" + run + "/actions/force-cancel", "null")));
        assertThat(ended.at("/data/attributes/status").asString()).isEqualTo("canceled");
        assertThat(ok(send(terrasnek(list, "")))
                        .at("/data/0/attributes/status-timestamps")
                        .propertyNames())
                .contains("force-canceled-at", "canceled-at");
        assertThat(send(terrasnek("POST /api/v2/admin/runs/" + run + "/actions/force-cancel", "null"))
                        .status())
                .isEqualTo(409);
    }

    /** pytfe over httpx: the JSON:API type in both directions on every call, brackets encoded, no body to force. */
    private String pytfe(String line, String length) {
        return """
                %s HTTP/1.1
                Host: %s
                Accept-Encoding: gzip, deflate
                Connection: keep-alive
                User-Agent: python-tfe/0.1
                Accept: application/vnd.api+json
                Content-Type: application/vnd.api+json
                Authorization: Bearer %s
                %s
                """.formatted(line, host(), token(), length);
    }

    @Test
    void answersPytfe() throws IOException {
        JsonNode list = ok(send(pytfe(
                "GET /api/v2/admin/runs?filter%5Bstatus%5D=pending&q=" + run + "&page%5Bnumber%5D=1&page%5Bsize%5D=100",
                "")));
        assertThat(list.at("/data/0/id").asString()).isEqualTo(run);
        assertThat(list.at("/meta/pagination/total-pages").asInt()).isEqualTo(1);
        ok(send(pytfe("POST /api/v2/admin/runs/" + run + "/actions/force-cancel", "Content-Length: 0\n")));
        assertThat(send(pytfe("POST /api/v2/admin/runs/run-nonexistent/actions/force-cancel", "Content-Length: 0\n"))
                        .status())
                .isEqualTo(404);
    }

    /** The forms of Accept that are in the field, and none, as Terraform's reader of logs. */
    @Test
    void answersWhateverIsAcceptedUnlessItIsOurTypeWithParameters() throws IOException {
        for (String accept : new String[] {
            "",
            "Accept: */*\n",
            "Accept: application/json\n",
            "Accept: application/json, */*\n",
            "Accept: application/json, text/plain, */*\n",
            "Accept: text/html\n",
            "Accept: application/vnd.api+json;charset=utf-8, application/vnd.api+json\n"
        }) {
            ok(send(plain(accept)));
        }
        assertThat(send(plain("Accept: application/vnd.api+json; charset=utf-8\n"))
                        .status())
                .isEqualTo(406);
    }

    private String plain(String accept) {
        return "GET /api/v2/runs/" + run + " HTTP/1.1\nHost: " + host() + "\n" + accept + "Authorization: Bearer "
                + token() + "\n\n";
    }

    private static JsonNode ok(RawRequest answer) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        assertThat(answer.headers()).containsEntry("content-type", Api.JSON_API);
        assertThat(answer.headers())
                .containsEntry(
                        "content-length", Integer.toString(answer.body().getBytes(StandardCharsets.UTF_8).length));
        return answer.json();
    }

    /** Ends the lines of the head as HTTP does; the bodies here have no line but a last one. */
    private RawRequest send(String text) throws IOException {
        int end = text.indexOf("\n\n") + 2;
        return RawRequest.send(signalbox.url(), text.substring(0, end).replace("\n", "\r\n") + text.substring(end));
    }

    private String host() {
        return signalbox.url().getAuthority();
    }

    private String token() {
        return signalbox.token("site-admin");
    }
}
