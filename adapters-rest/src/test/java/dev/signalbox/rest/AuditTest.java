package dev.signalbox.rest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.domain.access.Role;
import dev.signalbox.domain.run.RunId;
import dev.signalbox.domain.run.RunStatus;
import dev.signalbox.rest.testing.Answer;
import dev.signalbox.rest.testing.Api;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class AuditTest extends RestTest {

    private static final String EVENTS = "/api/signalbox/v1/admin/audit-events";

    @Test
    void tellsWhoDidWhatAndWhy() {
        RunId run = box.bring("Acme", "Network", RunStatus.APPLYING);
        admin.post("/api/v2/admin/runs/" + run + "/actions/cancel", "{\"comment\":\"it hung\"}")
                .expect(200);

        Answer list = support.get(EVENTS + "?page[size]=1").expect(200);

        JsonNode event = list.at("/data/0");
        assertThat(event.path("type").stringValue()).isEqualTo("audit-events");
        JsonNode attributes = event.path("attributes");
        assertThat(attributes.propertyNames())
                .containsExactly(
                        "created-at",
                        "action",
                        "actor",
                        "actor-id",
                        "role",
                        "token-id",
                        "token-organizations",
                        "address",
                        "request-id",
                        "organization",
                        "workspace",
                        "run-id",
                        "subject",
                        "from",
                        "to",
                        "reason");
        assertThat(attributes.path("action").stringValue()).isEqualTo("run-forced-to-errored");
        assertThat(attributes.path("actor").stringValue()).isEqualTo("admin-bot");
        assertThat(attributes.path("role").stringValue()).isEqualTo("site-admin");
        assertThat(attributes.path("address").stringValue()).isEqualTo("127.0.0.1");
        assertThat(attributes.path("organization").stringValue()).isEqualTo("Acme");
        assertThat(attributes.path("run-id").stringValue()).isEqualTo(run.value());
        assertThat(attributes.path("from").stringValue()).isEqualTo("applying");
        assertThat(attributes.path("to").stringValue()).isEqualTo("errored");
        assertThat(attributes.path("reason").stringValue()).isEqualTo("it hung");
        assertThat(attributes.path("token-organizations").isNull()).isTrue();
        Answer one = support.get(event.at("/links/self").stringValue()).expect(200);
        assertThat(one.at("/data")).isEqualTo(event);
    }

    @Test
    void tellsToWhatATokenIsRestricted() {
        String id = box.workspace("acme", "network").id().value();
        as(box.restricted(Role.USER, "beta", "acme"))
                .post(
                        "/api/v2/organizations/acme/workspaces",
                        "{\"data\":{\"type\":\"workspaces\",\"attributes\":{\"name\":\"other\"}}}")
                .expect(201);

        assertThat(id).isNotEmpty();
        assertThat(admin.get(EVENTS + "?page[size]=1")
                        .at("/data/0/attributes/token-organizations")
                        .toString())
                .isEqualTo("[\"acme\",\"beta\"]");
    }

    @Test
    void leadsThroughAllByItsLinks() {
        box.bring("acme", "network", RunStatus.APPLIED);
        List<String> all = admin.get(EVENTS + "?page[size]=100").ids();
        assertThat(all).hasSizeGreaterThan(6);

        List<String> walked = new ArrayList<>();
        Answer page = admin.get(EVENTS + "?page[size]=3&filter[from]=2026-11-02T09:00:00Z");
        for (int pages = 0; pages < 100; pages++) {
            walked.addAll(page.ids());
            assertThat(page.ids()).hasSizeLessThanOrEqualTo(3);
            if (page.at("/links/next").isNull()) {
                break;
            }
            assertThat(page.text("/links/next")).startsWith(server()).contains("filter%5Bfrom%5D");
            page = admin.get(page.text("/links/next").substring(server().length()));
        }

        assertThat(walked).isEqualTo(all);
        assertThat(page.at("/meta").isMissingNode()).isTrue();
    }

    @Test
    void filters() {
        RunId run = box.bring("Acme", "network", RunStatus.PENDING);
        box.clock().advance(Duration.ofMillis(1500));
        box.workspace("beta", "database");
        String user = box.user().account().orElseThrow().value();

        assertThat(actions("filter[actor]=RUNNER-bot"))
                .containsOnly("workspace-created", "organization-created", "run-submitted");
        assertThat(actions("filter[actor]=" + user)).isEmpty();
        assertThat(actions("filter[actor]=server")).contains("token-created", "account-created");
        assertThat(actions("filter[run]=" + run)).containsExactly("run-submitted");
        assertThat(actions("filter[organization]=ACME&filter[action]=run-submitted,%20workspace-created,"))
                .containsExactly("run-submitted", "workspace-created");
        assertThat(actions("filter[workspace]=Database")).containsExactly("workspace-created");
        assertThat(actions("filter[workspace]=database&filter[organization]=acme"))
                .isEmpty();
        assertThat(actions("filter[from]=2026-11-02T10:00:01.500+01:00"))
                .containsExactly("workspace-created", "organization-created");
        assertThat(actions("filter[from]=2026-11-02T09:00:01.501Z")).isEmpty();
        assertThat(actions("filter[to]=2026-11-02T09:00:00Z&filter[organization]=beta"))
                .isEmpty();
        assertThat(actions("filter[from]=2026-11-03T00:00:00Z&filter[to]=2026-11-02T00:00:00Z"))
                .isEmpty();
        assertThat(actions("filter[run]=&filter[actor]=&filter[action]=,&page[after]="))
                .isEqualTo(actions("page[size]=20"));
    }

    @ParameterizedTest
    @CsvSource({
        "filter[actor]=a%20b,filter[actor]",
        "filter[actor]=%00,filter[actor]",
        "filter[action]=run-eaten,filter[action]",
        "filter[organization]=a/b,filter[organization]",
        "filter[workspace]=%F0%9F%9A%82,filter[workspace]",
        "filter[run]=run-1,filter[run]",
        "filter[from]=,filter[from]",
        "filter[from]=today,filter[from]",
        "filter[to]=2026-02-30T00:00:00Z,filter[to]",
        "filter[to]=2026-11-02,filter[to]",
        "filter[to]=%2B10000-01-01T00:00:00Z,filter[to]",
        "filter[to]=-0001-01-01T00:00:00Z,filter[to]",
        "page[after]=ae-1,page[after]",
        "page[after]=ae-9999999999999999,page[after]",
        "page[size]=0,page[size]",
        "page[number]=2,page[number]",
        "q=x,q",
        "filter[run]=run-1&filter[run]=run-1,filter[run]"
    })
    void refusesABadParameter(String query, String parameter) {
        Answer answer = admin.get(EVENTS + "?" + query).expect(400);

        assertThat(answer.text("/errors/0/source/parameter")).isEqualTo(parameter);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-11-02T09:00:00+00:00",
                "2026-11-02T09:00:00%2B00:00",
                "2026-11-02t14:30:00.000000+05:30",
                "0000-01-01T00:00:00Z",
                "9999-12-31T23:59:59-18:00"
            })
    void takesEveryTimeOfRfc3339(String time) {
        admin.get(EVENTS + "?filter[from]=" + time).expect(200);
    }

    @Test
    void isForSiteAdminsAndSupportWhoseTokensReachEverything() {
        String path = admin.get(EVENTS).text("/data/0/links/self");
        for (Api client : List.of(
                user, runner, as(box.restricted(Role.SITE_ADMIN, "acme")), as(box.restricted(Role.SUPPORT, "acme")))) {
            assertThat(client.get(EVENTS).status()).isEqualTo(404);
            assertThat(client.get(path).status()).isEqualTo(404);
        }
        assertThat(nobody.get(EVENTS).status()).isEqualTo(401);
        assertThat(admin.get(EVENTS + "/ae-9999999999999999").status()).isEqualTo(404);
        assertThat(admin.get(EVENTS + "/nothing").status()).isEqualTo(404);
    }

    private List<String> actions(String query) {
        return admin.get(EVENTS + "?" + query)
                .expect(200)
                .at("/data")
                .valueStream()
                .map(event -> event.at("/attributes/action").stringValue())
                .toList();
    }
}
