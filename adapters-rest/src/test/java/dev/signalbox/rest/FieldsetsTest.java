package dev.signalbox.rest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.domain.run.RunId;
import dev.signalbox.rest.testing.Answer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class FieldsetsTest extends RestTest {

    private static final String LIST = "/api/v2/admin/runs";

    private RunId run;

    @BeforeEach
    void submit() {
        run = box.submit("acme", "network");
    }

    @Test
    void showsOnlyWhatIsAskedForOfAType() {
        Answer list = admin.get(LIST + "?fields[runs]=created-at,%20workspace&include=workspace.organization"
                + "&fields[organizations]=email");

        assertThat(list.at("/data/0").propertyNames())
                .containsExactly("id", "type", "attributes", "relationships", "links");
        assertThat(list.at("/data/0/attributes").propertyNames()).containsExactly("created-at");
        assertThat(list.at("/data/0/relationships").propertyNames()).containsExactly("workspace");
        assertThat(list.at("/included/0/attributes").propertyNames()).contains("name", "locked");
        assertThat(list.at("/included/1/attributes").propertyNames()).containsExactly("email");
        assertThat(list.at("/included/1").has("relationships")).isFalse();
        assertThat(list.text("/links/self")).contains("fields%5Bruns%5D=created-at%2C%20workspace");
        assertThat(list.at("/meta/pagination/total-count").intValue()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ",", "nothing-like-that", "id", "type"})
    void showsNoFieldWhereNoneIsAskedFor(String fields) {
        JsonNode shown = admin.get(LIST + "?fields[runs]=" + fields).at("/data/0");

        assertThat(shown.propertyNames()).containsExactly("id", "type", "links");
        assertThat(shown.path("id").stringValue()).isEqualTo(run.value());
    }

    @Test
    void includesAlsoWhatNoRelationshipLeadsToAnyMore() {
        Answer list = admin.download(LIST + "?include=workspace&fields[runs]=status");

        JsonNode document = JsonMapper.shared().readTree(list.bodyText());
        assertThat(document.at("/included/0/type").stringValue()).isEqualTo("workspaces");
    }

    @ParameterizedTest
    @CsvSource({
        "/api/v2/runs/RUN,runs,status",
        "/api/v2/runs/RUN?include=workspace,workspaces,name",
        "/api/v2/workspaces/WORKSPACE/runs,runs,message",
        "/api/v2/workspaces/WORKSPACE,workspaces,locked",
        "/api/v2/organizations/acme/workspaces,workspaces,name",
        "/api/v2/organizations/acme/workspaces/network,workspaces,permissions",
        "/api/v2/organizations,organizations,name",
        "/api/v2/organizations/acme,organizations,email",
        "/api/v2/account/details,users,username",
        "/api/v2/users/USER,users,username",
        "/api/v2/admin/runs?include=workspace.organization.owners,users,username",
    })
    void worksWhereverSuchAResourceIsAnswered(String path, String type, String field) {
        String filled = path.replace("RUN", run.value())
                .replace("WORKSPACE", box.seen(run).workspace().id().value())
                .replace("USER", box.user().account().orElseThrow().value());

        Answer answer = admin.get(filled + (path.contains("?") ? "&" : "?") + "fields[" + type + "]=" + field)
                .expect(200);

        assertThat(answer.document().findParents("type").stream()
                        .filter(resource -> resource.path("type").stringValue().equals(type))
                        .filter(resource -> resource.has("links")))
                .isNotEmpty()
                .allSatisfy(resource ->
                        assertThat(resource.path("attributes").propertyNames()).containsExactly(field));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                LIST + "?fields[plans]=status",
                LIST + "?fields[run]=status",
                LIST + "?fields[]=status",
                LIST + "?fields=status",
                LIST + "?fields[runs]=status&fields[runs]=message",
                "/api/v2/organizations?fields[runs]=status",
                "/api/v2/admin/runs/export?fields[runs]=status",
            })
    void refusesTypesThatTheRouteHasNot(String path) {
        Answer refused = admin.get(path).expect(400);

        assertThat(refused.text("/errors/0/source/parameter"))
                .isEqualTo(path.substring(path.indexOf('?') + 1, path.indexOf('=')));
    }
}
