package dev.signalbox.rest.runner;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Collections;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * How long a client will wait for an answer, by the preference {@code wait} of RFC 7240.
 *
 * @param seconds as many as the client asks for, but no more than {@link #MOST}
 */
record Patience(int seconds) {

    /** Proxies on the way commonly give up after 60. */
    static final int MOST = 30;

    /** Digits in quotes or none; what parameters follow does not matter. */
    private static final Pattern WAIT = Pattern.compile("(?i)\\s*wait\\s*=\\s*(\"?)(\\d{1,18})\\1\\s*(;.*)?");

    /** Empty if the request prefers nothing of the kind, or nothing that can be understood. */
    static Optional<Patience> of(HttpServletRequest request) {
        return Collections.list(request.getHeaders("Prefer")).stream()
                .flatMap(header -> Stream.of(header.split(",", -1)))
                .map(WAIT::matcher)
                .filter(Matcher::matches)
                .map(found -> new Patience((int) Math.min(Long.parseLong(found.group(2)), MOST)))
                .findFirst();
    }

    Duration duration() {
        return Duration.ofSeconds(seconds);
    }

    /** Tells the client how long it is made to wait at most. */
    void tell(HttpServletResponse response) {
        response.setHeader("Preference-Applied", "wait=" + seconds);
    }
}
