package dev.signalbox.rest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.domain.access.Role;
import dev.signalbox.domain.run.RunId;
import dev.signalbox.domain.run.RunStatus;
import dev.signalbox.rest.testing.Answer;
import dev.signalbox.rest.testing.Api;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

class AuditExportTest extends RestTest {

    private static final String EVENTS = "/api/signalbox/v1/admin/audit-events";

    @Test
    void givesEveryEventOnceAndSaysWhoTookThem() {
        for (int i = 0; i < 600; i++) {
            box.workspace("acme", "network-" + i);
        }

        Answer answer = support.download(EVENTS + "/export");

        assertThat(answer.header("Content-Disposition")).isEqualTo("attachment; filename=\"audit-events.ndjson\"");
        List<String> ids = answer.bodyText()
                .lines()
                .map(line -> JsonMapper.shared().readTree(line).path("id").stringValue())
                .toList();
        assertThat(ids).hasSizeGreaterThan(600).doesNotHaveDuplicates();
        Answer newest = support.get(EVENTS + "?page[size]=2").expect(200);
        assertThat(newest.ids()).isEqualTo(ids.subList(0, 2));
        assertThat(newest.text("/data/0/attributes/action")).isEqualTo("audit-exported");
        assertThat(newest.text("/data/0/attributes/actor")).isEqualTo("support-bot");
        assertThat(newest.text("/data/0/attributes/subject")).isEqualTo("ndjson");
    }

    @Test
    void filtersAndWritesCsvThatNoSpreadsheetCarriesOut() {
        RunId run = box.bring("acme", "network", RunStatus.APPLYING);
        box.bring("acme", "other", RunStatus.APPLYING);
        admin.post("/api/v2/admin/runs/" + run + "/actions/cancel", "{\"comment\":\"=1+1, \\\"now\\\"\"}")
                .expect(200);

        List<String> lines = admin.download(
                        EVENTS + "/export?format=csv&filter[run]=" + run + "&filter[action]=run-forced-to-errored")
                .bodyText()
                .replace("\"", "")
                .lines()
                .toList();

        assertThat(lines).hasSize(2);
        assertThat(lines.getFirst())
                .isEqualTo("id,created-at,action,actor,actor-id,role,token-id,token-organizations,"
                        + "address,request-id,organization,workspace,run-id,subject,from,to,reason");
        assertThat(lines.getLast())
                .contains(",run-forced-to-errored,admin-bot,")
                .endsWith(",acme,network," + run + ",,applying,errored,'=1+1, now");
    }

    @ParameterizedTest
    @CsvSource({
        "format=xlsx,format",
        "filter[action]=run-eaten,filter[action]",
        "filter[from]=today,filter[from]",
        "page[size]=5,page[size]"
    })
    void leavesNoTraceOfWhatIsRefused(String query, String parameter) {
        String newest = admin.get(EVENTS).ids().getFirst();

        Answer answer = admin.download(EVENTS + "/export?" + query);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.text("/errors/0/source/parameter")).isEqualTo(parameter);
        assertThat(admin.get(EVENTS).ids().getFirst()).isEqualTo(newest);
    }

    @Test
    void leavesNoTraceOfHead() {
        String newest = admin.get(EVENTS).ids().getFirst();

        Answer answer = admin.send("HEAD", EVENTS + "/export?format=csv", BodyPublishers.noBody());

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Content-Type")).startsWith("text/csv");
        assertThat(admin.get(EVENTS).ids().getFirst()).isEqualTo(newest);
    }

    @Test
    void isForSiteAdminsAndSupportWhoseTokensReachEverything() {
        for (Api client : List.of(user, runner, as(box.restricted(Role.SUPPORT, "acme")))) {
            assertThat(client.download(EVENTS + "/export").status()).isEqualTo(404);
            assertThat(client.send("HEAD", EVENTS + "/export", BodyPublishers.noBody())
                            .status())
                    .isEqualTo(404);
        }
    }
}
