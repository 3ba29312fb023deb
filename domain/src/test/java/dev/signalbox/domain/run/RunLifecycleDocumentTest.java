package dev.signalbox.domain.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The page for people says what the table says. */
class RunLifecycleDocumentTest {

    private static final String WRITE = "signalbox.docs.write";

    @Test
    void agreesWithTheTable() throws IOException {
        Path page = projectRoot().resolve("docs").resolve("run-lifecycle.md");
        if (Boolean.getBoolean(WRITE)) {
            Files.writeString(page, RunLifecycleDocument.text());
        }

        assertThat(page)
                .as("docs/run-lifecycle.md does not say what RunLifecycle says; write it anew with"
                        + " ./mvnw -pl domain test -Dtest=RunLifecycleDocumentTest -D" + WRITE + "=true")
                .exists()
                .hasContent(RunLifecycleDocument.text());
    }

    private static Path projectRoot() {
        for (Path folder = Path.of("").toAbsolutePath(); folder != null; folder = folder.getParent()) {
            if (Files.exists(folder.resolve("mvnw"))) {
                return folder;
            }
        }
        throw new IllegalStateException("no project around " + Path.of("").toAbsolutePath());
    }
}
