package dev.signalbox.persistence.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.domain.TimeWindow;
import dev.signalbox.domain.page.PageRequest;
import dev.signalbox.domain.run.RunFilter;
import dev.signalbox.domain.run.RunId;
import dev.signalbox.domain.run.RunOrder;
import dev.signalbox.domain.run.RunQuery;
import dev.signalbox.domain.run.RunStatus;
import dev.signalbox.domain.run.StatusGroup;
import dev.signalbox.persistence.testing.TestDatabase;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** More workspaces match than are looked into one by one: of 900, each has one run; every third is pending. */
class ManyWorkspacesIT {

    private static final int ALL = 900;
    private static final PageRequest SECOND = new PageRequest(2, 60);

    private final DSLContext dsl = TestDatabase.emptied();

    @BeforeEach
    void fill() {
        dsl.execute("insert into organizations (name, folded_name, created_at) values ('acme', 'acme', '2026-01-01Z')");
        dsl.execute("""
                insert into workspaces (external_id, organization_id, name, folded_name, created_at, search_text,
                  last_ord, errored_count, canceled_count)
                select 'ws-' || translate(lpad(i::text, 16, 'A'), '0', 'z'), organizations.id, 'w' || i, 'w' || i,
                  '2026-01-01Z', 'acme/w' || i, i::bigint << 21, (i % 3 = 1)::int, (i % 3 = 2)::int
                from organizations, generate_series(1, ?) i order by i
                """, ALL);
        dsl.execute("""
                insert into runs (ord, external_id, workspace_id, status, plan_only, auto_apply, is_destroy,
                  author_name, errored_at, canceled_at, has_changes, plan_id, plan_status, apply_id, apply_status,
                  last_report_number)
                select last_ord, replace(external_id, 'ws-', 'run-'), id,
                  case when errored_count = 1 then 'errored' when canceled_count = 1 then 'canceled' else 'pending' end,
                  false, false, false, 'alice', '2026-01-01Z', '2026-01-01Z', false,
                  replace(external_id, 'ws-', 'plan-'), phase, replace(external_id, 'ws-', 'apply-'), phase, 0
                from (select *, case when errored_count + canceled_count = 0 then 'pending' else 'unreachable' end phase
                  from workspaces) each_one
                """);
    }

    @ParameterizedTest
    @EnumSource(RunOrder.class)
    void areListedInOrder(RunOrder order) {
        assertThat(listed(Optional.empty(), order)).isEqualTo(expected(i -> true, order));
    }

    @ParameterizedTest
    @EnumSource(RunOrder.class)
    void areListedByOneStatus(RunOrder order) {
        assertThat(listed(Optional.of(Set.of(RunStatus.ERRORED)), order)).isEqualTo(expected(i -> i % 3 == 1, order));
    }

    @ParameterizedTest
    @EnumSource(RunOrder.class)
    void areListedByAllFinalStatuses(RunOrder order) {
        assertThat(listed(Optional.of(StatusGroup.FINAL.statuses()), order))
                .isEqualTo(expected(i -> i % 3 != 0, order));
    }

    @Test
    void areListedByStatusesOfBothKinds() {
        Set<RunStatus> both = Set.of(RunStatus.PENDING, RunStatus.PLANNED, RunStatus.CANCELED, RunStatus.APPLIED);

        assertThat(listed(Optional.of(both), RunOrder.NEWEST_FIRST))
                .isEqualTo(expected(i -> i % 3 != 1, RunOrder.NEWEST_FIRST));
    }

    private List<RunId> listed(Optional<Set<RunStatus>> statuses, RunOrder order) {
        RunFilter filter =
                new RunFilter(Optional.empty(), TimeWindow.UNBOUNDED, Optional.of("acme"), Optional.empty(), statuses);
        return new JooqRunOverviews(dsl)
                .list(new RunQuery(filter, order, SECOND)).page().items().stream()
                        .map(row -> row.run().id())
                        .toList();
    }

    private static List<RunId> expected(IntPredicate wanted, RunOrder order) {
        return IntStream.rangeClosed(1, ALL)
                .map(i -> order == RunOrder.NEWEST_FIRST ? ALL + 1 - i : i)
                .filter(wanted)
                .skip(SECOND.offset())
                .limit(SECOND.size())
                .mapToObj(i ->
                        new RunId("run-" + "A".repeat(16 - Integer.toString(i).length())
                                + Integer.toString(i).replace('0', 'z')))
                .toList();
    }
}
