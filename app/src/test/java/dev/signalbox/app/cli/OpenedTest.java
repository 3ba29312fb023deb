package dev.signalbox.app.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.signalbox.app.console.Failure;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class OpenedTest {

    private final List<String> told = new ArrayList<>();
    private final List<String> closed = new ArrayList<>();
    private final Opened opened = new Opened(told::add);

    @Test
    void closesTheLastFirstAndEachOnce() {
        opened.keep(() -> closed.add("lock"));
        opened.keep(() -> closed.add("server"));

        opened.close();
        opened.close();

        assertThat(closed).containsExactly("server", "lock");
        assertThat(told).isEmpty();
    }

    @Test
    void closesTheRestWhateverFails() {
        opened.keep(() -> closed.add("lock"));
        opened.keep(() -> {
            throw new Failure("PostgreSQL did not stop.");
        });
        opened.keep(() -> {
            throw new NoClassDefFoundError("dev/signalbox/Pool");
        });

        opened.close();

        assertThat(closed).containsExactly("lock");
        assertThat(told)
                .containsExactly(
                        "While stopping: java.lang.NoClassDefFoundError: dev/signalbox/Pool",
                        "While stopping: PostgreSQL did not stop.");
    }

    @Test
    void closesWhatIsOpenedTooLateAtOnce() {
        opened.close();

        assertThatThrownBy(() -> opened.keep(() -> closed.add("lock"))).hasMessage("Stopped while starting.");
        assertThat(closed).containsExactly("lock");
    }
}
