package dev.signalbox.app.client;

import java.io.IOException;
import java.net.ConnectException;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.channels.UnresolvedAddressException;
import java.nio.charset.StandardCharsets;
import java.security.cert.CertPathBuilderException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/** HTTP, within bounds of time and size. */
final class Wire implements AutoCloseable {

    private static final Duration CONNECT_LIMIT = Duration.ofSeconds(10);

    /** In bytes; a page of a hundred runs has a tenth of a megabyte. */
    private static final long LARGEST = 32L << 20;

    private final HttpClient http;
    private final Duration answerLimit;

    private Wire(HttpClient http, Duration answerLimit) {
        this.http = http;
        this.answerLimit = answerLimit;
    }

    /**
     * As the variables of the environment say; throws {@link Unanswered} if they cannot be followed.
     *
     * @param answerLimit for an answer from its first byte to its last
     */
    static Wire in(Map<String, String> environment, Duration answerLimit) {
        var http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(CONNECT_LIMIT);
        var certificates = environment.getOrDefault("SSL_CERT_FILE", "");
        if (!certificates.isEmpty()) {
            http.sslContext(Trust.inOnly(certificates));
        }
        return new Wire(http.build(), answerLimit);
    }

    /** Sends the request and waits for the whole answer. Throws {@link Unanswered} if there is none. */
    HttpResponse<String> exchange(HttpRequest request, String url) {
        var sent =
                http.sendAsync(request, BodyHandlers.limiting(BodyHandlers.ofString(StandardCharsets.UTF_8), LARGEST));
        try {
            return sent.get(answerLimit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            sent.cancel(true);
            throw away(url, "no answer within " + answerLimit.toSeconds() + " s");
        } catch (ExecutionException e) {
            throw away(url, trouble(e.getCause()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw away(url, "interrupted");
        }
    }

    /**
     * Sends the request and hands on what comes, for however long it comes: only between two parts there is a limit.
     * Throws {@link Unanswered} if it breaks off. Where the target takes no more, the rest is not waited for.
     */
    Optional<HttpResponse<String>> download(HttpRequest request, String url, Download download) {
        var sent = http.sendAsync(request, download);
        for (long before = -1; before != download.bytes() && !download.isBroken(); ) {
            before = download.bytes();
            try {
                return Optional.of(sent.get(answerLimit.toMillis(), TimeUnit.MILLISECONDS));
            } catch (TimeoutException e) {
                // The loop looks whether anything came meanwhile.
            } catch (ExecutionException e) {
                throw away(url, trouble(e.getCause()));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                break;
            }
        }
        sent.cancel(true);
        if (!download.isBroken()) {
            throw away(url, "nothing came for " + answerLimit.toSeconds() + " s");
        }
        return Optional.empty();
    }

    private static Unanswered away(String url, String trouble) {
        return Unanswered.away("the server at " + url + " is away (" + trouble + ")");
    }

    private static String trouble(@Nullable Throwable cause) {
        return switch (cause) {
            case HttpConnectTimeoutException _ -> "no connection within " + CONNECT_LIMIT.toSeconds() + " s";
            case ConnectException e when isUnresolved(e) -> "nobody knows its name";
            case ConnectException _ -> "it takes no connection";
            case SSLException e
            when isDisbelieved(e) ->
                "no trust in its certificate: SSL_CERT_FILE may name a PEM file with the authority to believe";
            case SSLException e ->
                "no trust in its certificate, or no TLS: " + Text.plain(String.valueOf(e.getMessage()));
            case IOException e -> "the answer broke off or is none: " + Text.plain(String.valueOf(e.getMessage()));
            case null, default -> Text.plain(String.valueOf(cause));
        };
    }

    private static boolean isUnresolved(Throwable problem) {
        return isBecauseOf(UnresolvedAddressException.class, problem);
    }

    /** Nobody vouches for it, whatever else would be wrong with it. */
    private static boolean isDisbelieved(Throwable problem) {
        return isBecauseOf(CertPathBuilderException.class, problem);
    }

    private static boolean isBecauseOf(Class<? extends Exception> kind, Throwable problem) {
        for (@Nullable Throwable cause = problem; cause != null; cause = cause.getCause()) {
            if (kind.isInstance(cause)) {
                return true;
            }
        }
        return false;
    }

    @Override
    public void close() {
        http.shutdownNow();
    }
}
