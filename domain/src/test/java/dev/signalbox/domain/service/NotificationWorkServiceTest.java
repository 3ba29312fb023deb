package dev.signalbox.domain.service;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.domain.notification.Channel;
import dev.signalbox.domain.notification.Delivery;
import dev.signalbox.domain.notification.Notification;
import dev.signalbox.domain.notification.Pace;
import dev.signalbox.domain.port.in.NotificationWork;
import dev.signalbox.domain.port.in.NotificationWork.Failed;
import dev.signalbox.domain.port.out.Courier;
import dev.signalbox.domain.run.RunId;
import dev.signalbox.domain.run.RunStatus;
import dev.signalbox.domain.testing.TestSignalbox;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class NotificationWorkServiceTest {

    private final TestSignalbox box = TestSignalbox.inMemory();
    private final FakeCourier webhook = new FakeCourier(Channel.WEBHOOK, 1);
    private final FakeCourier email = new FakeCourier(Channel.EMAIL, 100);
    private final NotificationWork work =
            new NotificationWorkService(box.store().outbox(), List.of(webhook, email), box.clock());

    private final Map<Channel, Pace> paces = new EnumMap<>(Channel.class);

    private RunId first;
    private RunId second;

    @BeforeEach
    void force() {
        first = forced("network");
        second = forced("storage");
    }

    @Test
    void deliversEachOnceByEachChannelAndAsManyAsACourierCarries() {
        for (int i = 0; i < 2; i++) {
            assertThat(deliver(Channel.WEBHOOK)).isEmpty();
            assertThat(deliver(Channel.EMAIL)).isEmpty();
        }

        assertThat(webhook.rounds).containsExactly(List.of(first), List.of(second));
        assertThat(email.rounds).containsExactly(List.of(first, second));
    }

    @Test
    void triesAgainWhatFailsEachTimeAfterALongerPause() {
        box.store().outbox().clear(Channel.WEBHOOK);
        RunId run = forced("fresh");
        webhook.problem = Optional.of("nobody is there");

        assertThat(deliver(Channel.WEBHOOK)).contains(new Failed(Channel.WEBHOOK, 1, 0, "nobody is there"));
        assertThat(tries(Duration.ofMillis(4_999))).isZero();
        assertThat(tries(Duration.ofMillis(1))).isEqualTo(1);
        assertThat(tries(Duration.ofMillis(14_999))).isZero();
        assertThat(tries(Duration.ofMillis(1))).isEqualTo(1);
        webhook.problem = Optional.empty();
        assertThat(tries(Duration.ofMinutes(15))).isEqualTo(1);
        assertThat(tries(Duration.ofMinutes(15))).isZero();

        assertThat(webhook.rounds).containsOnly(List.of(run));
    }

    @Test
    void restsAfterEachFailureThatFollowsAnotherAndTriesEachInTurn() {
        webhook.problem = Optional.of("nobody is there");
        for (int i = 0; i < 100; i++) {
            forced("many-" + i);
        }

        assertThat(tries(Duration.ZERO)).isEqualTo(1);
        assertThat(tries(Duration.ZERO)).isEqualTo(1);
        for (int rest : new int[] {5, 10, 20, 40, 60, 60}) {
            assertThat(tries(Duration.ofSeconds(rest).minusMillis(1))).isZero();
            assertThat(tries(Duration.ofMillis(1))).isEqualTo(1);
        }

        assertThat(webhook.rounds).doesNotHaveDuplicates();
        webhook.problem = Optional.empty();
        assertThat(tries(Duration.ofMinutes(1))).isGreaterThan(1);
    }

    @Test
    void deliversTheOthersWhereOneIsRefused() {
        webhook.refused = Set.of(first);
        RunId third = forced("third");

        deliver(Channel.WEBHOOK);
        deliver(Channel.WEBHOOK);

        assertThat(webhook.rounds).containsExactly(List.of(first), List.of(second), List.of(third));
    }

    @Test
    void putsOffOnlyWhatIsRefusedHoweverManyAre() {
        webhook.refused = Set.of(first, second);
        RunId third = forced("third");

        for (int i = 0; i < 3; i++) {
            deliver(Channel.WEBHOOK);
        }
        assertThat(webhook.rounds).containsExactly(List.of(first), List.of(second), List.of(third));

        assertThat(tries(Duration.ofMillis(4_999))).isZero();
        assertThat(tries(Duration.ofMillis(1))).isEqualTo(1);
    }

    @Test
    void givesUpOnlyWhatIsRefused() {
        webhook.refused = Set.of(first);
        box.clock().advance(ChannelDelivery.GIVEN_UP_AFTER.plusMillis(1));

        assertThat(deliver(Channel.WEBHOOK)).contains(new Failed(Channel.WEBHOOK, 0, 1, "not this one"));
        assertThat(tries(ChannelDelivery.LONGEST_PAUSE)).isEqualTo(1);
        assertThat(webhook.rounds).containsExactly(List.of(first), List.of(second));
    }

    @Test
    void triesEachByItselfWhereOneOfManyIsRefused() {
        email.refused = Set.of(second);
        RunId third = forced("third");

        assertThat(deliver(Channel.EMAIL)).contains(new Failed(Channel.EMAIL, 3, 0, "not this one"));
        assertThat(deliver(Channel.EMAIL)).contains(new Failed(Channel.EMAIL, 1, 0, "not this one"));
        RunId fourth = forced("fourth");
        RunId fifth = forced("fifth");
        assertThat(deliver(Channel.EMAIL)).isEmpty();

        assertThat(email.rounds)
                .containsExactly(
                        List.of(first, second, third),
                        List.of(first),
                        List.of(second),
                        List.of(third),
                        List.of(fourth, fifth));
    }

    @Test
    void deliversByOneChannelWhatAnotherCannot() {
        webhook.problem = Optional.of("nobody is there");
        deliver(Channel.WEBHOOK);

        assertThat(deliver(Channel.EMAIL)).isEmpty();
        assertThat(email.rounds).containsExactly(List.of(first, second));
    }

    @Test
    void givesUpAllThatIsOlderThanADayAndSaysSo() {
        webhook.problem = Optional.of("nobody is there");
        box.clock().advance(ChannelDelivery.GIVEN_UP_AFTER.plusMillis(1));
        forced("fresh");

        assertThat(deliver(Channel.WEBHOOK)).contains(new Failed(Channel.WEBHOOK, 0, 2, "nobody is there"));
        assertThat(deliver(Channel.WEBHOOK)).contains(new Failed(Channel.WEBHOOK, 1, 0, "nobody is there"));
    }

    @Test
    void givesUpNothingThatItHasNotHadADayToDeliver() {
        box.clock().advance(ChannelDelivery.GIVEN_UP_AFTER.plusMillis(1));
        webhook.problem = Optional.of("nobody is there");
        NotificationWork started = new NotificationWorkService(box.store().outbox(), List.of(webhook), box.clock());

        assertThat(started.deliver(Channel.WEBHOOK, Pace.FRESH).failed())
                .contains(new Failed(Channel.WEBHOOK, 1, 0, "nobody is there"));
        box.clock().advance(ChannelDelivery.GIVEN_UP_AFTER);
        assertThat(started.deliver(Channel.WEBHOOK, Pace.FRESH).failed())
                .contains(new Failed(Channel.WEBHOOK, 0, 2, "nobody is there"));
    }

    @Test
    void givesUpTheOldBesideTheNew() {
        email.problem = Optional.of("nobody is there");
        box.clock().advance(ChannelDelivery.GIVEN_UP_AFTER.plusMillis(1));
        forced("fresh");

        assertThat(deliver(Channel.EMAIL)).contains(new Failed(Channel.EMAIL, 1, 2, "nobody is there"));
    }

    @Test
    void dropsWhatWaitsForAChannelThatIsNotSetUp() {
        new NotificationWorkService(box.store().outbox(), List.of(email), box.clock())
                .deliver(Channel.WEBHOOK, Pace.FRESH);
        deliver(Channel.WEBHOOK);

        assertThat(webhook.rounds).isEmpty();
    }

    private RunId forced(String workspace) {
        RunId run = box.bring("acme", workspace, RunStatus.APPLYING);
        box.administration().forceErrored(run, Optional.of("provider outage"), box.admin());
        return run;
    }

    private Optional<Failed> deliver(Channel channel) {
        NotificationWork.Round round = work.deliver(channel, paces.getOrDefault(channel, Pace.FRESH));
        paces.put(channel, round.pace());
        return round.failed();
    }

    private int tries(Duration pause) {
        int before = webhook.rounds.size();
        box.clock().advance(pause);
        deliver(Channel.WEBHOOK);
        return webhook.rounds.size() - before;
    }

    private static final class FakeCourier implements Courier {
        private final Channel channel;
        private final int capacity;
        private final List<List<RunId>> rounds = new ArrayList<>();
        private Optional<String> problem = Optional.empty();
        private Set<RunId> refused = Set.of();

        FakeCourier(Channel channel, int capacity) {
            this.channel = channel;
            this.capacity = capacity;
        }

        @Override
        public Channel channel() {
            return channel;
        }

        @Override
        public int capacity() {
            return capacity;
        }

        @Override
        public Optional<Undelivered> deliver(List<Delivery> deliveries) {
            List<RunId> runs = deliveries.stream()
                    .map(Delivery::notification)
                    .map(Notification::run)
                    .toList();
            rounds.add(runs);
            return runs.stream().anyMatch(refused::contains)
                    ? Optional.of(new Undelivered("not this one", true))
                    : problem.map(why -> new Undelivered(why, false));
        }
    }
}
