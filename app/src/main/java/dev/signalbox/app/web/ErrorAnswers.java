package dev.signalbox.app.web;

import dev.signalbox.rest.error.ErrorResponses;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * What a client gets when nothing but the web server itself can answer: an error document, or a line of text outside
 * the API.
 */
final class ErrorAnswers {

    private ErrorAnswers() {}

    /** @param path what was asked for; null if the request was too broken to tell */
    static void write(HttpServletRequest request, HttpServletResponse response, int status, @Nullable String path)
            throws IOException {
        if (path == null || path.isEmpty() || path.equals("/api") || path.startsWith("/api/")) {
            ErrorResponses.write(request, response, status, sentence(status));
        } else if (!response.isCommitted()) {
            response.setStatus(status);
            response.setContentType("text/plain;charset=utf-8");
            response.getOutputStream()
                    .write((status + ": " + sentence(status) + "\n").getBytes(StandardCharsets.UTF_8));
        }
    }

    private static String sentence(int status) {
        return switch (status) {
            case 400 -> "The request line, the path or a header is malformed, or too long.";
            case 403 -> "The request was refused, for it seems to come from another site.";
            case 404 -> "There is nothing here.";
            case 405 -> "This path does not answer that method.";
            default ->
                status >= 500
                        ? "Something went wrong here. The server's log tells more."
                        : "The request was refused with status " + status + ".";
        };
    }
}
