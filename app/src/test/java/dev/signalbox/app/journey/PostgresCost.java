package dev.signalbox.app.journey;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * What a PostgreSQL server has used up so far.
 *
 * @param cpuSeconds processor time of all its processes, also of those that have ended
 * @param wal bytes of its log
 * @param tables what each table is like, by name; those that have never been written are left out
 * @param statements what took longest, most first; only of the role of the application
 */
record PostgresCost(long atNanos, double cpuSeconds, long wal, Map<String, TableUse> tables, List<String> statements) {

    /** Linux has had a hundred ticks in a second on every machine for twenty years. */
    private static final double TICKS = 100;

    /** Bytes with indexes and TOAST, and rows as the statistics have them. */
    record TableUse(long bytes, long updates, long hotUpdates, long dead) {}

    /** Looks at the server whose first process that is; statements are counted from the last reset on. */
    static PostgresCost of(Signalbox signalbox, long postmaster) throws SQLException {
        long wal;
        Map<String, TableUse> tables = new TreeMap<>();
        List<String> statements = new ArrayList<>();
        try (Connection database = signalbox.database();
                Statement statement = database.createStatement()) {
            try (ResultSet row = statement.executeQuery("select pg_current_wal_insert_lsn() - '0/0'::pg_lsn")) {
                row.next();
                wal = row.getLong(1);
            }
            readTables(statement, tables);
            readStatements(statement, statements);
        }
        return new PostgresCost(System.nanoTime(), cpuSeconds(postmaster), wal, tables, statements);
    }

    private static void readTables(Statement statement, Map<String, TableUse> tables) throws SQLException {
        try (ResultSet row = statement.executeQuery("""
                select relname, pg_total_relation_size(relid), n_tup_upd, n_tup_hot_upd, n_dead_tup
                from pg_stat_user_tables where n_tup_ins + n_tup_upd > 0""")) {
            while (row.next()) {
                tables.put(
                        row.getString(1), new TableUse(row.getLong(2), row.getLong(3), row.getLong(4), row.getLong(5)));
            }
        }
    }

    private static void readStatements(Statement statement, List<String> statements) throws SQLException {
        try (ResultSet row = statement.executeQuery("""
                select round(total_exec_time)::int || ' ms, ' || calls || ' calls, ' || left(query, 90)
                from pg_stat_statements where userid = (select oid from pg_roles where rolname = 'signalbox')
                order by total_exec_time desc limit 8""")) {
            while (row.next()) {
                statements.add(row.getString(1).replaceAll("\\s+", " "));
            }
        }
        statement.execute("select pg_stat_statements_reset()");
    }

    /** How much of one processor was used since an earlier look, in percent. */
    double percentOfACoreSince(PostgresCost earlier) {
        return 100 * (cpuSeconds - earlier.cpuSeconds) / secondsSince(earlier);
    }

    /** How long ago the earlier look was. */
    double secondsSince(PostgresCost earlier) {
        return (atNanos - earlier.atNanos) / 1e9;
    }

    private static double cpuSeconds(long postmaster) {
        try (Stream<Path> processes = Files.list(Path.of("/proc"))) {
            return processes
                            .filter(process -> process.getFileName().toString().matches("\\d+"))
                            .map(PostgresCost::stat)
                            .filter(stat -> stat.length > 16)
                            .flatMapToLong(stat -> ticks(stat, postmaster))
                            .sum()
                    / TICKS;
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
    }

    /** Of the server's first process also the time of its children that have ended. */
    private static LongStream ticks(String[] stat, long postmaster) {
        if (Long.parseLong(stat[0]) == postmaster) {
            return LongStream.of(number(stat, 12), number(stat, 13), number(stat, 14), number(stat, 15));
        }
        return number(stat, 2) == postmaster ? LongStream.of(number(stat, 12), number(stat, 13)) : LongStream.empty();
    }

    private static long number(String[] stat, int index) {
        return Long.parseLong(stat[index]);
    }

    /** The process's ID and what follows its name, which may have blanks: proc(5) counts one more. */
    private static String[] stat(Path process) {
        try {
            return Files.readString(process.resolve("stat"))
                    .replaceFirst("\\(.*\\) ", "")
                    .split(" ");
        } catch (IOException ended) {
            return new String[0];
        }
    }
}
