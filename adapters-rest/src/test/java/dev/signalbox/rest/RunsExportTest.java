package dev.signalbox.rest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.domain.access.Role;
import dev.signalbox.domain.port.in.NewRun;
import dev.signalbox.domain.run.RunId;
import dev.signalbox.domain.run.RunStatus;
import dev.signalbox.rest.testing.Answer;
import dev.signalbox.rest.testing.Api;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class RunsExportTest extends RestTest {

    private static final String EXPORT = "/api/v2/admin/runs/export";
    private static final String EVENTS = "/api/signalbox/v1/admin/audit-events";

    @Test
    void givesEveryRunOnceInTheOrderOfTheListAndSaysWhoTookThem() {
        List<String> runs = new ArrayList<>();
        for (int i = 0; i < 510; i++) {
            runs.add(box.submit("acme", "network-" + i % 60).value());
        }

        Answer answer = support.download(EXPORT + "?sort=created-at");

        assertThat(answer.header("Content-Type")).isEqualTo("application/x-ndjson");
        assertThat(answer.header("Content-Disposition")).isEqualTo("attachment; filename=\"runs.ndjson\"");
        assertThat(ids(answer)).isEqualTo(runs);
        Collections.reverse(runs);
        assertThat(ids(support.download(EXPORT))).isEqualTo(runs);
        Answer newest = admin.get(EVENTS + "?page[size]=2").expect(200);
        assertThat(newest.text("/data/1/attributes/action")).isEqualTo("runs-exported");
        assertThat(newest.text("/data/1/attributes/actor")).isEqualTo("support-bot");
        assertThat(newest.text("/data/1/attributes/subject")).isEqualTo("ndjson");
    }

    @Test
    void tellsOfARunWhatTheListDoesAndMore() {
        RunId run = box.bring("acme", "network", RunStatus.CONFIRMED);
        admin.post("/api/v2/admin/runs/" + run + "/actions/force-cancel").expect(200);
        JsonNode listed = admin.get("/api/v2/admin/runs").at("/data/0/attributes");

        JsonNode row = rows(admin.download(EXPORT)).getFirst();

        assertThat(row.path("status").stringValue()).isEqualTo("canceled");
        assertThat(row.path("created-at")).isEqualTo(listed.path("created-at"));
        listed.path("status-timestamps")
                .properties()
                .forEach(entry -> assertThat(row.path(entry.getKey())).isEqualTo(entry.getValue()));
        assertThat(row.path("applied-at").isNull()).isTrue();
        assertThat(row.path("has-changes").booleanValue()).isTrue();
        assertThat(row.path("plan-only").booleanValue()).isFalse();
        assertThat(row.path("submitted-by").stringValue()).isEqualTo("runner-bot");
        assertThat(row.path("vcs-repo").isNull()).isTrue();
    }

    @Test
    void writesCsvThatNoSpreadsheetCarriesOut() {
        RunId run = box.submit("acme", "network", new NewRun(true, false, false, Optional.of("=1+1, \"now\"")));

        Answer answer = admin.download(EXPORT, "Accept", "text/csv");

        List<String> lines = answer.bodyText().replace("\"", "").lines().toList();
        assertThat(answer.header("Content-Type")).startsWith("text/csv");
        assertThat(lines)
                .hasSize(2)
                .first()
                .isEqualTo(
                        "id,status,organization,workspace,created-at,planning-at,planned-at,confirmed-at,applying-at,"
                                + "applied-at,discarded-at,errored-at,canceled-at,policy-checking-at,policy-override-at,"
                                + "policy-checked-at,planned-and-finished-at,force-canceled-at,has-changes,plan-only,message,"
                                + "submitted-by,vcs-repo");
        assertThat(lines.getLast())
                .startsWith(run + ",pending,acme,network,")
                .endsWith(",false,true,'=1+1, now,runner-bot,");
    }

    @ParameterizedTest
    @CsvSource({
        "q=acme/network",
        "filter[status]=planned",
        "filter[status_group]=waiting",
        "filter[organization]=ACME",
        "filter[workspace]=network",
        "filter[from]=2000-01-01T00:00:00Z&filter[status]=planned&sort=created-at",
        "filter[to]=2099-12-31T23:59:59Z",
    })
    void takesTheFiltersOfTheList(String query) {
        RunId run = box.bring("acme", "network", RunStatus.PLANNED);
        box.clock().set(Instant.parse("2100-01-01T00:00:00Z"));
        box.bring("globex", "storage", RunStatus.APPLIED);

        assertThat(ids(admin.download(EXPORT + "?" + query))).containsExactly(run.value());
        assertThat(admin.get("/api/v2/admin/runs?" + query).ids()).containsExactly(run.value());
    }

    @ParameterizedTest
    @CsvSource({
        "format=xlsx,format",
        "sort=status,sort",
        "filter[from]=today,filter[from]",
        "filter[status_group]=odd,filter[status_group]",
        "page[size]=5,page[size]",
        "include=workspace,include"
    })
    void leavesNoTraceOfWhatIsRefused(String query, String parameter) {
        String newest = admin.get(EVENTS).ids().getFirst();

        Answer answer = admin.download(EXPORT + "?" + query);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.text("/errors/0/source/parameter")).isEqualTo(parameter);
        assertThat(admin.get(EVENTS).ids().getFirst()).isEqualTo(newest);
    }

    @Test
    void leavesNoTraceOfHead() {
        String newest = admin.get(EVENTS).ids().getFirst();

        Answer answer = admin.send("HEAD", EXPORT + "?format=csv", BodyPublishers.noBody());

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Content-Type")).startsWith("text/csv");
        assertThat(admin.get(EVENTS).ids().getFirst()).isEqualTo(newest);
    }

    @Test
    void isForSiteAdminsAndSupportWhoseTokensReachEverything() {
        for (Api client : List.of(user, runner, as(box.restricted(Role.SUPPORT, "acme")))) {
            assertThat(client.download(EXPORT).status()).isEqualTo(404);
            assertThat(client.send("HEAD", EXPORT, BodyPublishers.noBody()).status())
                    .isEqualTo(404);
        }
    }

    private static List<String> ids(Answer answer) {
        return rows(answer).stream().map(row -> row.path("id").stringValue()).toList();
    }

    private static List<JsonNode> rows(Answer answer) {
        return answer.bodyText().lines().map(JsonMapper.shared()::readTree).toList();
    }
}
