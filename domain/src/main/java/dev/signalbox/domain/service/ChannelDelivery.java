package dev.signalbox.domain.service;

import dev.signalbox.domain.notification.Delivery;
import dev.signalbox.domain.notification.Pace;
import dev.signalbox.domain.port.in.NotificationWork.Failed;
import dev.signalbox.domain.port.in.NotificationWork.Round;
import dev.signalbox.domain.port.out.Courier;
import dev.signalbox.domain.port.out.Outbox;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/**
 * Delivers by one channel.
 *
 * <p>What fails is tried again after a pause that doubles up to {@link #LONGEST_PAUSE}, until it is older than
 * {@link #GIVEN_UP_AFTER} and could have been tried for as long by this server. Where one failure follows another, so
 * that it is most likely the other side's, the channel rests too. Of many that are refused together each is tried by
 * itself.
 *
 * @param since since when this server delivers: what waited while none did must not go at the first failure
 */
record ChannelDelivery(Outbox outbox, Courier courier, InstantSource time, Instant since) {

    static final Duration LONGEST_PAUSE = Duration.ofMinutes(15);
    static final Duration GIVEN_UP_AFTER = Duration.ofHours(24);

    /** How long a delivery may take before another server tries it too. */
    private static final Duration TURN = Duration.ofMinutes(2);

    /** So that a stop need not wait for long. */
    private static final int ROUNDS = 20;

    /** Ends at the first failure: what is behind it would most likely fail as well. */
    Round deliver(Pace before) {
        Round round = new Round(before, Optional.empty());
        boolean left = !time.instant().isBefore(before.restsUntil());
        for (int i = 0; left && round.failed().isEmpty() && i < ROUNDS; i++) {
            Instant now = time.instant();
            int most = round.pace().together(courier.capacity());
            List<Delivery> taken = outbox.take(courier.channel(), most, now, now.plus(TURN));
            left = !taken.isEmpty();
            round = left ? deliver(taken, round.pace()) : round;
        }
        return round;
    }

    private Round deliver(List<Delivery> taken, Pace pace) {
        Optional<Courier.Undelivered> undelivered = courier.deliver(taken);
        if (undelivered.isEmpty()) {
            outbox.remove(taken);
            return new Round(pace.succeeded(), Optional.empty());
        }
        Courier.Undelivered problem = undelivered.orElseThrow();
        if (!problem.refusedOnceRead()) {
            return failed(taken, pace.failed(time.instant()), problem.why());
        }
        return taken.size() > 1
                ? apart(taken, pace, problem.why())
                : refused(taken.getFirst(), pace.refused(), problem.why());
    }

    /** It may be for one of them that all are refused, so they come next, one by one. */
    private Round apart(List<Delivery> taken, Pace pace, String problem) {
        outbox.putOff(taken, taken.getFirst().notification().at());
        return round(pace.apart(taken.size()), taken.size(), 0, problem);
    }

    /** The other side is there and may take the others, so only this one waits, or is given up. */
    private Round refused(Delivery taken, Pace pace, String problem) {
        boolean old = taken.notification().at().isBefore(old());
        if (old) {
            outbox.remove(List.of(taken));
        } else {
            outbox.putOff(List.of(taken), time.instant().plus(Pace.pause(taken.attempts(), LONGEST_PAUSE)));
        }
        return round(pace, old ? 0 : 1, old ? 1 : 0, problem);
    }

    /** All that is old is given up with what was tried: one after the other, thousands would take days. */
    private Round failed(List<Delivery> taken, Pace pace, String problem) {
        Instant old = old();
        int givenUp = outbox.giveUp(courier.channel(), old);
        List<Delivery> putOff = taken.stream()
                .filter(delivery -> !delivery.notification().at().isBefore(old))
                .toList();
        // By the one that was tried most often: what is new beside it fails for the same reason.
        int attempts = taken.stream().mapToInt(Delivery::attempts).max().orElse(1);
        outbox.putOff(putOff, pace.restsUntil().plus(Pace.pause(attempts, LONGEST_PAUSE)));
        return round(pace, putOff.size(), givenUp, problem);
    }

    /** What happened before is given up: nothing yet on a server's first day. */
    private Instant old() {
        Instant old = time.instant().minus(GIVEN_UP_AFTER);
        return old.isBefore(since) ? Instant.EPOCH : old;
    }

    private Round round(Pace pace, int putOff, int givenUp, String problem) {
        return new Round(pace, Optional.of(new Failed(courier.channel(), putOff, givenUp, problem)));
    }
}
