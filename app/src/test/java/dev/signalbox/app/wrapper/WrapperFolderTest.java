package dev.signalbox.app.wrapper;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What becomes of a run whose wrapper loses its temporary folder, to what clears old files or to somebody else. */
class WrapperFolderTest extends WrapperFixture {

    @ParameterizedTest
    @ValueSource(strings = {"--no-share-log", "--share-log"})
    void goesOnWithoutItsTemporaryFolder(String sharing) throws Exception {
        var started = wrapper()
                .with(sharing)
                .script("tool", "echo first", "echo $$ >parent", WAIT, "echo last; exit 6")
                .start("./tool");
        long parent = started.awaitPid("parent");
        var run = beating(started);
        lose(started);

        started.awaitMessage("is gone");
        assertThat(server.awaitAnotherHeartbeat(run)).contains("\"process-id\":" + parent);
        Files.createFile(folder.resolve("end"));

        assertThat(started.exitCode()).as(started.messages()).isEqualTo(6);
        assertThat(server.awaitRun(0, "errored").status).isEqualTo("errored");
        assertThat(server.lastReport(run)).contains("\"exit-code\":6");
        assertThat(started.output()).isEqualTo("first\nlast\n");
        assertThat(started.messages()).containsOnlyOnce("is gone").doesNotContain("annot", "No such file");
    }

    @Test
    void goesOnInATemporaryFolderThatIsEmptied() throws Exception {
        var started = wrapper()
                .with("--share-log")
                .script("tool", "echo first", "echo $$ >parent", WAIT, "echo last; exit 6")
                .start("./tool");
        long parent = started.awaitPid("parent");
        var run = beating(started);
        String own = started.leftovers().getFirst().toString();
        new ProcessBuilder("find", own, "-mindepth", "1", "-delete").start().waitFor();

        assertThat(server.awaitAnotherHeartbeat(run)).isNotEmpty();
        assertThat(server.awaitAnotherHeartbeat(run)).contains("\"process-id\":" + parent);
        Files.createFile(folder.resolve("end"));

        assertThat(started.exitCode()).as(started.messages()).isEqualTo(6);
        assertThat(run.status).isEqualTo("errored");
        assertThat(started.output()).isEqualTo("first\nlast\n");
    }

    /** Else it would look as if the command printed nothing any more. */
    @Test
    void countsWhatIsPrintedWithoutItsTemporaryFolder() throws Exception {
        var started = wrapper()
                .script("tool", "echo $$ >parent; until test -e lost; do sleep 0.2; done; printf 0123456789", WAIT)
                .start("./tool");
        started.awaitPid("parent");
        var run = beating(started);
        lose(started);
        started.awaitMessage("is gone");
        Files.createFile(folder.resolve("lost"));

        assertThat(server.awaitHeartbeat(run, "\"output-bytes\":10")).contains("output-at");
        Files.createFile(folder.resolve("end"));
        assertThat(started.exitCode()).as(started.messages()).isZero();
    }

    @Test
    void hearsOfAStopWithoutItsTemporaryFolder() throws Exception {
        var started = wrapper()
                .script("tool", "trap 'exit 42' INT; echo $$ >parent; while :; do sleep 0.2; done")
                .start("./tool");
        started.awaitPid("parent");
        var run = beating(started);
        lose(started);

        server.force(run, "canceled");

        assertThat(started.exitCode()).as(started.messages()).isEqualTo(42);
        assertThat(server.events(run)).endsWith("stopping", "gone");
    }

    @Test
    void withdrawsTheRunWhenItIsKilledWithoutItsTemporaryFolder() throws Exception {
        var started = wrapper()
                .script("tool", "echo $$ >parent; while :; do sleep 0.2; done")
                .start("./tool");
        long parent = started.awaitPid("parent");
        beating(started);
        started.signal("STOP");
        lose(started);

        started.signal("KILL");

        server.awaitRun(0, "canceled");
        assertThat(AliveProcesses.isAlive(parent)).isFalse();
        started.awaitTidiness();
    }

    @Test
    void failsInsteadOfApplyingAPlanThatIsLost() throws Exception {
        var started = wrapper()
                .script(
                        "terraform",
                        "for last; do :; done",
                        "case \" $* \" in",
                        "*' plan '*) for arg; do case $arg in -out=*) echo p >${arg#-out=} ;; esac; done; exit 2 ;;",
                        "*' apply '*) test -s \"$last\" || exit 11 ;;",
                        "esac")
                .start("./terraform", "apply");
        var run = server.awaitRun(0, "planned");
        started.awaitMessage("waits until");
        lose(started);
        started.awaitMessage("is gone");

        server.set(run, "confirmed");

        assertThat(started.exitCode()).as(started.messages()).isEqualTo(11);
        assertThat(server.events(run)).endsWith("apply-started", "apply-failed");
    }

