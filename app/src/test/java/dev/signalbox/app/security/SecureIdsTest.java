package dev.signalbox.app.security;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.domain.ExternalId;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SecureIdsTest {

    private final SecureIds ids = new SecureIds();

    @Test
    void makesIdsOfEveryType() {
        assertThat(ids.run().value()).startsWith("run-").hasSize(4 + ExternalId.RANDOM_LENGTH);
        assertThat(ids.plan().value()).startsWith("plan-");
        assertThat(ids.apply().value()).startsWith("apply-");
        assertThat(ids.workspace().value()).startsWith("ws-");
        assertThat(ids.account().value()).startsWith("user-");
        assertThat(ids.token().value()).startsWith("at-");
        assertThat(ids.auditEvent().value()).startsWith("ae-");
    }

    @Test
    void makesNoIdTwice() {
        assertThat(IntStream.range(0, 10_000)
                        .mapToObj(_ -> ids.run())
                        .collect(Collectors.toSet())
                        .size())
                .isEqualTo(10_000);
    }

    /** A remainder by 58 of a byte would make the first 24 characters a quarter more frequent than the others. */
    @Test
    void favoursNoCharacter() {
        var counts = Base58.random(580_000)
                .chars()
                .boxed()
                .collect(Collectors.groupingBy(character -> character, Collectors.counting()));

        // 10,000 are expected of each, with a standard deviation of 99: six of them are an accident in 10 million runs.
        assertThat(counts).hasSize(ExternalId.ALPHABET.length());
        assertThat(counts.values()).allSatisfy(count -> assertThat(count).isBetween(9_400L, 10_600L));
    }
}
