package dev.signalbox.app.edge;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.TimeMeter;
import java.time.Duration;

/**
 * How many requests everyone has left: so many a second, and twice as many at once after a pause.
 *
 * <p>Tokens and addresses are counted apart, so that no flood of addresses makes a token's count be forgotten.
 */
final class RateLimits {

    private static final int BURST = 2;

    /** Above, the least used is forgotten, which gives it a full burst again. */
    private static final int MAX_REMEMBERED = 20_000;

    /** After as long a pause, everyone has the full burst again anyway. */
    private static final Duration MEMORY = Duration.ofMinutes(1);

    private final int perSecond;
    private final TimeMeter time;
    private final Cache<String, Bucket> ofTokens = remembering();
    private final Cache<String, Bucket> ofAddresses = remembering();

    RateLimits(int perSecond, TimeMeter time) {
        this.perSecond = perSecond;
        this.time = time;
    }

    /** Requests a second. */
    int perSecond() {
        return perSecond;
    }

    /** Counts a request of the token with that ID, unless it is one too many. */
    ConsumptionProbe ofToken(String id) {
        return ofTokens.get(id, _ -> full()).tryConsumeAndReturnRemaining(1);
    }

    /** Counts a request from that address's {@linkplain AddressRanges#network network} without a good token. */
    ConsumptionProbe ofAddress(String address) {
        return ofAddresses.get(AddressRanges.network(address), _ -> full()).tryConsumeAndReturnRemaining(1);
    }

    private Bucket full() {
        return Bucket.builder()
                .addLimit(limit ->
                        limit.capacity((long) perSecond * BURST).refillGreedy(perSecond, Duration.ofSeconds(1)))
                .withCustomTimePrecision(time)
                .build();
    }

    private static Cache<String, Bucket> remembering() {
        return Caffeine.newBuilder()
                .maximumSize(MAX_REMEMBERED)
                .expireAfterAccess(MEMORY)
                .build();
    }
}
