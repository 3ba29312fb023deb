package dev.signalbox.rest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.domain.run.RunId;
import dev.signalbox.domain.run.RunStatus;
import dev.signalbox.rest.testing.Answer;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AdminRunsFilterTest extends RestTest {

    private static final String LIST = "/api/v2/admin/runs?";

    @Test
    void takesBothEndsOfAWindowIn() {
        Instant at = box.clock().instant().truncatedTo(ChronoUnit.MILLIS);
        RunId run = box.submit("acme", "network");
        box.clock().advance(Duration.ofSeconds(1));
        box.submit("acme", "network");
        String offset = DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(at.atOffset(ZoneOffset.ofHours(5)));

        for (String end : List.of(at.toString(), offset, offset.replace("+", "%2B"), offset.replace("+", "%20"))) {
            Answer list = admin.get(LIST + "filter[from]=" + end + "&filter[to]=" + end);
            assertThat(list.ids()).containsExactly(run.value());
            assertThat(list.at("/meta/status-counts/total").intValue()).isEqualTo(1);
        }
        assertThat(admin.get(LIST + "filter[from]=" + at.plusMillis(1)).ids()).hasSize(1);
        assertThat(admin.get(LIST + "filter[to]=" + at.minusMillis(1)).ids()).isEmpty();
    }

    @Test
    void findsNothingFromAfterTo() {
        box.submit("acme", "network");

        Answer list = admin.get(LIST + "filter[from]=2030-01-01T00:00:00Z&filter[to]=2020-01-01T00:00:00Z");

        assertThat(list.status()).isEqualTo(200);
        assertThat(list.ids()).isEmpty();
        assertThat(list.at("/meta/status-counts/total").intValue()).isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0000-01-01T00:00:00Z",
                "2020-02-29t23:59:59.123456789123z",
                "2016-12-31T23:59:60Z",
                "2017-01-01T00:59:60.5+01:00",
                "2016-12-31T18:29:60-05:30",
                "2020-01-01T00:00:00-23:59",
                "2020-01-01T00:00:00+23:59",
                "2020-01-01T00:00:00.1-00:00"
            })
    void readsWhatRfc3339Allows(String time) {
        box.submit("acme", "network");

        assertThat(admin.get(LIST + "filter[from]=" + time).ids()).hasSize(1);
        assertThat(admin.get(LIST + "filter[to]=" + time).ids()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "yesterday",
                "2020-01-01",
                "2020-01-01T00:00:00",
                "2020-01-01T00:00Z",
                "2020-01-01T00:00:007Z",
                "2016-12-31T23:59:61Z",
                "2020-01-01T10:15:60Z",
                "2020-01-01T23:58:60Z",
                "2020-01-01T23:59:60%2B01:00",
                "2021-02-29T00:00:00Z",
                "2020-13-01T00:00:00Z",
                "2020-01-01T24:00:00Z",
                "2020-01-01T00:00:00.Z",
                "2020-01-01T00:00:00+24:00",
                "2020-01-01T00:00:00+01",
                "2020-01-01T00:00:00+01:00:00",
                "%2B294277-01-01T00:00:00Z",
                "-4714-01-01T00:00:00Z",
                "20200-01-01T00:00:00Z",
                "infinity",
                "%D9%A2020-01-01T00:00:00Z",
                "2020-01-01T00:00:00Z%00",
                "1577836800"
            })
    void refusesWhatIsNoTime(String time) {
        for (String parameter : List.of("filter[from]", "filter[to]")) {
            Answer answer = admin.get(LIST + parameter + "=" + time);
            assertThat(answer.status()).isEqualTo(400);
            assertThat(answer.text("/errors/0/source/parameter")).isEqualTo(parameter);
        }
    }

    @Test
    void readsALeapSecondAsTheLastMillisecondBeforeIt() {
        box.clock().set(Instant.parse("2032-06-30T23:59:59.999Z"));
        RunId run = box.submit("acme", "network");
        box.clock().advance(Duration.ofMillis(1));
        box.submit("acme", "network");

        assertThat(admin.get(LIST + "filter[to]=2032-06-30T23:59:60Z&filter[from]=2032-06-30T23:59:60Z")
                        .ids())
                .containsExactly(run.value());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            filter[status_group]=non_final                                    | pending planning planned
            filter[status_group]=final                                        | applied
            filter[status_group]=discardable                                  | pending planned
            filter[status_group]=active                                       | planning
            filter[status_group]=waiting                                      | planned
            filter[status_group]=non_final&filter[status]=planned,applied     | planned
            filter[status_group]=final&filter[status]=planned                 |
            filter[status_group]=final&filter[status]=                        | applied
            """)
    void filtersByGroupAndStatus(String query, String found) {
        for (RunStatus status : List.of(RunStatus.APPLIED, RunStatus.PLANNED, RunStatus.PLANNING, RunStatus.PENDING)) {
            box.bring("acme", status.wireName(), status);
        }

        Answer list = admin.get(LIST + "sort=-created-at&" + query);

        assertThat(list.at("/data")
                        .valueStream()
                        .map(run -> run.at("/attributes/status").stringValue()))
                .containsExactlyInAnyOrder(found == null ? new String[0] : found.split(" "));
        assertThat(list.at("/meta/status-counts/total").intValue()).isEqualTo(4);
        assertThat(list.at("/meta/pagination/total-count").intValue())
                .isEqualTo(list.ids().size());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            filter[status_group]=        | filter[status_group]
            filter[status_group]=FINAL   | filter[status_group]
            filter[status_group]=a,final | filter[status_group]
            sort=                        | sort
            sort=created_at              | sort
            sort=-created-at,status      | sort
            sort=status                  | sort
            """)
    void refusesAnUnknownGroupOrOrder(String query, String parameter) {
        Answer answer = admin.get(LIST + query);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.text("/errors/0/source/parameter")).isEqualTo(parameter);
    }

    @Test
    void namesTheGroupsThatThereAre() {
        assertThat(admin.get(LIST + "filter[status_group]=mine").text("/errors/0/detail"))
                .isEqualTo(
                        "filter[status_group] must be one of non_final, final, discardable, active, waiting, needs_attention.");
    }

    @Test
    void listsTheOldestFirstIfAsked() {
        RunId first = box.submit("acme", "network");
        box.clock().advance(Duration.ofSeconds(1));
        RunId second = box.submit("acme", "network");

        assertThat(admin.get(LIST + "sort=created-at").ids()).containsExactly(first.value(), second.value());
        assertThat(admin.get(LIST + "sort=-created-at").ids()).containsExactly(second.value(), first.value());
        assertThat(admin.get(LIST + "sort=created-at&page[size]=1").text("/links/next"))
                .contains("sort=created-at");
    }

    @ParameterizedTest
    @CsvSource({
        "filter[organization]=ACME,                            2",
        "filter[organization]=acme&filter[workspace]=Network,  1",
        "filter[workspace]=network,                            2",
        "filter[organization]=acm,                             0",
        "filter[organization]=,                                3",
        "filter[workspace]=&filter[organization]=acme,         2",
        "filter[organization]=%00,                             0",
        "filter[workspace]=a/b,                                0",
        "q=acme&filter[workspace]=network,                     1",
    })
    void filtersByPlace(String query, int found) {
        box.submit("acme", "network");
        box.submit("acme", "storage");
        box.submit("beta", "network");

        Answer list = admin.get(LIST + query);

        assertThat(list.ids()).hasSize(found);
        assertThat(list.at("/meta/status-counts/total").intValue()).isEqualTo(found);
    }
}
