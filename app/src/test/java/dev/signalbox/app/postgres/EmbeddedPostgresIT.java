package dev.signalbox.app.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.signalbox.app.console.Failure;
import dev.signalbox.app.database.DatabaseAddress;
import dev.signalbox.app.journey.Signalbox;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

@Execution(ExecutionMode.CONCURRENT)
class EmbeddedPostgresIT {

    @TempDir
    Path folder;

    private final List<String> steps = new ArrayList<>();
    private DataDirectory directory;
    private EmbeddedPostgres postgres;
    private DatabaseAddress address;

    @BeforeEach
    void start() {
        directory = new DataDirectory(folder.resolve("data")).prepare();
        postgres = EmbeddedPostgres.of(directory);
        address = postgres.start(steps::add);
    }

    @AfterEach
    void stop() {
        postgres.close();
    }

    @Test
    void keepsWhatItAcknowledged() throws Exception {
        assertThat(List.of("fsync", "synchronous_commit", "full_page_writes", "data_checksums"))
                .allSatisfy(setting -> assertThat(query("show " + setting)).isEqualTo("on"));
    }

    @Test
    void isReachedFromThisMachineAloneAndWithAPasswordAlone() throws Exception {
        assertThat(query("show listen_addresses")).isEqualTo("127.0.0.1");
        var socketFolder = Files.readAllLines(
                        PostmasterFile.path(directory.postgres().resolve("data")))
                .get(4);
        assertThat(socketFolder).isEmpty();
        for (var user : List.of("signalbox", "postgres")) {
            for (var password : List.of("", "wrong")) {
                assertThatThrownBy(() -> DriverManager.getConnection(address.url(), user, password))
                        .isInstanceOf(SQLException.class);
            }
        }
    }

    @Test
    void letsTheApplicationBeNoSuperuser() throws Exception {
        assertThat(query("select rolsuper::text from pg_roles where rolname = current_user"))
                .isEqualTo("false");
        assertThat(query("select count(*) > 0 from pg_stat_statements")).isEqualTo("t");
    }

    @Test
    void findsDataAgainAfterAStop() throws Exception {
        execute("create table kept as select 42 as answer");
        postgres.close();
        restart();

        assertThat(query("select answer from kept")).isEqualTo("42");
    }

    /** As after a kill -9 of the application: its server runs on, and nobody has closed anything. */
    @Test
    void stopsTheServerThatAKilledApplicationLeftBehind() throws Exception {
        execute("create table kept as select 42 as answer");
        long before = Long.parseLong(query("select extract(epoch from pg_postmaster_start_time()) * 1000000")
                .replaceAll("\\..*", ""));
        restart();

        assertThat(steps).anyMatch(step -> step.contains("left behind"));
        assertThat(query("select answer from kept")).isEqualTo("42");
        assertThat(query("select extract(epoch from pg_postmaster_start_time()) * 1000000 > " + before))
                .isEqualTo("t");
    }

    @Test
    void recoversAfterItWasKilledItself() throws Exception {
        execute("create table kept as select 42 as answer");
        var pid = PostmasterFile.read(directory.postgres().resolve("data"))
                .orElseThrow()
                .pid();
        var postmaster = ProcessHandle.of(pid).orElseThrow();
        postmaster.destroyForcibly();
        postmaster.onExit().join();
        restart();

        assertThat(query("select answer from kept")).isEqualTo("42");
    }

    /** After a restart of the machine, the number of the process that wrote the file may belong to anyone. */
    @Test
    void isNotKeptFromStartingByAStrangersProcess() throws Exception {
        postgres.close();
        Files.writeString(
                PostmasterFile.path(directory.postgres().resolve("data")),
                ProcessHandle.current().pid() + "\n");
        restart();

        assertThat(query("select 1")).isEqualTo("1");
    }

    @Test
    void keepsItsPortAndChoosesAnotherIfAStrangerHasTakenIt() throws Exception {
        postgres.close();
        int port = Signalbox.freePort();
        Files.writeString(directory.postgres().resolve("port"), port + "\n");
        restart();
        assertThat(address.url()).contains(":" + port + "/");

        postgres.close();
        try (var stranger = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            assertThat(stranger.isBound()).isTrue();
            restart();
            assertThat(address.url()).doesNotContain(":" + port + "/");
            assertThat(EmbeddedPostgres.ofRunningServer(directory)).isEqualTo(address);
        }
    }

    @Test
    void refusesDataOfAnotherMajorVersionAndLeavesThemAlone() throws Exception {
        postgres.close();
        var version = directory.postgres().resolve("data").resolve("PG_VERSION");
        Files.writeString(version, "17\n");

        assertThatThrownBy(this::restart)
                .isInstanceOf(Failure.class)
                .hasMessageContaining("were written by PostgreSQL 17")
                .hasMessageContaining("pg_dump");
        assertThat(Files.readString(version)).isEqualTo("17\n");
    }

    @Test
    void startsAnewWhereMakingAClusterWasInterrupted() throws Exception {
        postgres.close();
        var cluster = directory.postgres().resolve("data");
        Files.move(cluster, cluster.resolveSibling("data.unfinished"));
        Files.delete(cluster.resolveSibling("data.unfinished").resolve("PG_VERSION"));
        restart();

        assertThat(query("select 1")).isEqualTo("1");
        assertThat(cluster.resolveSibling("data.unfinished")).doesNotExist();
    }

    @Test
    void isStoppedThroughALinkToItsDirectory() throws Exception {
        var link = Files.createSymbolicLink(folder.resolve("link"), directory.root());
        directory = new DataDirectory(link).prepare();
        restart();
        assertThat(steps).anyMatch(step -> step.contains("left behind"));

        postgres.close();
        assertThat(PostmasterFile.path(link.resolve("postgres").resolve("data")))
                .doesNotExist();
    }

    @Test
    void startsWithAFileOfItsPortThatAPowerCutHasTorn() throws Exception {
        for (var torn : List.of("", "\0\0\0\0\0\0", "99999\n")) {
            postgres.close();
            Files.writeString(directory.postgres().resolve("port"), torn);
            restart();
            assertThat(query("select 1")).isEqualTo("1");
        }
    }

    @Test
    void saysThatItsPasswordIsLost() throws Exception {
        postgres.close();
        Files.writeString(directory.postgres().resolve("password"), "");

        assertThatThrownBy(this::restart)
                .isInstanceOf(Failure.class)
                .hasMessageContaining(directory.postgres().resolve("password").toString());
    }

    private void restart() {
        postgres = EmbeddedPostgres.of(directory);
        address = postgres.start(steps::add);
    }

    private String query(String sql) throws SQLException {
        try (var connection = DriverManager.getConnection(address.url(), address.user(), address.password());
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        }
    }

    private void execute(String sql) throws SQLException {
        try (var connection = DriverManager.getConnection(address.url(), address.user(), address.password());
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
