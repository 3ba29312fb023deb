package dev.signalbox.app.wrapper;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** A server that speaks the runner protocol for one workspace, and can be away or lose its answers. */
final class StubServer implements AutoCloseable {

    private static final JsonMapper STRICT = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    static final String TOKEN = "stub.token-1";

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Pattern NUMBER = Pattern.compile("\"number\":(\\d+)");
    private static final Pattern EVENT = Pattern.compile("\"event\":\"([a-z-]+)\"");

    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final List<StubRun> runs = new ArrayList<>();
    private final List<String> calls = new ArrayList<>();
    private String token = TOKEN;
    private boolean waits;
    private boolean hurries;
    private boolean away;
    private boolean nonsense;
    private int repliesToLose;
    private int logRepliesToLose;
    private int logLimit = 16_777_216;
    private boolean shareLogs;
    private int refusal;
    private String reason = "";
    private String refused = "";
    private volatile Duration delay = Duration.ZERO;

    StubServer() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/", this::handle);
        server.start();
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    synchronized void goAway() {
        away = true;
    }

    /** Answers like something else that stands in the server's place, such as a proxy's page. */
    synchronized void talkNonsense(boolean talks) {
        nonsense = talks;
    }

    synchronized void comeBack() {
        away = false;
    }

    /** Answers so much later from now on. */
    void becomeSlow(Duration howMuch) {
        delay = howMuch;
    }

    /** Accepts another token from now on, and no longer the one before. */
    synchronized void accept(String next) {
        token = next;
    }

    /** Refuses every submission. */
    void refuse(int status, String detail) {
        refuse(status, detail, "");
    }

    /** Refuses every submission that has a text in it. */
    synchronized void refuse(int status, String detail, String text) {
        refusal = status;
        reason = detail;
        refused = text;
    }

    synchronized void loseReplies(int count) {
        repliesToLose = count;
    }

    synchronized void set(StubRun run, String status) {
        run.status = status;
        notifyAll();
    }

    synchronized void force(StubRun run, String ending) {
        run.force(ending);
        notifyAll();
    }

    /** Lets heartbeats wait for news from now on; or says so, and answers at once. */
    synchronized void letHeartbeatsWait(boolean doesSo) {
        waits = true;
        hurries = !doesSo;
    }

    /** The events reported for a run so far, in order. */
    synchronized List<String> events(StubRun run) {
        return run.reports.stream().map(body -> first(EVENT, body)).toList();
    }

    synchronized String lastReport(StubRun run) {
        return run.reports.getLast();
    }

    synchronized List<StubRun> runs() {
        return List.copyOf(runs);
    }

    /** Waits until the n-th run, counted from 0, has a status. */
    StubRun awaitRun(int index, String status) throws InterruptedException {
        await(all -> all.size() > index && all.get(index).status.equals(status), "run " + index + " to be " + status);
        return runs().get(index);
    }

    /** Waits until a run has a heartbeat with a text in it, and returns the first that has. */
    String awaitHeartbeat(StubRun run, String text) throws InterruptedException {
        await(all -> run.heartbeats.stream().anyMatch(body -> body.contains(text)), "a heartbeat with " + text);
        synchronized (this) {
            return run.heartbeats.stream()
                    .filter(body -> body.contains(text))
                    .findFirst()
                    .orElseThrow();
        }
    }

    /** Waits until a run has a heartbeat later than another, and returns the latest. */
    synchronized String awaitHeartbeatAfter(StubRun run, String earlier) throws InterruptedException {
        await(all -> run.heartbeats.lastIndexOf(earlier) < run.heartbeats.size() - 1, "another heartbeat");
        return run.heartbeats.getLast();
    }

    /** Waits until a run has one heartbeat more, and returns it. */
    synchronized String awaitAnotherHeartbeat(StubRun run) throws InterruptedException {
        int count = run.heartbeats.size();
        await(all -> run.heartbeats.size() > count, "another heartbeat");
        return run.heartbeats.getLast();
    }

