package dev.signalbox.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import org.jooq.exception.DataAccessException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PersistenceTest {

    @ParameterizedTest
    @CsvSource({"08006,true", "08001,true", "57P01,true", "57P03,true", "57014,false", "40P01,false", "23505,false"})
    void knowsTheStatesInWhichTheDatabaseIsAway(String state, boolean away) {
        assertThat(Persistence.isAway(new DataAccessException("SQL", new SQLException("trouble", state))))
                .isEqualTo(away);
    }

    @Test
    void knowsThatThePoolHasNoConnectionForHavingNoDatabase() {
        assertThat(Persistence.isAway(
                        new DataAccessException("acquire", new SQLTransientConnectionException("timed out"))))
                .isTrue();
        assertThat(Persistence.isAway(new IllegalStateException(new SQLException("without a state"))))
                .isFalse();
    }
}
