package dev.signalbox.app.client;

import java.io.IOException;
import java.io.OutputStream;
import java.net.http.HttpHeaders;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodySubscriber;
import java.net.http.HttpResponse.BodySubscribers;
import java.net.http.HttpResponse.ResponseInfo;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Hands on what is of the wanted kind as it comes; what is anything else, a refusal or the page of a proxy, is kept as
 * text. Written by one thread at a time, and looked at by another.
 */
final class Download implements BodyHandler<String> {

    /** In bytes; a refusal has a thousand. */
    private static final long LARGEST_REFUSAL = 1L << 20;

    private final String type;
    private final Predicate<HttpHeaders> genuine;
    private final OutputStream target;
    private volatile long bytes;
    private volatile boolean taken;
    private volatile boolean broken;

    /**
     * For a content type, without its parameters.
     *
     * @param genuine what the headers have beside it, if they are Signalbox's
     */
    Download(String type, Predicate<HttpHeaders> genuine, OutputStream target) {
        this.type = type;
        this.genuine = genuine;
        this.target = target;
    }

    @Override
    public BodySubscriber<String> apply(ResponseInfo info) {
        var found = info.headers().firstValue("Content-Type").orElse("");
        boolean wanted = found.split(";", 2)[0].strip().equalsIgnoreCase(type) && genuine.test(info.headers());
        if (info.statusCode() != 200 || !wanted) {
            return BodySubscribers.limiting(BodySubscribers.ofString(StandardCharsets.UTF_8), LARGEST_REFUSAL);
        }
        taken = true;
        return BodySubscribers.mapping(BodySubscribers.ofByteArrayConsumer(this::write), _ -> "");
    }

    @SuppressWarnings("NonAtomicVolatileUpdate") // only one thread writes
    private void write(Optional<byte[]> part) {
        try {
            if (part.isPresent() && !broken) {
                target.write(part.get());
                bytes += part.get().length;
            }
        } catch (IOException e) {
            broken = true;
        }
    }

    /** Whether the answer was of the wanted kind. */
    boolean isTaken() {
        return taken;
    }

    /** How many bytes have been handed on. */
    long bytes() {
        return bytes;
    }

    /** Whether the target takes no more. */
    boolean isBroken() {
        return broken;
    }
}
