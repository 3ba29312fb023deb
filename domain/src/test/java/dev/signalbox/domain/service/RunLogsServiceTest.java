package dev.signalbox.domain.service;

import static dev.signalbox.domain.testing.TestSignalbox.refusal;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.signalbox.domain.access.Role;
import dev.signalbox.domain.port.in.LogReceipt;
import dev.signalbox.domain.port.in.LogSlice;
import dev.signalbox.domain.port.in.NewRun;
import dev.signalbox.domain.port.in.SignOfLife;
import dev.signalbox.domain.refusal.Refusal;
import dev.signalbox.domain.refusal.Subject;
import dev.signalbox.domain.run.Directive;
import dev.signalbox.domain.run.LogBytes;
import dev.signalbox.domain.run.RunId;
import dev.signalbox.domain.run.RunLog;
import dev.signalbox.domain.run.RunStatus;
import dev.signalbox.domain.run.RunnerEvent;
import dev.signalbox.domain.testing.TestSignalbox;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RunLogsServiceTest {

    private static final Refusal NO_RUN = new Refusal.NotFound(Subject.RUN);

    private final TestSignalbox box = TestSignalbox.inMemory();
    private final RunId run = box.bring("acme", "network", RunStatus.PLANNING);

    @Nested
    class Appending {

        @Test
        void tellsHowMuchIsKeptAndWhetherToGoOn() {
            LogReceipt receipt = send(0, "one\n");

            assertThat(receipt.size()).isEqualTo(4);
            assertThat(receipt.runner().run()).isEqualTo(run);
            assertThat(receipt.runner().directive()).isEqualTo(Directive.CONTINUE);
            assertThat(receipt.runner().status()).isEqualTo(RunStatus.PLANNING);
        }

        @Test
        void keepsOfARepeatedChunkOnlyWhatIsNew() {
            send(0, "one\n");

            assertThat(send(0, "one\n").size()).isEqualTo(4);
            assertThat(send(2, "XX").size()).isEqualTo(4);
            assertThat(send(0, "X").size()).isEqualTo(4);
            assertThat(send(2, "XXtwo\n").size()).isEqualTo(8);
            assertThat(text()).isEqualTo("one\ntwo\n");
        }

        @ParameterizedTest
        @ValueSource(longs = {5, 16_777_216, Long.MAX_VALUE})
        void refusesAChunkBehindAGap(long offset) {
            send(0, "one\n");
            String before = box.store().contents();

            assertThat(refusal(() -> send(offset, "x"))).isEqualTo(new Refusal.LogGap(run.value(), 4, offset));

            assertThat(box.store().contents()).isEqualTo(before);
        }

        @ParameterizedTest
        @ValueSource(longs = {-1, Long.MIN_VALUE})
        void refusesAnOffsetBeforeTheBeginning(long offset) {
            assertThat(refusal(() -> send(offset, "x")))
                    .isEqualTo(new Refusal.InvalidParameter("offset", "must be 0 or more"));
        }

        @Test
        void takesAsMuchAsMayBeKeptAndNoByteMore() {
            byte[] chunk = new byte[RunLog.MAX_CHUNK];
            for (long size = 0; size < RunLog.MAX_SIZE; size += chunk.length) {
                box.logs().append(run, size, chunk, box.runner());
            }
            long full = RunLog.MAX_SIZE;
            String before = box.store().contents();

            assertThat(refusal(() -> send(full, "x"))).isEqualTo(new Refusal.LogFull(run.value(), full));
            assertThat(refusal(() -> send(full - 1, "xx"))).isEqualTo(new Refusal.LogFull(run.value(), full));
            assertThat(box.logs()
                            .append(run, full - 9, new byte[9], box.runner())
                            .size())
                    .isEqualTo(full);

            assertThat(box.store().contents()).isEqualTo(before);
        }

        @Test
        void keepsOfTheLastChunkWhatFits() {
            long size = RunLog.MAX_SIZE - 2;
            for (long sent = 0; sent < size; sent += RunLog.MAX_CHUNK) {
                byte[] chunk = new byte[(int) Math.min(RunLog.MAX_CHUNK, size - sent)];
                box.logs().append(run, sent, chunk, box.runner());
            }

            assertThat(send(size - 1, "?abc").size()).isEqualTo(RunLog.MAX_SIZE);

            assertThat(read(size - 1, 9).bytes().toArray()).isEqualTo(new byte[] {0, 'a', 'b'});
        }

        @Test
        void takesNoChunkThatIsEmptyOrTooLong() {
            for (int length : new int[] {0, RunLog.MAX_CHUNK + 1}) {
                assertThatThrownBy(() -> box.logs().append(run, 0, new byte[length], box.runner()))
                        .isInstanceOf(IllegalArgumentException.class);
            }
        }

        @Test
        void isOpenToTheRunnersOfTheHoldersAccountAlone() {
            Refusal held = new Refusal.HeldByAnotherRunner(run.value());
            byte[] chunk = "x".getBytes(UTF_8);

            assertThat(refusal(() -> box.logs().append(run, 0, chunk, box.otherRunner())))
                    .isEqualTo(held);
            assertThat(refusal(() -> box.logs().append(run, -1, chunk, box.otherRunner())))
                    .isEqualTo(held);
            assertThat(refusal(() -> box.logs().append(run, 0, chunk, box.admin())))
                    .isEqualTo(NO_RUN);
            assertThat(refusal(() -> box.logs().append(run, 0, chunk, box.user())))
                    .isEqualTo(NO_RUN);
            assertThat(refusal(() -> box.logs().append(run, 0, chunk, box.support())))
                    .isEqualTo(NO_RUN);
            assertThat(refusal(() -> box.logs().append(run, 0, chunk, box.restricted(Role.RUNNER, "other"))))
                    .isEqualTo(NO_RUN);
            assertThat(refusal(() -> box.logs().append(box.ids().run(), 0, chunk, box.runner())))
                    .isEqualTo(NO_RUN);
            assertThat(box.logs().append(run, 0, chunk, box.again(box.runner())).size())
                    .isEqualTo(1);
        }

        @Test
        void claimsARunThatNobodyHoldsUnlessItIsRefused() {
            NewRun asked = new NewRun(false, false, false, Optional.empty());
            RunId users = box.commands()
                    .create(box.workspace("acme", "storage").id(), asked, box.user())
                    .run()
                    .id();
            byte[] chunk = "x".getBytes(UTF_8);

            assertThat(refusal(() -> box.logs().append(users, 1, chunk, box.otherRunner())))
                    .isInstanceOf(Refusal.LogGap.class);
            assertThat(box.seen(users).run().runner()).isEmpty();
            box.logs().append(users, 0, chunk, box.runner());

            assertThat(box.seen(users).run().runner()).isEqualTo(box.runner().account());
            assertThat(refusal(() -> box.logs().append(users, 1, chunk, box.otherRunner())))
                    .isInstanceOf(Refusal.HeldByAnotherRunner.class);
        }

        @Test
        void isNoSignOfLife() {
            Optional<?> before = box.queries().lastHeartbeat(run, box.user());
            box.clock().advance(Duration.ofSeconds(7));

            send(0, "one\n");

            assertThat(box.queries().lastHeartbeat(run, box.user()).map(Object.class::cast))
                    .isEqualTo(before);
        }

        @Test
        void isOpenAfterTheEnd() {
            box.administration().forceErrored(run, Optional.empty(), box.admin());

            assertThat(send(0, "last words\n").runner().directive()).isEqualTo(Directive.STOP);
            box.report(run, RunnerEvent.GONE);
            assertThat(send(11, "really\n").runner().directive()).isEqualTo(Directive.OVER);
        }
    }

    @Nested
    class Reading {

        @Test
        void givesTheSliceThatIsAskedFor() {
            send(0, "0123456789");

            assertThat(read(0, 4)).isEqualTo(slice("0123", 0));
            assertThat(read(4, 4)).isEqualTo(slice("4567", 4));
            assertThat(read(8, 4)).isEqualTo(slice("89", 8));
            assertThat(read(10, 4)).isEqualTo(slice("", 10));
            assertThat(read(Long.MAX_VALUE, LogBytes.MAX_LENGTH)).isEqualTo(slice("", Long.MAX_VALUE));
        }

        @ParameterizedTest
        @ValueSource(ints = {Integer.MIN_VALUE, -1, 0, 1_048_577, Integer.MAX_VALUE})
        void refusesALimitThatNoSliceHas(int limit) {
            assertThat(refusal(() -> read(0, limit)))
                    .isEqualTo(new Refusal.InvalidParameter("limit", "must be from 1 to 1048576"));
        }

        @ParameterizedTest
        @ValueSource(longs = {-1, Long.MIN_VALUE})
        void refusesAnOffsetBeforeTheBeginning(long offset) {
            assertThat(refusal(() -> read(offset, 1)))
                    .isEqualTo(new Refusal.InvalidParameter("offset", "must be 0 or more"));
        }

        @Test
        void isOpenToWhoeverSeesTheRun() {
            send(0, "one\n");

            assertThat(box.logs().read(run, 0, 9, box.support()).size()).isEqualTo(4);
            assertThat(box.logs().read(run, 0, 9, box.admin()).size()).isEqualTo(4);
            assertThat(box.logs().read(run, 0, 9, box.otherRunner()).size()).isEqualTo(4);
            assertThat(box.logs()
                            .read(run, 0, 9, box.restricted(Role.USER, "acme"))
                            .size())
                    .isEqualTo(4);
            assertThat(refusal(() -> box.logs().read(run, -1, 0, box.restricted(Role.USER, "other"))))
                    .isEqualTo(NO_RUN);
            assertThat(refusal(() -> box.logs().read(box.ids().run(), 0, 9, box.admin())))
                    .isEqualTo(NO_RUN);
        }

        @Test
        void isCompleteOnceTheRunHasEndedByItself() {
            send(0, "one\n");
            assertThat(read(0, 9).complete()).isFalse();

            box.report(run, RunnerEvent.PLAN_FAILED);

            assertThat(read(0, 9).complete()).isTrue();
            assertThat(read(0, 9).status()).isEqualTo(RunStatus.ERRORED);
        }

        @Test
        void isFullOnceItTakesNoMoreWhateverWasPrinted() {
            long size = RunLog.MAX_SIZE - RunLog.MAX_CHUNK + 1;
            for (long sent = 0; sent < size; sent += RunLog.MAX_CHUNK) {
                byte[] chunk = new byte[(int) Math.min(RunLog.MAX_CHUNK, size - sent)];
                box.logs().append(run, sent, chunk, box.runner());
            }
            SignOfLife sign = SignOfLife.of(Optional.empty(), Optional.of(RunLog.MAX_SIZE + 1));
            box.reports().heartbeat(run, sign, box.runner());
            assertThat(read(size, 1).full()).isFalse();

            box.logs().append(run, size, new byte[RunLog.MAX_CHUNK - 2], box.runner());
            assertThat(read(size, 1).full()).isFalse();
            box.logs().append(run, RunLog.MAX_SIZE - 1, new byte[2], box.runner());

            assertThat(read(size, 1).full()).isTrue();
            assertThat(read(size, 1).size()).isEqualTo(RunLog.MAX_SIZE);
            assertThat(refusal(() -> send(RunLog.MAX_SIZE, "x"))).isInstanceOf(Refusal.LogFull.class);
            assertThat(read(size, 1).complete()).isFalse();
        }

        @Test
        void isCompleteOnceWhatRanIsGone() {
            box.administration().forceErrored(run, Optional.empty(), box.admin());
            assertThat(read(0, 9).complete()).isFalse();

            box.report(run, RunnerEvent.GONE);

            assertThat(read(0, 9).complete()).isTrue();
        }

        @Test
        void isCompleteOnceTheRunnerOfAnEndedPlanIsTakenForGone() {
            box.administration().forceErrored(run, Optional.empty(), box.admin());

            box.clock().advance(Duration.ofMinutes(2));

            assertThat(read(0, 9).complete()).isTrue();
        }

        private LogSlice slice(String bytes, long offset) {
            return new LogSlice(LogBytes.of(bytes.getBytes(UTF_8)), offset, 10, false, false, RunStatus.PLANNING);
        }
    }

    private LogReceipt send(long offset, String text) {
        return box.logs().append(run, offset, text.getBytes(UTF_8), box.runner());
    }

    private LogSlice read(long offset, int limit) {
        return box.logs().read(run, offset, limit, box.user());
    }

    private String text() {
        return new String(read(0, LogBytes.MAX_LENGTH).bytes().toArray(), UTF_8);
    }
}
