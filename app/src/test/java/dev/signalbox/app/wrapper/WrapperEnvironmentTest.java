package dev.signalbox.app.wrapper;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** What becomes of the caller's variables: they reach the command, and are nothing to the wrapper itself. */
class WrapperEnvironmentTest extends WrapperFixture {

    @Test
    void takesNoTextOfTheCallersForAProgram() throws Exception {
        var started = wrapper()
                .withEnvironment("CI_COMMIT_DESCRIPTION", "body\nUID=1'")
                .withEnvironment("CI_COMMIT_MESSAGE", "title\n\ntouch injected\nUID=2'")
                .withEnvironment("run", "'; touch injected; '")
                .script("tool", WAIT, "exit 6")
                .start("./tool");
        server.awaitHeartbeat(server.awaitRun(0, "applying"), "process-id");
        Files.createFile(folder.resolve("end"));

        assertThat(started.exitCode()).as(started.messages()).isEqualTo(6);
        assertThat(folder.resolve("injected")).doesNotExist();
    }

    /** Terraform knows such variables; dash does not, and drops them. */
    @Test
    void passesVariablesOnWhoseNamesNoShellHolds() throws Exception {
        requireCommand("perl");
        var started = withStrangeNames().start("printenv", "TF_VAR_my-var", "a.b");

        assertThat(started.exitCode()).as(started.messages()).isZero();
        assertThat(started.output()).isEqualTo("one=1\nA-B=two\n3\n");
        assertThat(started.messages()).doesNotContain("does not see");
    }

    @Test
    void saysWhichVariablesTheShellKeepsFromTheCommand() throws Exception {
        var started = withStrangeNames().without("perl").start("printenv", "TF_VAR_my-var");

        if (shell.equals("bash")) {
            assertThat(started.exitCode()).as(started.messages()).isZero();
            assertThat(started.messages()).doesNotContain("does not see");
        } else {
            assertThat(started.exitCode()).as(started.messages()).isEqualTo(1);
            assertThat(started.messages()).containsOnlyOnce("the command does not see TF_VAR_my-var a.b: ");
        }
    }

    private Wrapper withStrangeNames() throws Exception {
        return wrapper().through("exec env TF_VAR_my-var=\"$(printf 'one=1\nA-B=two')\" a.b=3 \"$@\"");
    }

    @Test
    void showsTheTokenInNoListOfProcessesAndInNoFile() throws Exception {
        var started = wrapper().script("tool", WAIT).start("./tool");
        server.awaitHeartbeat(server.awaitRun(0, "applying"), "process-id");
        for (int look = 0; look < 20; look++) {
            assertThat(holding("/proc/[0-9]*/cmdline")).isEmpty();
            assertThat(holding(folder.resolve("tmp") + "/*/*")).isEmpty();
        }
        Files.createFile(folder.resolve("end"));

        assertThat(started.exitCode()).as(started.messages()).isZero();
    }

    /** The heart of a wrapper whose number another process has got by now. */
    @Test
    void mistakesNoOtherProcessForTheWrapper() throws Exception {
        var started = wrapper().fakeTerraform("terraform", 2, 0).start("./terraform", "apply");
        var run = server.awaitRun(0, "planned");
        Path own = Files.createDirectories(folder.resolve("heart"));
        Files.writeString(own.resolve("number"), "2\n");

        assertThat(heart(own, started, run).waitFor(30, TimeUnit.SECONDS)).isTrue();
        server.awaitRun(0, "canceled");
        assertThat(started.exitCode()).isEqualTo(3);
        assertThat(own).doesNotExist();
    }

    /** It may have been put there before the heart looked for the first time. */
    @Test
    void takesNoFolderOfSomebodyElseForItsOwn() throws Exception {
        requireRoot();
        var started = wrapper().fakeTerraform("terraform", 2, 0).start("./terraform", "apply");
        var run = server.awaitRun(0, "planned");
        Path strange = Files.createDirectories(folder.resolve("heart"));
        giveAway(strange);

        assertThat(heart(strange, started, run).waitFor(30, TimeUnit.SECONDS)).isTrue();

        assertThat(strange).isEmptyDirectory();
        started.signal("TERM");
        assertThat(started.exitCode()).isEqualTo(143);
    }

    /** Begins what sends heartbeats for a wrapper that is no more. */
    private Process heart(Path own, Wrapper.Started started, StubRun run) throws Exception {
        Files.writeString(folder.resolve("told"), StubServer.TOKEN + "\n" + server.url() + "\n");
        String arguments = own + "," + started.process().pid() + ":1," + run.id + "," + "0".repeat(32)
                + ",setsid,false,1,1,1,," + server.url() + ",,,continue,planned,true";
        List<String> command = new ArrayList<>(List.of(shell, Wrapper.script().toString(), "--heart"));
        command.addAll(List.of(arguments.split(",", -1)));
        ProcessBuilder heart = new ProcessBuilder(command)
                .redirectInput(folder.resolve("told").toFile())
                .redirectError(ProcessBuilder.Redirect.DISCARD);
        heart.environment().put("TMPDIR", folder.resolve("tmp").toString());
        return heart.start();
    }

    /** The files that hold the token as curl is told of it. */
    private static String holding(String files) throws Exception {
        Process grep =
                new ProcessBuilder("sh", "-c", "grep -D skip -ls '[B]earer " + StubServer.TOKEN + "' " + files).start();
        return new String(grep.getInputStream().readAllBytes());
    }
}
