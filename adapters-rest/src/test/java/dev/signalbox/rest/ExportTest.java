package dev.signalbox.rest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.rest.testing.Answer;
import java.io.InputStream;
import java.net.Socket;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What holds for every export, tried with one of numbers. */
class ExportTest extends RestTest {

    private static final String NUMBERS = "/api/tests/numbers";

    @Test
    void writesAnObjectALineUnlessAskedOtherwise() {
        Answer answer = admin.download(NUMBERS);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Content-Type")).isEqualTo("application/x-ndjson");
        assertThat(answer.header("Content-Disposition")).isEqualTo("attachment; filename=\"numbers.ndjson\"");
        assertThat(answer.header("Vary")).isEqualTo("Accept");
        assertThat(answer.bodyText()).isEqualTo("""
                        {"number":1,"word":"=1"}
                        {"number":2,"word":"=2"}
                        {"number":3,"word":"=3"}
                        """);
    }

    @Test
    void writesCsvWithAHeaderRow() {
        Answer answer = admin.download(NUMBERS + "?format=csv");

        assertThat(answer.header("Content-Type")).isEqualTo("text/csv;header=present;charset=UTF-8");
        assertThat(answer.header("Content-Disposition")).isEqualTo("attachment; filename=\"numbers.csv\"");
        assertThat(answer.bodyText()).isEqualTo("\"number\",\"word\"\r\n1,\"'=1\"\r\n2,\"'=2\"\r\n3,\"'=3\"\r\n");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            text/csv                                      |              | text/csv
            application/x-ndjson                          |              | application/x-ndjson
            application/x-ndjson, text/csv                |              | application/x-ndjson
            application/x-ndjson;q=0.5, TEXT/CSV;q=0.6    |              | text/csv
            text/csv;q=0                                  |              | application/x-ndjson
            application/json                              |              | application/x-ndjson
            application/json, text/csv;q=0.1, */*         |              | text/csv
            */*                                           |              | application/x-ndjson
            nonsense                                      |              | application/x-ndjson
            application/vnd.api+json                      |              | application/x-ndjson
            text/csv                                      | ?format=ndjson | application/x-ndjson
            application/x-ndjson                          | ?format=csv  | text/csv
            """)
    void choosesTheFormat(String accept, String query, String type) {
        Answer answer = admin.download(NUMBERS + (query == null ? "" : query), "Accept", accept);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Content-Type")).startsWith(type);
    }

    @ParameterizedTest
    @CsvSource({"''", "CSV", "xlsx", "'csv '"})
    void refusesAnUnknownFormat(String format) {
        Answer answer = admin.download(NUMBERS + "?format=" + format.replace(" ", "%20"));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.text("/errors/0/source/parameter")).isEqualTo("format");
        assertThat(answer.text("/errors/0/detail")).isEqualTo("format must be ndjson or csv.");
    }

    @Test
    void answersHeadWithTheHeadersAlone() {
        Answer answer = admin.send("HEAD", NUMBERS + "?format=csv", BodyPublishers.noBody());

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Content-Type")).startsWith("text/csv");
        assertThat(answer.body()).isEmpty();
    }

    @Test
    void refusesInADocumentWhatFailsBeforeTheFirstRow() {
        Answer answer = admin.download(NUMBERS + "?fail=1");

        assertThat(answer.status()).isEqualTo(500);
        assertThat(answer.header("Content-Disposition")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"csv", "ndjson"})
    void breaksTheConnectionOffWhereItFailsInTheMiddle(String format) throws Exception {
        try (Socket socket = ask("end=1000&fail=950&format=" + format)) {
            String received = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

            assertThat(received).startsWith("HTTP/1.1 200").contains("Transfer-Encoding: chunked");
            assertThat(received).doesNotEndWith("\r\n0\r\n\r\n");
            assertThat(received.toLowerCase(Locale.ROOT)).doesNotContain("error", "exception", "html");
            assertThat(received).contains("=900").doesNotContain("=901");
        }
    }

    @Test
    void endsAWholeOneAsHttpDoes() throws Exception {
        try (Socket socket = ask("end=1000")) {
            assertThat(new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                    .endsWith("\r\n0\r\n\r\n");
        }
    }

    @Test
    void stopsOnceTheClientHasHungUp() throws Exception {
        try (Socket socket = ask("end=9999999999")) {
            InputStream in = socket.getInputStream();
            assertThat(in.readNBytes(1_000)).hasSize(1_000);
        }
        long before = -1;
        for (int i = 0; i < 100 && before != NumbersController.written; i++) {
            before = NumbersController.written;
            Thread.sleep(100);
        }
        assertThat(NumbersController.written).isEqualTo(before).isPositive();
    }

    private Socket ask(String query) throws Exception {
        Socket socket = new Socket("127.0.0.1", port);
        socket.setSoTimeout(10_000);
        String request = "GET " + NUMBERS + "?" + query + " HTTP/1.1\r\nHost: 127.0.0.1:" + port
                + "\r\nAccept: text/html, application/json\r\nConnection: close\r\nAuthorization: Bearer "
                + box.token(box.admin()) + "\r\n\r\n";
        socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
        return socket;
    }
}
