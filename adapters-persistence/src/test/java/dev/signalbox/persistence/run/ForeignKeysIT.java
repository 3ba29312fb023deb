package dev.signalbox.persistence.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.persistence.testing.TestDatabase;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What belongs to a run, a workspace or an organization goes with it, or it could not be deleted. */
class ForeignKeysIT {

    private static final String THAT_DO_NOT_CASCADE = """
            select conrelid::regclass || ' -> ' || confrelid::regclass
            from pg_constraint
            where contype = 'f' and confdeltype not in ('c', 'n')
              and confrelid in ('runs'::regclass, 'workspaces'::regclass, 'organizations'::regclass)
            order by 1
            """;

    @Test
    void cascadeButForWhatADeletionRemovesItself() {
        List<String> keys = TestDatabase.emptied().fetchValues(THAT_DO_NOT_CASCADE).stream()
                .map(String::valueOf)
                .toList();

        assertThat(keys).containsExactly("runs -> workspaces", "workspaces -> organizations");
    }
}
