package dev.signalbox.app.client;

import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** Runs client commands against a stub, with pauses that take no time but are remembered. */
abstract class ClientFixture {

    static final String RUN = "run-VCsNJXa59eUza53R";

    private static final Look PIPE = new Look(false, false, Integer.MAX_VALUE, 24);

    StubApi api;
    final Map<String, String> environment = new HashMap<>();
    final List<Duration> pauses = new ArrayList<>();
    Look look = PIPE;
    /** Why the standard output takes no byte, if it does not. */
    Optional<String> broken = Optional.empty();

    Optional<String> typed = Optional.empty();
    Duration answerLimit = Duration.ofSeconds(20);

    /** What a command left behind. */
    record Ran(int code, String out, String err) {}

    @Command(name = "signalbox")
    static final class Root {}

    @BeforeEach
    void startServer() throws IOException {
        api = new StubApi();
        environment.put("SIGNALBOX_URL", api.url());
        environment.put("SIGNALBOX_TOKEN", "stub.token-1");
    }

    @AfterEach
    void stopServer() {
        api.close();
    }

    Ran run(String... arguments) {
        var out = new StringWriter();
        var err = new StringWriter();
        var bytes = new ByteArrayOutputStream();
        var text = broken.isEmpty() ? new PrintWriter(out) : new PrintWriter(output(bytes));
        var screen = new Screen(text, new PrintWriter(err), look);
        int code = commands(screen, bytes).setErr(new PrintWriter(err, true)).execute(arguments);
        return new Ran(code, out + bytes.toString(StandardCharsets.UTF_8), err.toString());
    }

    CommandLine commands(Screen screen, ByteArrayOutputStream bytes) {
        var questions = typed.map(text -> new BufferedReader(new StringReader(text)));
        var all = new CommandLine(new Root());
        ClientCommands.over(new ClientContext(environment, screen, output(bytes), questions, answerLimit, pauses::add))
                .forEach(all::addSubcommand);
        return all;
    }

    private OutputStream output(OutputStream bytes) {
        return broken.<OutputStream>map(problem -> new OutputStream() {
                    @Override
                    public void write(int one) throws IOException {
                        throw new IOException(problem);
                    }
                })
                .orElse(bytes);
    }

    /** A run of acme/network that has been in its status for three minutes. */
    static String resource(String id, String status, String furtherAttributes) {
        return """
                {"id": "%s", "type": "runs", "attributes": {"status": "%s", "has-changes": true,
                 "created-at": "2026-11-24T05:52:15.498Z",
                 "status-timestamps": {"%s-at": "2026-11-24T05:57:00+00:00"}%s},
                 "relationships": {"workspace": {"data": {"id": "ws-1", "type": "workspaces"}},
                  "plan": {"data": {"id": "plan-1", "type": "plans"}}},
                 "links": {"self": "/api/v2/runs/%s"}}""".formatted(
                id, status, status.replace('_', '-'), furtherAttributes.isEmpty() ? "" : ", " + furtherAttributes, id);
    }

    /** The document of one run. */
    static String document(String status, String furtherAttributes) {
        return "{\"data\": " + resource(RUN, status, furtherAttributes) + ", \"included\": " + INCLUDED + "}";
    }

    /** A page of a list. */
    static String page(String next, int total, String... resources) {
        return """
                {"data": [%s], "included": %s, "links": {"next": %s},
                 "meta": {"pagination": {"total-count": %d},
                  "status-counts": {"pending": 0, "planned-and-finished": 2, "applying": 1, "total": 3}}}""".formatted(String.join(",", resources), INCLUDED, next == null ? "null" : "\"" + next + "\"", total);
    }

    private static final String INCLUDED = """
            [{"id": "ws-1", "type": "workspaces", "attributes": {"name": "network"},
              "relationships": {"organization": {"data": {"id": "acme", "type": "organizations"}}}},
             {"id": "plan-1", "type": "plans", "attributes": {"status": "finished"}}]""";

    void answer(String json) {
        api.answers(json);
    }
}
