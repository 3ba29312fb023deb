package broken.persistence;

import broken.domain.port.out.Runs;
import broken.persistence.run.JooqRuns;
import java.sql.Connection;
import org.jooq.impl.DSL;

public final class Persistence {

    private Persistence() {}

    public static Runs runsOf(Connection database) {
        return new JooqRuns(DSL.using(database));
    }
}
