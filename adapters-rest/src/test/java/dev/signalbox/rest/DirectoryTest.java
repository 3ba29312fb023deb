package dev.signalbox.rest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.domain.access.Role;
import dev.signalbox.domain.run.RunId;
import dev.signalbox.domain.run.RunStatus;
import dev.signalbox.rest.testing.Answer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DirectoryTest extends RestTest {

    private static String organization(String attributes) {
        return "{\"data\":{\"type\":\"organizations\",\"attributes\":" + attributes + "}}";
    }

    private static String workspace(String attributes) {
        return "{\"data\":{\"type\":\"workspaces\",\"attributes\":" + attributes + "}}";
    }

    @Test
    void createsAnOrganizationWhoseIdIsItsName() {
        Answer created =
                admin.post("/api/v2/organizations", organization("{\"name\":\"acme\",\"email\":\"ops@acme.example\"}"));
        assertThat(created.status()).isEqualTo(201);
        assertThat(created.text("/data/id")).isEqualTo("acme");
        assertThat(created.text("/data/attributes/email")).isEqualTo("ops@acme.example");
        assertThat(created.header("Location")).isEqualTo("/api/v2/organizations/acme");
        assertThat(user.get("/api/v2/organizations/ACME").text("/data/id")).isEqualTo("acme");
        assertThat(user.get("/api/v2/organizations").ids()).containsExactly("acme");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {}                                  | /data/attributes/name
            {"name":null}                       | /data/attributes/name
            {"name":""}                         | /data/attributes/name
            {"name":"a b"}                      | /data/attributes/name
            {"name":"\\u0000"}                  | /data/attributes/name
            {"name":["a"]}                      | /data/attributes/name
            {"name":"Acme"}                     | /data/attributes/name
            {"name":"new","email":""}           | /data/attributes/email
            {"name":"new","email":"a\\nb"}      | /data/attributes/email
            {"name":"new","email":1}            | /data/attributes/email
            """)
    void refusesABadOrganization(String attributes, String pointer) {
        box.workspace("acme", "network");
        Answer answer = admin.post("/api/v2/organizations", organization(attributes));
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.text("/errors/0/source/pointer")).isEqualTo(pointer);
    }

    @Test
    void leavesOrganizationsToSiteAdmins() {
        for (var client : java.util.List.of(user, runner, support)) {
            assertThat(client.post("/api/v2/organizations", organization("{\"name\":\"mine\"}"))
                            .status())
                    .isEqualTo(404);
        }
    }

    @Test
    void createsAWorkspace() {
        box.workspace("acme", "network");
        Answer created = user.post(
                "/api/v2/organizations/acme/workspaces",
                workspace("{\"name\":\"database\",\"vcs-repo\":{\"identifier\":\"acme/database\",\"branch\":\"\"}}"));
        assertThat(created.status()).isEqualTo(201);
        assertThat(created.text("/data/id")).startsWith("ws-");
        assertThat(created.text("/data/attributes/vcs-repo/identifier")).isEqualTo("acme/database");
        assertThat(created.at("/data/attributes/permissions/can-queue-run").booleanValue())
                .isTrue();
        assertThat(created.header("Location")).isEqualTo(created.text("/data/links/self"));
        assertThat(user.get(created.text("/data/links/self")).text("/data/id")).isEqualTo(created.text("/data/id"));
        assertThat(user.get("/api/v2/workspaces/" + created.text("/data/id")).text("/data/attributes/name"))
                .isEqualTo("database");
        assertThat(user.get("/api/v2/organizations/acme/workspaces?page[size]=1")
                        .ids())
                .containsExactly(created.text("/data/id"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {}                                               | /data/attributes/name
            {"name":"NETWORK"}                               | /data/attributes/name
            {"name":"a/b"}                                   | /data/attributes/name
            {"name":"new","vcs-repo":"a/b"}                  | /data/attributes/vcs-repo
            {"name":"new","vcs-repo":{"identifier":7}}       | /data/attributes/vcs-repo/identifier
            {"name":"new","vcs-repo":{"identifier":" "}}     | /data/attributes/vcs-repo/identifier
            """)
    void refusesABadWorkspace(String attributes, String pointer) {
        box.workspace("acme", "network");
        Answer answer = user.post("/api/v2/organizations/acme/workspaces", workspace(attributes));
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.text("/errors/0/source/pointer")).isEqualTo(pointer);
    }

    @Test
    void listsOnlyWhatTheTokenReaches() {
        box.workspace("acme", "network");
        assertThat(as(box.restricted(Role.USER, "other"))
                        .get("/api/v2/organizations")
                        .ids())
                .containsExactly("other");
    }

    @Test
    void releasesAHeldWorkspaceWithAReason() {
        RunId run = box.bring("acme", "network", RunStatus.APPLYING);
        admin.post("/api/v2/admin/runs/" + run + "/actions/cancel");
        String path = "/api/v2/workspaces/" + box.workspace("acme", "network").id() + "/actions/release";
        assertThat(admin.post(path).text("/errors/0/source/pointer")).isEqualTo("/reason");
        assertThat(admin.post(path, "{\"reason\":\" \"}").status()).isEqualTo(422);
        assertThat(admin.post(path, "{\"reason\":\"" + "x".repeat(10_001) + "\"}")
                        .text("/errors/0/source/pointer"))
                .isEqualTo("/reason");
        for (var client : java.util.List.of(user, runner, support)) {
            assertThat(client.post(path, "{\"reason\":\"mine\"}").status()).isEqualTo(404);
        }
        Answer released = admin.post(path, "{\"reason\":\"the machine is off\"}");
        assertThat(released.status()).isEqualTo(200);
        assertThat(released.text("/data/type")).isEqualTo("workspaces");
        assertThat(user.get("/api/v2/runs/" + run).text("/data/attributes/signalbox-ending/stage"))
                .isEqualTo("released");
        Answer again = admin.post(path, "{\"reason\":\"again\"}");
        assertThat(again.status()).isEqualTo(409);
        assertThat(again.text("/errors/0/code")).isEqualTo("nothing_held");
    }
}
