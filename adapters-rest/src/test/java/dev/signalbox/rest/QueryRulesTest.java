package dev.signalbox.rest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.rest.testing.Answer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class QueryRulesTest extends RestTest {

    private static final String LIST = "/api/v2/admin/runs?";

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            page[number]=0                     | page[number]
            page[number]=-1                    | page[number]
            page[number]=1.5                   | page[number]
            page[number]=one                   | page[number]
            page[number]=                      | page[number]
            page[number]                       | page[number]
            page[number]=+1                    | page[number]
            page[number]=%D9%A1                | page[number]
            page[number]=1000000000000000000   | page[number]
            page[number]=1&page[number]=2      | page[number]
            page%5Bnumber%5D=1&page[number]=1  | page[number]
            page[size]=0                       | page[size]
            page[size]=-20                     | page[size]
            page[size]=all                     | page[size]
            page[size]=99999999999999999999999 | page[size]
            page[offset]=1                     | page[offset]
            filter[status]=a&filter[status]=b  | filter[status]
            filter[name]=x                     | filter[name]
            filter=pending                     | filter
            fields[plans]=status               | fields[plans]
            query=x                            | query
            Q=x                                | Q
            =x                                 | ''
            q=a&q=b                            | q
            q=%00                              | q
            q=a%0Ab                            | q
            q=%C3%28                           | q
            q=%ED%A0%80                        | q
            """)
    void blamesTheParameter(String query, String parameter) {
        box.submit("acme", "network");
        Answer answer = admin.get(LIST + query);
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.text("/errors/0/code")).isEqualTo("invalid_parameter");
        assertThat(answer.text("/errors/0/source/parameter")).isEqualTo(parameter);
    }

    @ParameterizedTest
    @CsvSource({"q=%,q", "q=%4,q", "q=%zz,q", "%zz=1,%zz", "q=a%,q", "page%5Bnumber%5=1,page%5Bnumber%5"})
    void refusesABrokenEncoding(String query, String parameter) throws Exception {
        RawHttp answer = raw(query);
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.document().at("/errors/0/source/parameter").stringValue())
                .isEqualTo(parameter);
    }

    @Test
    void readsRawBracketsAndNeedlessAmpersands() throws Exception {
        box.submit("acme", "network");
        RawHttp answer = raw("&page[number]=1&&page[size]=1&filter[status]=pending&");
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.document().at("/data")).hasSize(1);
    }

    @Test
    void refusesASearchThatIsTooLong() {
        assertThat(admin.get(LIST + "q=" + "x".repeat(1_000)).status()).isEqualTo(200);
        assertThat(admin.get(LIST + "q=%20" + "%F0%9F%9A%82".repeat(500) + "%20")
                        .status())
                .isEqualTo(200);
        Answer answer = admin.get(LIST + "q=" + "x".repeat(1_001));
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.text("/errors/0/source/parameter")).isEqualTo("q");
    }

    @ParameterizedTest
    @ValueSource(strings = {"runs", "workspace,", ",", "workspace.owners", "workspace%20", "Workspace", "plan"})
    void refusesAnUnknownInclude(String include) {
        Answer answer = admin.get(LIST + "include=" + include);
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.text("/errors/0/title")).isEqualTo("Invalid include parameter");
        assertThat(answer.text("/errors/0/source/parameter")).isEqualTo("include");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v2/ping",
                "/api/v2/organizations",
                "/api/v2/organizations/acme",
                "/api/v2/organizations/acme/workspaces",
                "/api/v2/organizations/acme/workspaces/network"
            })
    void refusesUnknownParametersOnEveryRoute(String path) {
        box.submit("acme", "network");
        assertThat(user.get(path).status()).isEqualTo(200);
        Answer answer = user.get(path + "?nonsense=1");
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.text("/errors/0/source/parameter")).isEqualTo("nonsense");
    }

    @Test
    void refusesThemOnActionsTooAndChangesNothing() {
        var run = box.submit("acme", "network");
        assertThat(admin.post("/api/v2/admin/runs/" + run + "/actions/cancel?nonsense=1")
                        .status())
                .isEqualTo(400);
        assertThat(box.seen(run).run().status().isFinal()).isFalse();
    }

    private RawHttp raw(String query) throws Exception {
        return RawHttp.send(
                port,
                "GET " + LIST + query + " HTTP/1.1\r\nHost: 127.0.0.1:" + port + "\r\nAuthorization: Bearer "
                        + box.token(box.admin()) + "\r\n\r\n");
    }
}
