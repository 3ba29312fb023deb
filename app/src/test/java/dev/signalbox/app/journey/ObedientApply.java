package dev.signalbox.app.journey;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.app.wrapper.DefaultSignals;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.JsonNode;

/** An apply that would take ten minutes and ends at once when it gets INT, as Terraform does by itself. */
final class ObedientApply implements AutoCloseable {

    private static final Duration LIMIT = Duration.ofSeconds(90);

    private static final String CONFIGURATION = """
            resource "terraform_data" "slow" {
              provisioner "local-exec" {
                command = "echo $$ > working; exec sleep 600"
              }
            }
            """;

    private final TerraformProject project;
    private final AdminView admin;
    private final List<String> options;

    /** Of a wrapper whose heartbeats are so many seconds apart, and whose grace is not as short as in other journeys. */
    ObedientApply(Signalbox signalbox, String workspace, int heartbeat) throws IOException, InterruptedException {
        this.project = TerraformProject.of(signalbox, "journey", workspace, CONFIGURATION);
        this.admin = new AdminView(signalbox);
        this.options = List.of("--auto-approve", "--heartbeat", Integer.toString(heartbeat), "--grace", "20");
    }

    /** How long it takes from INT to the end of its last process, with nothing of Signalbox about it. */
    Duration alone(int number) throws IOException, InterruptedException {
        String mark = "alone-" + number;
        List<String> line = List.of("setsid", "terraform", "apply", "-auto-approve", "-no-color");
        ProcessBuilder command = new ProcessBuilder(DefaultSignals.before(line))
                .directory(project.folder().toFile())
                .redirectErrorStream(true)
                .redirectOutput(project.folder().resolve("alone.log").toFile());
        command.environment().put("SIGNALBOX_RUN_ID", mark);
        command.environment().put("CHECKPOINT_DISABLE", "1");
        Process group = command.start();
        awaitWork();
        List<Long> processes = atWork(mark);
        long interrupted = System.nanoTime();
        new ProcessBuilder("kill", "-INT", "--", "-" + group.pid()).start().waitFor();
        Duration taken = untilGone(mark, processes, interrupted);
        group.waitFor(LIMIT.toSeconds(), TimeUnit.SECONDS);
        return taken;
    }

    /**
     * How long it takes from the sending of an administrator's POST to the end of its last process.
     *
     * @param pause from a heartbeat to the POST
     */
    Duration forced(Duration pause) throws IOException, InterruptedException {
        Pipeline pipeline = project.run(options, "terraform", "apply", "-no-color");
        awaitWork();
        String run = AdminView.id(admin.awaitStatus(project, "applying", LIMIT));
        String heard = lastHeard(run);
        Await.until(LIMIT, () -> lastHeard(run), now -> !now.equals(heard));
        Thread.sleep(pause);
        List<Long> processes = atWork(run);
        long posted = System.nanoTime();
        admin.api().post("/api/v2/admin/runs/" + run + "/actions/cancel").expect(200);
        Duration taken = untilGone(run, processes, posted);
        pipeline.exitCode(LIMIT);
        JsonNode record = Await.until(
                LIMIT, () -> admin.run(run), read -> AdminView.ending(read).equals("gone"));
        assertThat(record.at("/data/attributes/signalbox-ending/signal").asString(""))
                .as("what ended it: %s", record)
                .isNotEqualTo("KILL");
        return taken;
    }

    private String lastHeard(String run) {
        return admin.run(run).at("/data/attributes/signalbox-last-heard-at").asString("");
    }

    private void awaitWork() throws IOException, InterruptedException {
        Path working = project.folder().resolve("working");
        Await.until(LIMIT, () -> Files.exists(working), found -> found);
        Files.delete(working);
    }

    private static List<Long> atWork(String run) {
        List<Long> group = RunProcesses.of(run);
        assertThat(group).as("processes at work").isNotEmpty();
        return group;
    }

    private static Duration untilGone(String run, List<Long> group, long since) throws InterruptedException {
        long end = System.nanoTime() + LIMIT.toNanos();
        while (!RunProcesses.alive(group).isEmpty() || !RunProcesses.of(run).isEmpty()) {
            assertThat(System.nanoTime()).as("still there: %s", group).isLessThan(end);
            Thread.sleep(10);
        }
        return Duration.ofNanos(System.nanoTime() - since);
    }

    @Override
    public void close() throws IOException {
        project.close();
    }
}
