package dev.signalbox.persistence.run;

import static dev.signalbox.persistence.jooq.Tables.RUNS;
import static org.jooq.impl.DSL.any;

import dev.signalbox.domain.run.RunId;
import dev.signalbox.domain.run.Standing;
import dev.signalbox.persistence.jooq.tables.records.RunsRecord;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jooq.DSLContext;
import org.jooq.Field;

/** How many runs stand, by one statement that looks at their own rows only. */
final class StandingRows {

    /** Of an ending, what tells whether there is one and whether its runner has answered. */
    private static final List<Field<?>> COLUMNS = List.of(
            RUNS.EXTERNAL_ID,
            RUNS.STATUS,
            RUNS.ENDING_PHASE,
            RUNS.ENDING_REQUESTED_AT,
            RUNS.ENDING_ACKNOWLEDGED_AT,
            RUNS.ENDING_GONE_AT);

    private StandingRows() {}

    static Map<RunId, Standing> of(DSLContext dsl, Set<RunId> runs) {
        String[] ids = runs.stream().map(RunId::value).toArray(String[]::new);
        return dsl.select(COLUMNS)
                .from(RUNS)
                .where(RUNS.EXTERNAL_ID.eq(any(ids)))
                .fetchMap(row -> new RunId(row.get(RUNS.EXTERNAL_ID)), row -> toStanding(row.into(RUNS)));
    }

    private static Standing toStanding(RunsRecord row) {
        return Standing.of(RunRows.toStatus(row.getStatus()), RunRows.toEnding(row));
    }
}
