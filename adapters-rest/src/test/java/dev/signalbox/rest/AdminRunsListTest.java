package dev.signalbox.rest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.domain.run.RunId;
import dev.signalbox.domain.run.RunStatus;
import dev.signalbox.rest.testing.Answer;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class AdminRunsListTest extends RestTest {

    private static final String LIST = "/api/v2/admin/runs";

    @Test
    void showsARunAsTheAdminRunsApiOf2018Does() {
        RunId run = box.bring("acme", "network", RunStatus.PLANNED);
        String workspace = box.workspace("acme", "network").id().value();
        Answer list = admin.get(LIST);
        assertThat(list.status()).isEqualTo(200);
        JsonNode resource = list.at("/data/0");
        assertThat(resource.propertyNames()).containsExactly("id", "type", "attributes", "relationships", "links");
        assertThat(resource.path("attributes").propertyNames())
                .containsExactly("status", "status-timestamps", "has-changes", "created-at");
        assertThat(resource.at("/attributes/created-at").stringValue())
                .matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z");
        JsonNode timestamps = resource.at("/attributes/status-timestamps");
        assertThat(timestamps.propertyNames()).containsExactly("planning-at", "planned-at");
        assertThat(timestamps.path("planned-at").stringValue())
                .matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\+00:00");
        assertThat(resource.at("/attributes/has-changes").booleanValue()).isTrue();
        assertThat(resource.path("relationships").toString())
                .isEqualTo("{\"workspace\":{\"data\":{\"id\":\"" + workspace + "\",\"type\":\"workspaces\"}}}");
        assertThat(resource.path("links").toString()).isEqualTo("{\"self\":\"/api/v2/runs/" + run + "\"}");
        assertThat(user.get(resource.at("/links/self").stringValue()).status()).isEqualTo(200);
    }

    @Test
    void hasTheMembersInTheirOrder() {
        box.submit("acme", "network");
        Answer list = admin.get(LIST);
        assertThat(list.document().propertyNames()).containsExactly("data", "links", "meta");
        assertThat(list.at("/meta").propertyNames()).containsExactly("pagination", "status-counts");
        assertThat(list.at("/meta/pagination").toString())
                .isEqualTo(
                        "{\"current-page\":1,\"prev-page\":null,\"next-page\":null,\"total-pages\":1,\"total-count\":1}");
        assertThat(list.at("/meta/status-counts").propertyNames())
                .containsExactly(
                        "pending",
                        "planning",
                        "planned",
                        "confirmed",
                        "applying",
                        "applied",
                        "discarded",
                        "errored",
                        "canceled",
                        "policy-checking",
                        "policy-override",
                        "policy-checked",
                        "planned-and-finished",
                        "total");
        String page = server() + LIST + "?page%5Bnumber%5D=1&page%5Bsize%5D=20";
        assertThat(list.at("/links").toString())
                .isEqualTo("{\"self\":\"" + page + "\",\"first\":\"" + page
                        + "\",\"prev\":null,\"next\":null,\"last\":\"" + page + "\"}");
    }

    @Test
    void listsTheNewestFirst() {
        RunId first = box.submit("acme", "network");
        box.clock().advance(Duration.ofSeconds(1));
        RunId second = box.submit("acme", "network");
        assertThat(admin.get(LIST).ids()).containsExactly(second.value(), first.value());
    }

    @Test
    void keepsEveryOtherParameterInItsLinks() {
        for (int i = 0; i < 5; i++) {
            box.submit("acme", "network");
        }
        Answer page = admin.get(LIST + "?page%5Bsize%5D=2&q=n%C3%A9t+%26work%2B&page[number]=2&include=workspace");
        assertThat(page.text("/links/self"))
                .isEqualTo(server() + LIST
                        + "?q=n%C3%A9t%20%26work%2B&include=workspace&page%5Bnumber%5D=2&page%5Bsize%5D=2");
        Answer middle = admin.get(LIST + "?q=network&page[size]=2&page[number]=2");
        assertThat(middle.ids()).hasSize(2);
        for (String link : List.of("first", "prev", "next", "last")) {
            Answer followed = admin.get(middle.text("/links/" + link).substring(server().length()));
            assertThat(followed.text("/links/self")).isEqualTo(middle.text("/links/" + link));
            assertThat(followed.at("/meta/pagination/total-count").intValue()).isEqualTo(5);
        }
    }

    @ParameterizedTest
    @CsvSource({"100,100", "101,100", "999999999999999999,100", "1,1", "007,7"})
    void clampsThePageSize(String asked, int shown) {
        box.submit("acme", "network");
        Answer list = admin.get(LIST + "?page[size]=" + asked);
        assertThat(list.status()).isEqualTo(200);
        assertThat(list.text("/links/self")).endsWith("page%5Bsize%5D=" + shown);
    }

    @Test
    void answersAPagePastTheEndWithItsOwnNumber() {
        box.submit("acme", "network");
        Answer list = admin.get(LIST + "?page[number]=999999999999999999&page[size]=100");
        assertThat(list.status()).isEqualTo(200);
        assertThat(list.at("/data")).isEmpty();
        assertThat(list.at("/meta/pagination").toString())
                .isEqualTo("{\"current-page\":999999999999999999,\"prev-page\":1,\"next-page\":null,"
                        + "\"total-pages\":1,\"total-count\":1}");
    }

    @Test
    void countsByTheSearchAndNotByTheFilter() {
        box.bring("acme", "network", RunStatus.PLANNING);
        box.submit("acme", "network");
        box.submit("other", "database");
        Answer list = admin.get(LIST + "?q=ACME&filter[status]=planning,%20,nonsense&page[size]=1");
        assertThat(list.ids()).hasSize(1);
        assertThat(list.at("/meta/pagination/total-count").intValue()).isEqualTo(1);
        assertThat(list.at("/meta/status-counts/pending").intValue()).isEqualTo(1);
        assertThat(list.at("/meta/status-counts/planning").intValue()).isEqualTo(1);
        assertThat(list.at("/meta/status-counts/total").intValue()).isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ''                    | 2
            ,%20,                 | 2
            pending               | 1
            planning,pending      | 2
            %20pending%20,        | 1
            no_such_status        | 0
            PENDING               | 0
            policy-checking       | 0
            """)
    void filtersByStatus(String list, int found) {
        box.bring("acme", "network", RunStatus.PLANNING);
        box.submit("acme", "network");
        assertThat(admin.get(LIST + "?filter[status]=" + list).ids()).hasSize(found);
        assertThat(admin.get(LIST + "?filter%5Bstatus%5D=" + list).ids()).hasSize(found);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "%20%20", "%E2%80%83"})
    void takesABlankSearchForNone(String q) {
        box.submit("acme", "network");
        assertThat(admin.get(LIST + "?q=" + q).ids()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"%25", "_", "%5C", "'", "%22", "%F0%9F%9A%82", "%25%27%20OR%201=1"})
    void searchesForEverythingLiterally(String q) {
        box.submit("acme", "network");
        Answer list = admin.get(LIST + "?q=" + q);
        assertThat(list.status()).isEqualTo(200);
        assertThat(list.ids()).isEmpty();
    }

    @Test
    void includesWorkspacesAndTheirOrganizationsOnce() {
        box.submit("acme", "network");
        box.submit("acme", "network");
        box.submit("acme", "database");
        Answer list = admin.get(LIST + "?include=workspace.organization");
        assertThat(list.document().propertyNames()).containsExactly("data", "included", "links", "meta");
        assertThat(list.at("/included").valueStream().map(r -> r.path("type").stringValue()))
                .containsExactlyInAnyOrder("workspaces", "workspaces", "organizations");
        JsonNode workspace = list.at("/included/0");
        assertThat(workspace.at("/relationships/organization/data/id").stringValue())
                .isEqualTo("acme");
        for (JsonNode included : list.at("/included")) {
            Answer self = user.get(included.at("/links/self").stringValue());
            assertThat(self.text("/data/id")).isEqualTo(included.path("id").stringValue());
        }
        assertThat(admin.get(LIST + "?include=workspace").at("/included")).hasSize(2);
        assertThat(admin.get(LIST + "?include=workspace,workspace.organization").at("/included"))
                .hasSize(3);
        assertThat(admin.get(LIST + "?include=").at("/included").isArray()).isTrue();
        assertThat(admin.get(LIST + "?include=workspace&q=nothing").at("/included"))
                .isEmpty();
        assertThat(admin.get(LIST).document().has("included")).isFalse();
    }

    @Test
    void isOpenToSupport() {
        RunId run = box.submit("acme", "network");
        assertThat(support.get(LIST).ids()).containsExactly(run.value());
    }
}