    /** How often it was called so far, for {@code runs}, {@code reports}, {@code heartbeats} or {@code log}. */
    synchronized int calls(String kind) {
        return Collections.frequency(calls, kind);
    }

    /** Waits until it has been called that often, whatever it answered. */
    void awaitCalls(String kind, int count) throws InterruptedException {
        await(all -> Collections.frequency(calls, kind) >= count, count + " calls for " + kind);
    }

    /** Waits until a heartbeat waits whose wrapper knows the run's status. */
    void awaitWaiting(StubRun run) throws InterruptedException {
        await(all -> run.waitsWith.equals(run.status), "a heartbeat that waits");
    }

    private synchronized void await(Predicate<List<StubRun>> condition, String what) throws InterruptedException {
        Instant end = Instant.now().plus(PATIENCE);
        while (!condition.test(runs)) {
            long left = Duration.between(Instant.now(), end).toMillis();
            if (left <= 0) {
                throw new AssertionError("waited in vain for " + what + ": "
                        + runs.stream().map(run -> run.status).toList());
            }
            wait(left);
        }
    }

    private void handle(HttpExchange exchange) throws IOException {
        byte[] body = exchange.getRequestBody().readAllBytes();
        try (exchange) {
            Thread.sleep(delay);
            answer(exchange, body);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized void answer(HttpExchange exchange, byte[] bytes) throws IOException {
        String body = new String(bytes, StandardCharsets.UTF_8);
        String[] path = exchange.getRequestURI().getPath().split("/");
        if (away) {
            send(exchange, 503, "");
        } else if (nonsense) {
            send(exchange, 200, "<html>\u0000Please log in</html>");
        } else if (!("Bearer " + token).equals(exchange.getRequestHeaders().getFirst("Authorization"))) {
            send(exchange, 401, "{\"errors\":[{\"detail\":\"The token is \\\"unknown\\\".\"}]}");
        } else if (path[path.length - 1].equals("log")) {
            log(exchange, path[5], bytes);
        } else if (!isJson(body)) {
            send(exchange, 400, "{\"errors\":[{\"detail\":\"The body is no JSON.\"}]}");
        } else if (path.length == 5 && refusal > 0 && body.contains(refused)) {
            send(exchange, refusal, "{\"errors\":[{\"detail\":\"" + reason + "\"}]}");
        } else if (path.length == 5) {
            submit(exchange, body);
        } else {
            report(exchange, path[5], path[6], body);
        }
        calls.add(path[path.length - 1]);
        notifyAll();
    }

    /** As strict as the server: nothing may follow the object. */
    private static boolean isJson(String body) {
        try {
            STRICT.readTree(body);
            return true;
        } catch (JacksonException e) {
            return false;
        }
    }

    private void submit(HttpExchange exchange, String body) throws IOException {
        StubRun run = runs.stream()
                .filter(known -> known.submitted.equals(body))
                .findFirst()
                .orElseGet(() -> {
                    StubRun made = new StubRun("run-%016d".formatted(runs.size() + 1), body);
                    runs.add(made);
                    return made;
                });
        respond(exchange, 201, run);
    }

    private void report(HttpExchange exchange, String id, String kind, String body) throws IOException {
        StubRun run =
                runs.stream().filter(known -> known.id.equals(id)).findFirst().orElse(null);
        if (run == null) {
            exchange.getResponseHeaders().add("Signalbox-Directive", "stop");
            send(exchange, 404, "");
        } else if (kind.equals("heartbeats")) {
            run.heartbeats.add(body);
            run.beats.add(Instant.now());
            notifyAll();
            if (waits) {
                awaitNews(exchange, run);
            }
            respond(exchange, 200, run);
        } else {
            int number = Integer.parseInt(first(NUMBER, body));
            int status =
                    run.report(number, first(EVENT, body), body, waitingFor(run).isEmpty());
            if (repliesToLose > 0) {
                repliesToLose--;
                return;
            }
            respond(exchange, status, run);
        }
    }

    private void awaitNews(HttpExchange exchange, StubRun run) {
        String prefer = exchange.getRequestHeaders().getFirst("Prefer");
        String known = exchange.getRequestHeaders().getFirst("Signalbox-Run-Status");
        Instant end = Instant.now().plusSeconds(Integer.parseInt(prefer.replace("wait=", "")));
        exchange.getResponseHeaders().add("Preference-Applied", prefer);
        try {
            while (waits
                    && !hurries
                    && run.status.equals(known)
                    && run.directive().equals("continue")) {
                long left = Duration.between(Instant.now(), end).toMillis();
                if (left <= 0) {
                    break;
                }
                run.waitsWith = known;
                notifyAll();
                wait(left);
            }
            run.waitsWith = "";
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void log(HttpExchange exchange, String id, byte[] chunk) throws IOException {
        StubRun run =
                runs.stream().filter(known -> known.id.equals(id)).findFirst().orElseThrow();
        int offset = Integer.parseInt(exchange.getRequestURI().getQuery().replace("offset=", ""));
        int size = run.log.size();
        int end = Math.min(offset + chunk.length, logLimit);
        int code = offset > size ? 409 : offset + chunk.length > size && size == logLimit ? 422 : 200;
        if (code == 200 && end > size) {
            run.log.write(chunk, size - offset, end - size);
        }
        if (logRepliesToLose > 0) {
            logRepliesToLose--;
            return;
        }
        exchange.getResponseHeaders().add("Signalbox-Log-Size", Integer.toString(run.log.size()));
        respond(exchange, code, run);
    }

    /** Keeps no more of a log than that, and answers {@code 422} to what comes then. */
    synchronized void limitLogs(int bytes) {
        logLimit = bytes;
    }

    synchronized void loseLogReplies(int count) {
        logRepliesToLose = count;
    }

    /** Asks every wrapper to share its log. */
    synchronized void shareLogs() {
        shareLogs = true;
    }

    /** Loses what it has of a run's log. */
    synchronized void forgetLog(StubRun run) {
        run.log.reset();
    }

    synchronized byte[] log(StubRun run) {
        return run.log.toByteArray();
    }

    void awaitLog(StubRun run, int size) throws InterruptedException {
        await(all -> run.log.size() >= size, "a log of " + size + " bytes");
    }

    synchronized void forget(StubRun run) {
        runs.remove(run);
    }

    private String waitingFor(StubRun run) {
        for (StubRun earlier : runs) {
            if (earlier == run || run.submitted.contains("\"plan-only\":true")) {
                break;
            }
            if (earlier.occupiesItsWorkspace()) {
                return earlier.id + " (" + earlier.status + ")";
            }
        }
        return "";
    }

    private void respond(HttpExchange exchange, int status, StubRun run) throws IOException {
        var headers = exchange.getResponseHeaders();
        headers.add("Signalbox-Run-Id", run.id);
        if (shareLogs) {
            headers.add("Signalbox-Share-Log", "true");
        }
        headers.add("Signalbox-Directive", run.directive());
        headers.add("Signalbox-Run-Status", run.status);
        String waiting = waitingFor(run);
        if (run.status.equals("pending") && !waiting.isEmpty()) {
            headers.add("Signalbox-Waiting-For", waiting);
        }
        send(exchange, status, "{\"meta\":{}}");
    }

    private static void send(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    private static String first(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        if (!matcher.find()) {
            throw new IllegalArgumentException(pattern + " is not in " + text);
        }
        return matcher.group(1);
    }

    @Override
    public void close() {
        synchronized (this) {
            waits = false;
            notifyAll();
        }
        server.stop(0);
        threads.close();
    }
}
