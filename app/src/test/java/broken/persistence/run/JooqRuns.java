package broken.persistence.run;

import broken.domain.port.out.Runs;
import broken.domain.run.Run;
import broken.persistence.jooq.Tables;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;

public final class JooqRuns implements Runs {

    private final DSLContext database;

    public JooqRuns(DSLContext database) {
        this.database = database;
    }

    @Override
    public Run find(String id) {
        return new Run(database.select(DSL.field("id", String.class))
                .from(Tables.RUN)
                .fetchSingle()
                .value1());
    }
}
