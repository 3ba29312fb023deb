package dev.signalbox.app.sources;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The shell scripts hold what shellcheck knows of shells. */
class ShellScriptsTest {

    private static final String SHELLCHECK = "shellcheck";

    @TempDir
    Path scratch;

    @Test
    void shellcheckFindsNothingInTheScripts() throws Exception {
        List<Path> scripts = scripts();
        assertThat(scripts.stream().map(script -> script.getFileName().toString()))
                .contains("signalbox", "signalbox-run", "run");

        assertThat(complaints(scripts)).isEmpty();
    }

    @Test
    void shellcheckFindsWhatIsWrong() throws Exception {
        Path script = Files.writeString(scratch.resolve("wrong"), "#!/bin/sh\nrm -rf $1/*\n");

        assertThat(complaints(List.of(script))).contains("SC2086");
    }

    /** The wrapper's head says why. */
    @Test
    void theWrapperReadsNoProcessInAWayThatLosesSignals() throws IOException {
        Path wrapper = ProjectFolder.root().resolve("bin/signalbox-run");

        assertThat(Files.readAllLines(wrapper))
                .filteredOn(line -> !line.strip().startsWith("#"))
                .noneMatch(line -> line.matches(".*\\$\\((?!\\().*"));
    }

    /** Every file of bin and of the gate that says it is for a shell. */
    private static List<Path> scripts() throws IOException {
        List<Path> scripts = new ArrayList<>();
        for (String folder : List.of("bin", ".ci")) {
            try (Stream<Path> files = Files.walk(ProjectFolder.root().resolve(folder))) {
                for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                    try (Stream<String> lines = Files.lines(file)) {
                        if (lines.findFirst().orElse("").matches("#!.*\\b(sh|bash)\\b.*")) {
                            scripts.add(file);
                        }
                    }
                }
            }
        }
        return scripts;
    }

    private static String complaints(List<Path> scripts) throws Exception {
        List<String> command = new ArrayList<>(List.of(SHELLCHECK, "--external-sources", "--color=never"));
        scripts.forEach(script -> command.add(script.toString()));
        Process shellcheck = start(command);
        String output = new String(shellcheck.getInputStream().readAllBytes());
        assertThat(shellcheck.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(shellcheck.exitValue()).as(output).isLessThanOrEqualTo(1);
        return output;
    }

    private static Process start(List<String> command) {
        try {
            return new ProcessBuilder(command).redirectErrorStream(true).start();
        } catch (IOException missing) {
            String problem = "shellcheck is not installed, so the shell scripts were NOT checked";
            assertThat(System.getenv("CI")).as(problem).isNull();
            System.err.println("WARNING: " + problem);
            return abort(problem);
        }
    }
}
