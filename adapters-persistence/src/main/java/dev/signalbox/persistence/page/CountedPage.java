package dev.signalbox.persistence.page;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.trueCondition;

import dev.signalbox.domain.page.Page;
import dev.signalbox.domain.page.PageRequest;
import java.util.List;
import java.util.function.Function;
import org.jooq.CommonTableExpression;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.OrderField;
import org.jooq.Record;
import org.jooq.Record1;
import org.jooq.SelectFieldOrAsterisk;
import org.jooq.Table;
import org.jooq.TableField;

/**
 * A list that is read page by page, each page with the count of all rows in one statement, and so of one snapshot.
 *
 * @param key the primary key of the table that is listed
 * @param where which of its rows the list has
 * @param order the list's order, by a unique column of the table
 * @param total the number of rows in the list, as an expression that stands alone
 * @param source the table, joined with what each row needs besides
 * @param columns what is read of the source
 */
public record CountedPage<K>(
        TableField<?, K> key,
        Condition where,
        OrderField<?> order,
        Field<Long> total,
        Table<?> source,
        List<? extends SelectFieldOrAsterisk> columns) {

    private static final Field<Long> COUNTED_TOTAL = field(name("counted", "total"), Long.class);

    /** Reads a page; one past the end is empty, and is found to be so without walking there. */
    public <T> Page<T> fetch(DSLContext dsl, PageRequest request, Function<Record, T> row) {
        CommonTableExpression<Record1<Long>> counted =
                name("counted").fields("total").as(select(total));
        Table<Record1<K>> page = select(key)
                .from(key.getTable())
                .where(where)
                .and(field(select(COUNTED_TOTAL).from(counted)).gt(request.offset()))
                .orderBy(order)
                .limit(request.size())
                .offset(request.offset())
                .asTable("page");
        Table<?> rows = page.join(source).on(key.eq(field(name("page", key.getName()), key.getDataType())));
        List<? extends Record> found = dsl.with(counted)
                .select(COUNTED_TOTAL)
                .select(columns)
                .from(counted.leftJoin(rows).on(trueCondition()))
                .orderBy(order)
                .fetch();
        List<T> items = found.stream()
                .filter(record -> record.get(key) != null)
                .map(row)
                .toList();
        return new Page<>(items, request, found.getFirst().get(COUNTED_TOTAL));
    }
}
