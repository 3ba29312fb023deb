package dev.signalbox.domain.service;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.domain.notification.Channel;
import dev.signalbox.domain.notification.Delivery;
import dev.signalbox.domain.notification.Notification;
import dev.signalbox.domain.port.in.NotificationWork;
import dev.signalbox.domain.port.in.NotificationWork.Failed;
import dev.signalbox.domain.port.out.Courier;
import dev.signalbox.domain.run.RunId;
import dev.signalbox.domain.run.RunStatus;
import dev.signalbox.domain.testing.TestSignalbox;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class NotificationWorkServiceTest {

    private final TestSignalbox box = TestSignalbox.inMemory();
    private final FakeCourier webhook = new FakeCourier(Channel.WEBHOOK, 1);
    private final FakeCourier email = new FakeCourier(Channel.EMAIL, 100);
    private final NotificationWork work =
            new NotificationWorkService(box.store().outbox(), List.of(webhook, email), box.clock());

    private RunId first;
    private RunId second;

    @BeforeEach
    void force() {
        first = forced("network");
        second = forced("storage");
    }

    @Test
    void deliversEachOnceByEachChannelAndAsManyAsACourierCarries() {
        assertThat(work.deliver()).isEmpty();
        assertThat(work.deliver()).isEmpty();

        assertThat(webhook.rounds).containsExactly(List.of(first), List.of(second));
        assertThat(email.rounds).containsExactly(List.of(first, second));
    }

    @Test
    void triesAgainWhatFailsEachTimeAfterALongerPause() {
        webhook.problem = Optional.of("nobody is there");

        assertThat(work.deliver()).singleElement().satisfies(failed -> {
            assertThat(failed.channel()).isEqualTo(Channel.WEBHOOK);
            assertThat(failed.problem()).isEqualTo("nobody is there");
            assertThat(failed.givenUp()).isEmpty();
            assertThat(failed.putOff()).extracting(Notification::run).containsExactly(first);
        });
        // The second has not been tried: its turn comes first now.
        assertThat(tries(Duration.ZERO)).isEqualTo(1);
        assertThat(tries(Duration.ofMillis(4_999))).isZero();
        assertThat(tries(Duration.ofMillis(1))).isEqualTo(1);
        assertThat(tries(Duration.ofMillis(9_999))).isEqualTo(1);
        webhook.problem = Optional.empty();
        box.clock().advance(Duration.ofMinutes(15));
        assertThat(work.deliver()).isEmpty();

        assertThat(webhook.rounds.subList(webhook.rounds.size() - 2, webhook.rounds.size()))
                .containsExactlyInAnyOrder(List.of(first), List.of(second));
        assertThat(email.rounds).hasSize(1);
    }

    @Test
    void givesUpAfterADayAndSaysSo() {
        webhook.problem = Optional.of("nobody is there");
        box.clock().advance(Duration.ofHours(24).plusMillis(1));

        assertThat(givenUp(work.deliver())).containsExactly(first);
        assertThat(givenUp(work.deliver())).containsExactly(second);
        assertThat(work.deliver()).isEmpty();
    }

    private static List<RunId> givenUp(List<Failed> failed) {
        return failed.stream()
                .flatMap(each -> each.givenUp().stream())
                .map(Notification::run)
                .toList();
    }

    @Test
    void givesUpTheOldBesideTheNew() {
        email.problem = Optional.of("nobody is there");
        box.clock().advance(Duration.ofHours(24).plusMillis(1));
        RunId fresh = forced("fresh");

        List<Failed> failed = work.deliver();

        assertThat(givenUp(failed)).containsExactly(first, second);
        assertThat(failed.getFirst().putOff()).extracting(Notification::run).containsExactly(fresh);
    }

    @Test
    void dropsWhatWaitsForAChannelThatIsNotSetUp() {
        new NotificationWorkService(box.store().outbox(), List.of(email), box.clock()).deliver();
        work.deliver();

        assertThat(webhook.rounds).isEmpty();
    }

    private RunId forced(String workspace) {
        RunId run = box.bring("acme", workspace, RunStatus.APPLYING);
        box.administration().forceErrored(run, Optional.of("provider outage"), box.admin());
        return run;
    }

    private int tries(Duration pause) {
        int before = webhook.rounds.size();
        box.clock().advance(pause);
        work.deliver();
        return webhook.rounds.size() - before;
    }

    private static final class FakeCourier implements Courier {
        private final Channel channel;
        private final int capacity;
        private final List<List<RunId>> rounds = new ArrayList<>();
        private Optional<String> problem = Optional.empty();

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
        public Optional<String> deliver(List<Delivery> deliveries) {
            rounds.add(deliveries.stream()
                    .map(Delivery::notification)
                    .map(Notification::run)
                    .toList());
            return problem;
        }
    }
}