    @Test
    void sendsAReportAgainWhoseFolderIsLostOnTheWay() throws Exception {
        var started =
                wrapper().script("tool", "echo $$ >parent", WAIT, "exit 6").start("./tool");
        started.awaitPid("parent");
        var run = beating(started);
        server.goAway();
        started.awaitMessage("is away");
        Files.createFile(folder.resolve("end"));
        awaitNumber(started, "4\n");
        lose(started);
        started.awaitMessage("is gone");

        server.comeBack();

        assertThat(started.exitCode()).as(started.messages()).isEqualTo(6);
        assertThat(run.status).isEqualTo("errored");
    }

    /** Each time but the last, {@code rm} leaves what is made while it works. */
    @Test
    void leavesNoFolderBehindIntoWhichSomethingStillWrites() throws Exception {
        var started = wrapper()
                .script(
                        "rm",
                        "PATH=${PATH#*:}",
                        "[ \"$1\" = -rf ] || exec rm \"$@\"",
                        "echo once >>removals",
                        "rm \"$@\"; [ \"$(wc -l <removals)\" -lt 3 ] || exit 0",
                        "mkdir \"$2\"; touch \"$2/late\"; echo 'rm: cannot remove' >&2; exit 1")
                .withEnvironment("PATH", folder + ":" + System.getenv("PATH"))
                .script("tool", "exit 0")
                .start("./tool");

        assertThat(started.exitCode()).as(started.messages()).isZero();
        assertThat(folder.resolve("removals")).hasContent("once\nonce\nonce");
        assertThat(started.leftovers()).isEmpty();
        assertThat(started.messages()).doesNotContain("annot");
    }

    /** Whoever could make the wrapper believe an answer could end its command, or confirm its plan. */
    @Test
    void believesNothingInAFolderOfSomebodyElse() throws Exception {
        requireRoot();
        var started =
                wrapper().script("tool", "echo $$ >parent", WAIT, "exit 6").start("./tool");
        started.awaitPid("parent");
        var run = beating(started);
        Path lost = started.leftovers().getFirst();
        Path strange = strangersFolder();
        remove(lost);
        Files.move(strange, lost);

        started.awaitMessage("is gone");
        server.awaitAnotherHeartbeat(run);
        Files.createFile(folder.resolve("end"));

        assertThat(started.exitCode()).as(started.messages()).isEqualTo(6);
        assertThat(run.status).isEqualTo("errored");
        assertThat(lost.resolve("number")).content().isEqualTo("41");
        remove(lost);
    }

    /** As some file systems of a network do. */
    @Test
    void staysInAFolderThatTheFileSystemGivesToSomebodyElse() throws Exception {
        requireRoot();
        var started = wrapper()
                .script("mktemp", "PATH=${PATH#*:}", "made=$(mktemp \"$@\") && chown 65534 \"$made\" && echo \"$made\"")
                .withEnvironment("PATH", folder + ":" + System.getenv("PATH"))
                .script("tool", "echo $$ >parent", WAIT, "exit 6")
                .start("./tool");
        started.awaitPid("parent");
        server.awaitAnotherHeartbeat(beating(started));
        Files.createFile(folder.resolve("end"));

        assertThat(started.exitCode()).as(started.messages()).isEqualTo(6);
        assertThat(started.messages()).doesNotContain("is gone");
    }

    private Path strangersFolder() throws Exception {
        Path strange = Files.createDirectory(folder.resolve("strange"));
        Files.writeString(strange.resolve("number"), "41");
        Files.writeString(strange.resolve("group"), "1");
        Files.writeString(strange.resolve("beat.answer"), "200\nstop\ncanceled\n\n\n\n\n\n");
        Files.setPosixFilePermissions(strange, PosixFilePermissions.fromString("rwxrwxrwx"));
        giveAway(strange);
        return strange;
    }

    private StubRun beating(Wrapper.Started started) throws Exception {
        var run = server.awaitRun(0, "applying");
        server.awaitHeartbeat(run, "process-id");
        return run;
    }

    /** Waits until the wrapper has begun its report of a number. */
    private void awaitNumber(Wrapper.Started started, String number) throws Exception {
        Path note = started.leftovers().getFirst().resolve("number");
        for (int round = 0; round < 600 && !Files.readString(note).equals(number); round++) {
            Thread.sleep(50);
        }
        assertThat(note).content().isEqualTo(number);
    }

    private static void lose(Wrapper.Started started) throws Exception {
        remove(started.leftovers().getFirst());
    }

    /** The wrapper may make a file meanwhile. */
    private static void remove(Path lost) throws Exception {
        for (int round = 0; round < 100 && Files.exists(lost); round++) {
            new ProcessBuilder("rm", "-rf", lost.toString()).start().waitFor();
        }
        assertThat(lost).doesNotExist();
    }
}
