package dev.signalbox.app.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

class RunsListTest extends ClientFixture {

    private static final String HOSTILE = "\\u001b[31mred\\u009b2J\\u202egnp.exe\\nnext";

    @Test
    void showsPeopleATableAndTheCountsBelow() {
        answer(page(null, 1, resource(RUN, "applying", "\"signalbox-attention\": {\"sentence\": \"no output\"}")));

        var ran = run("runs", "list");

        assertThat(ran.code()).as(ran.err()).isZero();
        var lines = ran.out().lines().toList();
        assertThat(lines.get(0)).startsWith("RUN ").contains("STATUS", "FOR", "WORKSPACE", "CREATED");
        assertThat(lines.get(1))
                .startsWith(RUN + "  applying")
                .contains("acme/network", "2026-11-24T05:52:15Z", "no output");
        assertThat(lines.getLast()).isEqualTo("2 planned_and_finished, 1 applying; in all 3");
    }

    @Test
    void saysThatNoneIsFound() {
        answer(page(null, 0));

        assertThat(run("runs", "list").out().lines()).contains("None is found.");
    }

    @Test
    void sendsEveryFilterAsTheApiNamesIt() {
        answer(page(null, 0));

        run(("runs list --status planning,applying --group active -q a&b --organization acme --workspace net"
                        + " --from 2026-11-24T05:52:16+01:00 --to 2026-11-25T00:00:00Z --sort created-at --limit 7")
                .split(" "));

        assertThat(api.asked())
                .containsExactly("GET /api/v2/admin/runs?filter%5Bstatus%5D=planning%2Capplying"
                        + "&filter%5Bstatus_group%5D=active&q=a%26b&filter%5Borganization%5D=acme"
                        + "&filter%5Bworkspace%5D=net&filter%5Bfrom%5D=2026-11-24T05%3A52%3A16%2B01%3A00"
                        + "&filter%5Bto%5D=2026-11-25T00%3A00%3A00Z&sort=created-at&include=workspace"
                        + "&page%5Bsize%5D=7");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "runs list --organization",
                "runs list --workspace",
                "runs list -q",
                "runs list --group",
                "runs list --status",
                "runs list --sort",
                "runs list --from",
                "runs watch --group",
                "bulk outcomes be-1 --outcome",
                "audit list --actor",
                "audit list --action",
                "audit list --organization",
                "audit list --workspace",
                "audit list --run",
                "audit export --organization"
            })
    void takesNoBlankForAFilter(String command) {
        for (var blank : List.of("", " ", "\u00a0\t")) {
            var arguments = Stream.concat(Stream.of(command.split(" ")), Stream.of(blank));

            assertThat(run(arguments.toArray(String[]::new)).code()).as(command).isEqualTo(2);
        }
        assertThat(api.asked()).isEmpty();
    }

    @Test
    void followsTheLinksButNeverToAnotherServer() {
        answer(page(
                "https://elsewhere.example/api/v2/admin/runs?page%5Bnumber%5D=2",
                3, resource("run-1", "applying", ""), resource("run-2", "applying", "")));
        answer(page(null, 3, resource("run-2", "applying", ""), resource("run-3", "applied", "")));

        var ran = run("runs", "list", "--all", "--json");

        var list = JsonMapper.shared().readTree(ran.out());
        assertThat(list.valueStream().map(run -> run.path("id").asString())).containsExactly("run-1", "run-2", "run-3");
        assertThat(list.at("/0/meta/organization").asString()).isEqualTo("acme");
        assertThat(list.at("/0/meta/workspace").asString()).isEqualTo("network");
        assertThat(api.asked().getLast()).startsWith("GET /api/v2/admin/runs?");
    }

    @ParameterizedTest
    @CsvSource({"-created-at, to", "created-at, from"})
    void goesOnFromTheTimeAtWhichAPageEnded(String sort, String bound) {
        answer(page("http://x/?page%5Bnumber%5D=2", 3, at("run-1", "15.498"), at("run-2", "16.001")));
        answer(page("http://x/?page%5Bnumber%5D=2", 3, at("run-2", "16.001"), at("run-3", "16.001")));
        answer(page("http://x/?page%5Bnumber%5D=3", 3, at("run-4", "16.001"), at("run-5", "17.000")));
        answer(page(null, 3, at("run-5", "17.000"), at("run-6", "18.000")));

        var ran = run("runs", "list", "--all", "--json", "--status", "pending", "--sort", sort);

        assertThat(JsonMapper.shared()
                        .readTree(ran.out())
                        .valueStream()
                        .map(one -> one.path("id").asString()))
                .containsExactly("run-1", "run-2", "run-3", "run-4", "run-5", "run-6");
        var asked = "GET /api/v2/admin/runs?filter%5Bstatus%5D=pending&sort=" + sort
                + "&include=workspace&page%5Bsize%5D=100";
        var from = "&filter%5B" + bound + "%5D=2026-11-24T05%3A52%3A";
        assertThat(api.asked())
                .containsExactly(
                        asked,
                        asked + from + "16.001Z",
                        asked + from + "16.001Z&page%5Bnumber%5D=2",
                        asked + from + "17.000Z");
    }

    private static String at(String id, String second) {
        return resource(id, "pending", "").replace("T05:52:15.498Z", "T05:52:" + second + "Z");
    }

    @Test
    void stopsAtItsLimitAndSaysThatThereIsMore() {
        answer(page("http://x/?page%5Bnumber%5D=2", 40, resource("run-1", "applying", "")));

        var ran = run("runs", "list", "--limit", "1");

        assertThat(ran.out()).contains("Shown are 1 of 40; --all shows all.");
        assertThat(api.asked()).hasSize(1);
    }

    @Test
    void leavesAnArrayThatIsNoJsonWhenAPageIsMissing() {
        answer(page("http://x/?page%5Bnumber%5D=2", 2, resource("run-1", "applying", "")));
        api.answers(500, "{}");

        var ran = run("runs", "list", "--all", "--json");

        assertThat(ran.code()).isEqualTo(4);
        assertThat(ran.out()).startsWith("[").doesNotContain("]\n").doesNotEndWith("]");
    }

    @Test
    void doesNotFollowPagesThatLeadInCircles() {
        answer(page("http://x/?page%5Bnumber%5D=2", 2, resource("run-1", "applying", "")));

        var ran = run("runs", "list", "--all");

        assertThat(ran.code()).isEqualTo(4);
        assertThat(ran.err()).contains("lead in circles");
        assertThat(api.asked()).hasSize(3);
    }

    @Test
    void saysWhatTheServerDoesNotTell() {
        answer("{\"data\": [{\"id\": \"run-1\", \"attributes\": []}, 7, null]}");

        var ran = run("runs", "list");

        assertThat(ran.code()).as(ran.err()).isZero();
        assertThat(ran.out()).contains("run-1", "unknown", "none; in all unknown");
    }

    @Test
    void letsNoTextOfTheServersCommandTheTerminal() {
        look = new Look(true, true, 120, 24);
        var hostile = "\"signalbox-attention\": {\"sentence\": \"" + HOSTILE + "\"}, \"message\": \"" + HOSTILE + "\"";
        answer(page(null, 1, resource(RUN, HOSTILE, hostile)));
        assertHarmless(run("runs", "list"));

        api.close();
        try (var other = new StubApi()) {
            environment.put("SIGNALBOX_URL", other.url());
            other.answers(document(
                    HOSTILE,
                    hostile + ", \"signalbox-evidence\": {\"host\": \"" + HOSTILE
                            + "\", \"last-lines\": [\"" + HOSTILE
                            + "\"]}, \"signalbox-reports\": [{\"event\": \"withdrawn\", \"reason\": \""
                            + HOSTILE + "\"}]"));
            assertHarmless(run("runs", "show", RUN));
            assertThat(run("runs", "show", RUN, "--json").out().strip())
                    .isPrintable()
                    .matches("\\p{ASCII}*");
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static void assertHarmless(Ran ran) {
        assertThat(ran.code()).as(ran.err()).isZero();
        var withoutOurColours = ran.out().replaceAll("\u001b\\[(0|1|3[1-6])m", "");
        assertThat(withoutOurColours).contains("gnp.exe").doesNotContain("\u001b", "\u009b", "\u202e");
        assertThat(ran.out()).doesNotContain("\u001b[31mred");
    }

    @Test
    void letsNoRefusalCommandTheTerminal() {
        api.answers(404, "{\"errors\": [{\"detail\": \"" + HOSTILE + "\"}]}");

        assertThat(run("runs", "show", RUN).err()).contains("gnp.exe").doesNotContain("\u001b", "\u009b", "\u202e");
    }

    @Test
    void fitsTheTerminal() {
        look = new Look(true, false, 60, 24);
        answer(page(
                null,
                1,
                resource(
                        RUN,
                        "applying",
                        "\"signalbox-attention\": {\"sentence\": \""
                                + "no output for 47 min, limit 15; last line: Still creating".repeat(3) + "\"}")));

        assertThat(run("runs", "list").out().lines().filter(line -> line.startsWith("R") || line.startsWith("r")))
                .hasSize(2)
                .allMatch(line -> Text.width(line) <= 60);
    }

    @Test
    void paintsOnlyWhereThereAreColours() {
        answer(page(null, 1, resource(RUN, "applying", "")));
        assertThat(run("runs", "list").out()).doesNotContain("\u001b");

        look = new Look(true, true, 200, 24);
        assertThat(run("runs", "list").out()).contains("\u001b[36mapplying\u001b[0m");
    }
}
