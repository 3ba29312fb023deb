package dev.signalbox.app.client;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.http.HttpHeaders;

/** Reads a run's log on from where it was, whatever broke off before, and hands on its bytes. */
final class LogReading {

    private static final String SIZE = "Signalbox-Log-Size";

    private final Server server;
    private final String path;
    private final OutputStream target;
    private long offset;
    private boolean behind;
    private boolean whole;
    private boolean full;

    LogReading(Server server, String run, OutputStream target) {
        this.server = server;
        this.path = "/api/signalbox/v1/runs/" + run + "/log";
        this.target = target;
    }

    /**
     * Reads the next part, if there is one by now; false if the target takes no more. Whoever takes the bytes may be
     * slow, so that the server is done with first. Throws as {@link Server} does.
     */
    boolean readPart() {
        var part = new ByteArrayOutputStream();
        var query = Query.empty().with("offset", Long.toString(offset));
        var download = new Download("text/plain", headers -> size(headers) >= 0, part);
        var headers = server.download(path + query.encoded(), download).orElseThrow();
        offset += part.size();
        boolean atEnd = offset >= size(headers);
        behind = !atEnd && part.size() > 0;
        full = isTrue("Signalbox-Log-Full", headers);
        whole = atEnd && (full || isTrue("Signalbox-Log-Complete", headers));
        return handOn(part);
    }

    private boolean handOn(ByteArrayOutputStream part) {
        try {
            part.writeTo(target);
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    private static boolean isTrue(String name, HttpHeaders headers) {
        return headers.firstValue(name).filter("true"::equals).isPresent();
    }

    /** What no proxy's page has. */
    private static long size(HttpHeaders headers) {
        return headers.firstValue(SIZE)
                .filter(text -> text.matches("\\d{1,15}"))
                .map(Long::valueOf)
                .orElse(-1L);
    }

    /** Whether more of the log is there already. */
    boolean isBehind() {
        return behind;
    }

    /** Whether nothing can follow what was read. */
    boolean isWhole() {
        return whole;
    }

    /** Whether the log takes no more, whatever is printed. */
    boolean isFull() {
        return full;
    }

    /** Whether nothing was read so far. */
    boolean isEmpty() {
        return offset == 0;
    }
}
