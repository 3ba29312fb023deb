package dev.signalbox.app.edge;

import java.util.Optional;

/**
 * How Signalbox is reached.
 *
 * @param rateLimit API requests a second for each token, at least {@link #LEAST_RATE_LIMIT}; 0 for no limit
 * @param proxies the peers whose word about a request's origin counts
 * @param tls absent for plain HTTP
 */
public record Edge(int rateLimit, AddressRanges proxies, Optional<TlsFiles> tls) {

    /** The rate limit if nothing is set. */
    public static final int USUAL_RATE_LIMIT = 30;

    /** Terraform's own client divides the limit that it is told, and below this it comes to no request at all. */
    public static final int LEAST_RATE_LIMIT = 4;

    /** The highest rate limit there may be, in requests a second. */
    public static final int MAX_RATE_LIMIT = 1_000_000;

    /** Refuses, as a programming error, a rate limit of another size. */
    public Edge {
        if (rateLimit != 0 && (rateLimit < LEAST_RATE_LIMIT || rateLimit > MAX_RATE_LIMIT)) {
            throw new IllegalArgumentException("rate limit " + rateLimit);
        }
    }
}
