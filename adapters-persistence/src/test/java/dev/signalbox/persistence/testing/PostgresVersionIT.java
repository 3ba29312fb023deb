package dev.signalbox.persistence.testing;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PostgresVersionIT {

    /** Set by the build, per run of these tests. */
    private static final int MAJOR = Integer.getInteger("signalbox.test.postgres", 18);

    @Test
    void isTheOneThatIsMeant() {
        String version = TestDatabase.emptied()
                .resultQuery("select version()")
                .fetchSingle()
                .get(0, String.class);

        assertThat(version).startsWith("PostgreSQL " + MAJOR + ".");
    }
}
