package dev.signalbox.app.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Pipelines that are set up wrongly: each hears one sentence and gets its exit code, and leaves nothing behind. */
@ExtendWith(SharedSignalbox.class)
class RefusedPipelineIT {

    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final String ORGANIZATION = "refusing";

    private final Signalbox signalbox;
    private final AdminView admin;
    private TerraformProject project;
    private Path temporary;

    RefusedPipelineIT(Signalbox signalbox) {
        this.signalbox = signalbox;
        this.admin = new AdminView(signalbox);
    }

    @BeforeEach
    void setUp() throws IOException, InterruptedException {
        String workspace = "wrong-" + System.nanoTime();
        project = TerraformProject.of(signalbox, ORGANIZATION, workspace, "resource \"terraform_data\" \"one\" {}");
        temporary = Files.createDirectory(project.folder().resolve("temporary"));
        project.environment("TMPDIR", temporary.toString());
    }

    @AfterEach
    void nothingIsLeft() throws IOException, InterruptedException {
        try {
            Await.until(LIMIT, () -> RunProcesses.with("TMPDIR=" + temporary), List::isEmpty);
            assertThat(temporary).isEmptyDirectory();
        } finally {
            project.close();
        }
    }

    @Test
    void createsNoWorkspaceUnasked() throws InterruptedException, IOException {
        ScriptedRun.workspace(admin.api(), ORGANIZATION, "another-" + System.nanoTime());
        project.environment("SIGNALBOX_CREATE", "false");

        assertRefused(plan(), 4, "nothing was run: the server refused with 404: ");
    }

    @Test
    void runsNothingInAForeignOrganization() throws IOException, InterruptedException {
        ScriptedRun.workspace(admin.api(), ORGANIZATION, project.workspace());
        ScriptedRun.workspace(admin.api(), "elsewhere", project.workspace());
        project.environment("SIGNALBOX_TOKEN", signalbox.token("runner", "elsewhere"));

        assertRefused(plan(), 4, "nothing was run: the server refused with 404: ");
    }

    @Test
    void runsNothingWithATokenThatHasExpired() throws IOException, InterruptedException, SQLException {
        project.environment("SIGNALBOX_TOKEN", expiredToken());

        assertRefused(plan(), 4, "nothing was run: the server refused with 401");
    }

    @Test
    void runsNothingWhereTerraformIsMissing() throws IOException, InterruptedException {
        project.environment("PATH", pathWithoutTerraform().toString());

        assertRefused(plan(), 127, "there is no command terraform");
    }

    @Test
    void endsARunWhosePlanCannotBeRead() throws IOException, InterruptedException {
        Files.writeString(project.folder().resolve("saved"), "no plan");
        Pipeline pipeline = project.run(List.of(), "terraform", "apply", "-no-color", "saved");

        assertThat(pipeline.exitCode(LIMIT)).as(pipeline.output()).isEqualTo(1);
        String run = AdminView.id(admin.awaitStatus(project, "errored", LIMIT));
        assertThat(ownSentences(pipeline))
                .containsExactly(
                        "signalbox: " + run + " in " + ORGANIZATION + "/" + project.workspace() + " is submitted",
                        "signalbox: this command is one phase: it has no plan that could be seen or confirmed first");
        assertThat(pipeline.output()).contains("Error: ");
        assertThat(RunProcesses.of(run)).isEmpty();
    }

    private Pipeline plan() throws IOException {
        return project.run(List.of(), "terraform", "plan", "-no-color");
    }

    private void assertRefused(Pipeline pipeline, int code, String sentence) throws InterruptedException {
        assertThat(pipeline.exitCode(LIMIT)).as(pipeline.output()).isEqualTo(code);
        assertThat(pipeline.output().lines()).singleElement().asString().startsWith("signalbox: " + sentence);
        assertThat(admin.runs(ORGANIZATION, project.workspace())).isEmpty();
    }

    private static List<String> ownSentences(Pipeline pipeline) {
        return pipeline.output()
                .lines()
                .filter(line -> line.startsWith("signalbox: "))
                .toList();
    }

    private String expiredToken() throws SQLException {
        String name = "expired-" + System.nanoTime();
        String token = signalbox
                .run(List.of("token", "create", "--quiet", "--role", "runner", "--name", name, "--expires", "1m"))
                .strip();
        try (var database = signalbox.database();
                var update = database.prepareStatement("""
                        update api_tokens set expires_at = date_trunc('second', now())
                        where account_id = (select id from accounts where name = ?)""")) {
            update.setString(1, name);
            assertThat(update.executeUpdate()).isEqualTo(1);
        }
        return token;
    }

    /** A folder with a link to every other command. */
    private Path pathWithoutTerraform() throws IOException {
        Path links = Files.createDirectory(project.folder().resolve("commands"));
        for (String folder : System.getenv("PATH").split(":")) {
            if (!Files.isDirectory(Path.of(folder))) {
                continue;
            }
            try (Stream<Path> commands = Files.list(Path.of(folder))) {
                for (Path command : commands.toList()) {
                    Path link = links.resolve(command.getFileName());
                    if (!link.endsWith("terraform") && !Files.isSymbolicLink(link)) {
                        Files.createSymbolicLink(link, command);
                    }
                }
            }
        }
        return links;
    }
}
