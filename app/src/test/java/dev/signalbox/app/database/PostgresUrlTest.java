package dev.signalbox.app.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PostgresUrlTest {

    @ParameterizedTest
    @CsvSource({
        "postgresql://db.example/signalbox, jdbc:postgresql://db.example/signalbox",
        "postgres://db.example:5433/signalbox, jdbc:postgresql://db.example:5433/signalbox",
        "jdbc:postgresql://db.example/signalbox?sslmode=verify-full,"
                + " jdbc:postgresql://db.example/signalbox?sslmode=verify-full",
        "'postgresql://a:1,b:2/signalbox', 'jdbc:postgresql://a:1,b:2/signalbox'",
        "'postgresql://[::1]:5432/signalbox', 'jdbc:postgresql://[::1]:5432/signalbox'"
    })
    void readsUrlsOfBothKinds(String text, String jdbc) {
        assertThat(PostgresUrl.parse(text)).isEqualTo(new PostgresUrl(jdbc, Optional.empty()));
    }

    @Test
    void takesTheUserOutOfTheUrl() {
        assertThat(PostgresUrl.parse("postgresql://ada@db.example/signalbox"))
                .isEqualTo(new PostgresUrl("jdbc:postgresql://db.example/signalbox", Optional.of("ada")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "postgresql://ada:secret@db.example/x",
                "jdbc:postgresql://db.example/x?password=secret",
                "postgresql://db.example/x?sslmode=require&password=secret"
            })
    void refusesAPasswordWithoutRepeatingIt(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PostgresUrl.parse(text))
                .withMessageContaining("must not contain a password")
                .withMessageNotContaining("secret");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "signalbox", "mysql://db.example/x", "postgresql:", "http://db.example/x"})
    void refusesWhatIsNoPostgresUrl(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PostgresUrl.parse(text))
                .withMessageContaining("must look like");
    }
}
