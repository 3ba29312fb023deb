package dev.signalbox.rest.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BatchesTest {

    private final List<Optional<Integer>> asked = new ArrayList<>();

    @Test
    void givesEveryItemOnceAndInOrder() {
        List<Integer> given = new ArrayList<>();

        upTo(7).forEachRemaining(given::add);

        assertThat(given).containsExactly(1, 2, 3, 4, 5, 6, 7);
        assertThat(asked).containsExactly(Optional.empty(), Optional.of(3), Optional.of(6), Optional.of(7));
    }

    @Test
    void readsTheFirstBatchAtOnceAndNoOtherBeforeItsTurn() {
        Batches<Integer> batches = upTo(7);
        assertThat(asked).hasSize(1);

        for (int i = 0; i < 3; i++) {
            batches.next();
        }
        assertThat(asked).hasSize(1);

        batches.next();
        assertThat(asked).hasSize(2);
    }

    @Test
    void isEmptyWhereThereIsNothing() {
        Batches<Integer> batches = upTo(0);

        assertThat(batches.hasNext()).isFalse();
        assertThatThrownBy(batches::next).isInstanceOf(NoSuchElementException.class);
        assertThat(asked).hasSize(1);
    }

    private Batches<Integer> upTo(int end) {
        return new Batches<>(after -> {
            asked.add(after);
            int last = after.orElse(0);
            return IntStream.rangeClosed(last + 1, Math.min(last + 3, end))
                    .boxed()
                    .toList();
        });
    }
}
