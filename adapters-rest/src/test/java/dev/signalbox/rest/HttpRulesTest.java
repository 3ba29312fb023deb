package dev.signalbox.rest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.domain.access.Role;
import dev.signalbox.domain.port.out.Runs;
import dev.signalbox.domain.run.RunId;
import dev.signalbox.domain.testing.Store;
import dev.signalbox.domain.testing.TestSignalbox;
import dev.signalbox.rest.testing.Answer;
import dev.signalbox.rest.testing.Api;
import java.io.ByteArrayInputStream;
import java.lang.reflect.Proxy;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

class HttpRulesTest extends RestTest {

    private static final BodyPublisher NO_BODY = BodyPublishers.noBody();

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            application/json                                                     | 200
            */*                                                                  | 200
            text/html                                                            | 200
            application/vnd.api+json                                             | 200
            application/vnd.api+json;q=0.5                                       | 200
            application/vnd.api+json; profile="http://example.org/p"             | 200
            application/vnd.api+json; charset=utf-8, application/vnd.api+json    | 200
            nonsense, //, ;;;                                                    | 200
            application/vnd.api+json; charset=utf-8                              | 406
            application/vnd.api+json; ext="http://example.org/e"                 | 406
            application/vnd.api+json; version=1, */*                             | 406
            Application/VND.API+JSON; charset=utf-8                              | 406
            """)
    void isNotAcceptableByTheRuleOfJsonApiOnly(String accept, int status) {
        Answer answer = admin.send("GET", "/api/v2/admin/runs", NO_BODY, "Accept", accept);
        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.header("Vary")).isEqualTo("Accept");
        if (status == 406) {
            assertThat(answer.text("/errors/0/source/header")).isEqualTo("Accept");
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            application/x-www-form-urlencoded          | 415
            text/plain                                 | 415
            multipart/form-data; boundary=x            | 415
            multipart/form-data                        | 415
            application/json; charset=utf-16           | 415
            application/vnd.api+json; charset=utf-8    | 415
            application/vnd.api+json; ext="http://e/e" | 415
            nonsense                                   | 415
            application/vnd.api+json; profile="http:p" | 200
            application/json                           | 200
            application/json;charset=UTF-8             | 200
            APPLICATION/JSON                           | 200
            """)
    void readsJsonBodiesOnly(String type, int status) {
        RunId run = box.submit("acme", "network");
        Answer answer = admin.send(
                "POST",
                "/api/v2/admin/runs/" + run + "/actions/cancel",
                BodyPublishers.ofString("{\"comment\":\"a\"}"),
                "Content-Type",
                type);
        assertThat(answer.status()).isEqualTo(status);
    }

    @Test
    void refusesABodyWithoutAType() {
        RunId run = box.submit("acme", "network");
        Answer answer =
                admin.send("POST", "/api/v2/admin/runs/" + run + "/actions/cancel", BodyPublishers.ofString("{}"));
        assertThat(answer.status()).isEqualTo(415);
        assertThat(answer.text("/errors/0/source/header")).isEqualTo("Content-Type");
    }

    @Test
    void takesAContentTypeOnGet() {
        assertThat(admin.send("GET", "/api/v2/admin/runs", NO_BODY, "Content-Type", Api.JSON_API)
                        .status())
                .isEqualTo(200);
        assertThat(admin.send("GET", "/api/v2/admin/runs", NO_BODY, "Content-Type", "text/plain; x=y")
                        .status())
                .isEqualTo(200);
    }

    @Test
    void refusesALargeBodyByItsLengthAndWhileItStreams() {
        RunId run = box.submit("acme", "network");
        String path = "/api/v2/admin/runs/" + run + "/actions/cancel";
        byte[] large = ("{\"comment\":\"" + "x".repeat((2 << 20) + 100) + "\"}").getBytes();
        for (BodyPublisher body : List.of(
                BodyPublishers.ofByteArray(large),
                BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(large)))) {
            Answer answer = admin.send("POST", path, body, "Content-Type", Api.JSON_API);
            assertThat(answer.status()).isEqualTo(413);
        }
        assertThat(box.seen(run).run().status().isFinal()).isFalse();
    }

    @Test
    void refusesFiftyMegabytesBeforeTheyAreSent() throws Exception {
        RunId run = box.submit("acme", "network");
        RawHttp answer = RawHttp.send(
                port,
                "POST /api/v2/admin/runs/" + run + "/actions/cancel HTTP/1.1\r\n"
                        + "Host: 127.0.0.1:" + port + "\r\nAuthorization: Bearer " + box.token(box.admin())
                        + "\r\nContent-Type: application/json\r\nContent-Length: 52428800\r\n\r\n{");
        assertThat(answer.status()).isEqualTo(413);
    }

    @Test
    void refusesFiftyMegabytesThatAreSent() {
        RunId run = box.submit("acme", "network");
        byte[] body = new byte[50 << 20];
        Answer answer = admin.send(
                "POST",
                "/api/v2/admin/runs/" + run + "/actions/cancel",
                BodyPublishers.ofByteArray(body),
                "Content-Type",
                Api.JSON_API);
        assertThat(answer.status()).isEqualTo(413);
    }

    @Test
    void answersOptionsWithMethodsAndOtherOriginsWithNo() throws Exception {
        Answer options = admin.send("OPTIONS", "/api/v2/admin/runs", NO_BODY);
        assertThat(options.status()).isEqualTo(200);
        assertThat(options.header("Allow")).contains("GET");
        assertThat(options.body()).isEmpty();
        RawHttp preFlight = RawHttp.send(
                port,
                "OPTIONS /api/v2/admin/runs HTTP/1.1\r\nHost: 127.0.0.1:" + port
                        + "\r\nAuthorization: Bearer " + box.token(box.admin())
                        + "\r\nOrigin: http://example.org\r\nAccess-Control-Request-Method: GET\r\n\r\n");
        assertThat(preFlight.status()).isEqualTo(403);
    }

    @Test
    void tellsNothingOfWhatWentWrongInside(@Autowired TestApplication application) {
        Store kept = box.store();
        Runs broken =
                (Runs) Proxy.newProxyInstance(getClass().getClassLoader(), new Class<?>[] {Runs.class}, (_, _, _) -> {
                    throw new IllegalStateException("a secret of the database");
                });
        application.use(TestSignalbox.over(new Store(
                kept.organizations(),
                kept.workspaces(),
                kept.deletions(),
                broken,
                kept.overviews(),
                kept.accounts(),
                kept.tokens(),
                kept.audit(),
                kept.bulkEnds(),
                kept.outbox(),
                kept.watched(),
                kept.settings(),
                kept.attentionLog(),
                kept.logs())));
        Answer answer = admin.get("/api/v2/runs/run-9999999999999999");
        assertThat(answer.status()).isEqualTo(500);
        assertThat(answer.bodyText()).doesNotContain("secret");
        assertThat(answer.text("/errors/0/detail")).contains("log");
    }

    @Test
    void refusesABodyThatIsNestedWithoutEnd() {
        RunId run = box.submit("acme", "network");
        Answer answer = admin.post("/api/v2/admin/runs/" + run + "/actions/cancel", "{\"a\":" + "[".repeat(500_000));
        assertThat(answer.status()).isEqualTo(400);
    }

    @ParameterizedTest
    @CsvSource({
        "DELETE,/api/v2/admin/runs,'GET,HEAD,OPTIONS'",
        "POST,/api/v2/admin/runs,'GET,HEAD,OPTIONS'",
        "GET,/api/v2/admin/runs/run-1/actions/cancel,'POST,OPTIONS'",
        "PUT,/api/v2/runs/run-1,'GET,HEAD,OPTIONS'",
        "PATCH,/api/v2/organizations,'GET,HEAD,OPTIONS,POST'",
        "BREW,/api/v2/runs,'POST,OPTIONS'"
    })
    void namesTheMethodsThatAPathAnswers(String method, String path, String allowed) {
        Answer answer = admin.send(method, path, NO_BODY);
        assertThat(answer.status()).isEqualTo(405);
        assertThat(answer.header("Allow").split(",")).containsExactlyInAnyOrder(allowed.split(","));
        assertThat(answer.header("Allow").split(","))
                .containsExactlyInAnyOrder(
                        admin.send("OPTIONS", path, NO_BODY).header("Allow").split(","));
        assertThat(answer.text("/errors/0/code")).isEqualTo("method_not_allowed");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/api", "/api/", "/api/v2", "/api/v2/nothing", "/api/v1/runs", "/api/v2/runs/", "/api/v2/admin"})
    void answersUnknownPathsInJsonApi(String path) {
        Answer answer = admin.get(path);
        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.text("/errors/0/code")).isEqualTo("not_found");
        assertThat(answer.text("/errors/0/meta/request-id")).isEqualTo(answer.header("X-Request-Id"));
    }

    @Test
    void leavesTheBodyOutForHead() {
        Answer answer = admin.send("HEAD", "/api/v2/admin/runs", NO_BODY);
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Content-Type")).isEqualTo(Api.JSON_API);
        assertThat(answer.body()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "GET,/api/v2/admin",
        "GET,/api/v2/admin/runs",
        "GET,/api/v2/admin/runs?page[size]=x",
        "GET,/api/v2/admin/runs?nonsense=1&q=%00",
        "DELETE,/api/v2/admin/runs",
        "OPTIONS,/api/v2/admin/runs",
        "POST,/api/v2/admin/runs/run-1/actions/cancel",
        "GET,/api/v2/admin/runs/run-1/actions/cancel",
        "PUT,/api/v2/admin/nothing",
        "BREW,/api/v2/admin/runs",
        "GET,/api/v2/%61dmin/runs",
        "GET,/api/v2/admin;a=b/runs"
    })
    void tellsNothingOfTheAdminPaths(String method, String path) {
        String expected = user.get("/api/v2/admin/no/such/thing").bodyBesidesRequestId();
        for (Api client : List.of(user, runner, as(box.restricted(Role.USER, "acme")))) {
            Answer answer = client.send(
                    method,
                    path,
                    BodyPublishers.ofString("[broken"),
                    "Content-Type",
                    "text/plain",
                    "Accept",
                    "application/vnd.api+json; charset=utf-8");
            assertThat(answer.status()).isEqualTo(404);
            assertThat(answer.bodyBesidesRequestId()).isEqualTo(expected);
        }
    }

    @Test
    void asksForATokenFirst() {
        assertThat(nobody.get("/api/v2/admin/runs").status()).isEqualTo(401);
        assertThat(nobody.get("/api/v2/nothing").status()).isEqualTo(401);
        assertThat(nobody.post("/api/v2/admin/runs/run-1/actions/cancel").status())
                .isEqualTo(401);
    }

    @Test
    void servesPingAndDiscoveryToAnyone() {
        Answer ping = nobody.get("/api/v2/ping");
        assertThat(ping.status()).isEqualTo(200);
        assertThat(ping.header("TFP-API-Version")).isEqualTo("2.6");
        assertThat(ping.header("TFP-AppName")).isEqualTo("Signalbox");
        Answer discovery = nobody.get("/.well-known/terraform.json");
        assertThat(discovery.header("Content-Type")).isEqualTo("application/json");
        assertThat(discovery.bodyText())
                .contains("\"tfe.v2\": \"/api/v2/\"", "tfe.v2.1", "tfe.v2.2", "state.v2", "modules.v1");
    }
}
