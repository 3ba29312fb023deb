package dev.signalbox.domain.attention;

import dev.signalbox.domain.Milliseconds;
import java.time.Instant;
import java.util.Optional;

/**
 * What a runner has told of its command's output, by the server's clock alone: a runner's clock may be wrong by hours.
 *
 * @param toldAt when the runner last told of it
 * @param grownAt when what it told last differed from what it had told before; absent if nothing has ever been printed
 * @param lastLine what was printed last, if the runner shares it
 */
public record Output(Instant toldAt, Optional<Instant> grownAt, Optional<String> lastLine) {

    /** Refuses, as a programming error, an instant finer than a millisecond. */
    public Output {
        Milliseconds.check(toldAt);
        Milliseconds.check(grownAt);
    }
}
