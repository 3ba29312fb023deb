package dev.signalbox.app.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import dev.signalbox.app.wrapper.DefaultSignals;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A folder with a Terraform configuration that needs no provider and no network, and the wrapper to run it with. */
final class TerraformProject implements AutoCloseable {

    private static final Path WRAPPER =
            Path.of("..", "bin", "signalbox-run").toAbsolutePath().normalize();

    private final Path folder;
    private final List<Pipeline> pipelines = new ArrayList<>();
    private final Map<String, String> environment = new HashMap<>();
    private final Signalbox signalbox;
    private final String organization;
    private final String workspace;

    private TerraformProject(Path folder, Signalbox signalbox, String organization, String workspace) {
        this.folder = folder;
        this.signalbox = signalbox;
        this.organization = organization;
        this.workspace = workspace;
    }

    /** Writes the configuration and initialises it. */
    static TerraformProject of(Signalbox signalbox, String organization, String workspace, String configuration)
            throws IOException, InterruptedException {
        requireTerraform();
        Path folder = Files.createTempDirectory("signalbox-terraform");
        TerraformProject project = new TerraformProject(folder, signalbox, organization, workspace);
        project.configuration(configuration);
        Process init = project.process(List.of("terraform", "init", "-input=false", "-no-color"), "init.log");
        assertThat(init.waitFor(120, TimeUnit.SECONDS)).isTrue();
        assertThat(init.exitValue()).as(project.log("init.log")).isZero();
        return project;
    }

    /** Without terraform a journey fails in CI; elsewhere it is skipped, and says so. */
    static void requireTerraform() throws InterruptedException {
        try {
            new ProcessBuilder("terraform", "version")
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start()
                    .waitFor();
        } catch (IOException missing) {
            if ("true".equals(System.getenv("CI"))) {
                throw new AssertionError("terraform is not on the PATH, and CI must not skip this journey", missing);
            }
            System.err.println("SKIPPED: this journey needs terraform on the PATH, which is not there");
            abort("terraform is not on the PATH");
        }
    }

    void configuration(String text) throws IOException {
        Files.writeString(folder.resolve("main.tf"), text);
    }

    /** Sets a variable for what runs here from now on, as a CI system sets its own. */
    void environment(String name, String value) {
        environment.put(name, value);
    }

    Path folder() {
        return folder;
    }

    String organization() {
        return organization;
    }

    String workspace() {
        return workspace;
    }

    /** Starts {@code signalbox-run OPTIONS -- COMMAND} and returns at once; what is missing is created. */
    Pipeline run(List<String> options, String... command) throws IOException {
        List<String> line = new ArrayList<>(List.of(WRAPPER.toString(), "--organization", organization));
        line.addAll(List.of("--workspace", workspace, "--heartbeat", "1", "--grace", "5"));
        line.addAll(options);
        line.add("--");
        line.addAll(List.of(command));
        String log = "run-" + System.nanoTime() + ".log";
        Pipeline pipeline = new Pipeline(process(line, log), folder.resolve(log));
        pipelines.add(pipeline);
        return pipeline;
    }

    private Process process(List<String> line, String log) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(DefaultSignals.before(line))
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
                .redirectOutput(folder.resolve(log).toFile());
        builder.environment().keySet().removeIf(name -> name.startsWith("SIGNALBOX_"));
        builder.environment().put("SIGNALBOX_URL", signalbox.url().toString());
        builder.environment().put("SIGNALBOX_TOKEN", signalbox.token("runner"));
        builder.environment().put("SIGNALBOX_CREATE", "true");
        builder.environment().put("CHECKPOINT_DISABLE", "1");
        builder.environment().put("TF_IN_AUTOMATION", "1");
        builder.environment().putAll(environment);
        return builder.start();
    }

    private String log(String name) throws IOException {
        return Files.readString(folder.resolve(name));
    }

    @Override
    public void close() throws IOException {
        // A journey that failed in the middle leaves wrappers that would wait for ever.
        pipelines.forEach(Pipeline::end);
        Folders.delete(folder);
    }
}
