package dev.signalbox.app.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NarrowTerminalTest extends ClientFixture {

    private static final String ATTENTION = "\"signalbox-attention\": {\"sentence\": \"no output for 47 min\"}";
    private static final String BULK_END = """
            {"id": "be-VCsNJXa59eUza53R", "type": "bulk-ends", "attributes": {"state": "running", "end": "canceled",
             "requested-at": "2026-11-24T05:52:15.498Z", "requested-by": "ada", "reason": "the provider is down",
             "filter": "filter%5Bstatus%5D=pending", "counts": {"total": 50000, "waiting": 12345, "ended": 37655}}}""";
    private static final String EVENT = """
            {"id": "ae-1", "type": "audit-events", "attributes": {"created-at": "2026-11-24T05:52:15.498Z",
             "actor": "ada", "action": "run-forced-to-errored", "organization": "acme", "workspace": "network",
             "run-id": "run-VCsNJXa59eUza53R", "from": "planning", "to": "errored", "reason": "hangs"}}""";

    @ParameterizedTest
    @CsvSource({"runs, 20", "runs, 40", "bulk, 20", "bulk, 40", "audit, 20", "audit, 40"})
    void getsNoLineThatIsWiderThanItself(String command, int columns) {
        look = new Look(true, false, columns, 10);
        answer(page(
                "http://x/?page%5Bnumber%5D=2",
                40,
                switch (command) {
                    case "runs" -> resource(RUN, "planned_and_finished", ATTENTION);
                    case "bulk" -> BULK_END;
                    default -> EVENT;
                }));

        var ran = run(command, "list", "--limit", "1");

        assertThat(ran.code()).as(ran.err()).isZero();
        assertThat(ran.out().lines()).hasSizeGreaterThan(3).allMatch(line -> Text.width(line) <= columns);
    }

    @ParameterizedTest
    @ValueSource(ints = {40, 60, 80})
    void getsIdsThatCanBeCopied(int columns) {
        look = new Look(true, false, columns, 10);
        answer(page(null, 1, resource(RUN, "planned_and_finished", ATTENTION)));

        assertThat(run("runs", "list").out().lines().toList().get(1)).startsWith(RUN + "  planned");
    }

    @Test
    void getsAStatusBesideAnIdThatIsCut() {
        look = new Look(true, false, 20, 10);
        answer(page(null, 1, resource(RUN, "applying", ATTENTION)));

        assertThat(run("runs", "list").out().lines().toList().get(1)).isEqualTo("run-VCsNJ~  applying");
    }

    @Test
    void hasRoomForWhatIsDrawnOfAGroup() {
        look = new Look(true, false, 40, 10);
        var runs = IntStream.range(0, 30)
                .mapToObj(i -> resource("run-" + i, "planning", ""))
                .toArray(String[]::new);
        answer(page(null, 30, runs));
        api.answers(401, "{\"errors\": []}");

        var lines = run("runs", "watch", "--group", "active").out().lines().toList();

        assertThat(lines).hasSizeBetween(3, 9).allMatch(line -> Text.width(line) <= 40);
        assertThat(lines.getLast()).contains("active: 30");
    }

    @ParameterizedTest
    @ValueSource(ints = {20, 25, 40})
    void hasRoomForABulkEndThatIsFollowed(int columns) {
        var bulk = new BulkView(new Fields(Json.object(BULK_END).orElseThrow()));

        assertThat(BulkPage.lines(bulk, new Look(true, false, columns, 10)))
                .allMatch(line -> Text.width(line) <= columns);
    }

    @Test
    void isBelievedToBeAsLowAsItIs() {
        var seen = Look.around(Map.of("COLUMNS", "40", "LINES", "10"));

        assertThat(List.of(seen.columns(), seen.lines())).containsExactly(40, 10);
    }
}
