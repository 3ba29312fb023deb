package dev.signalbox.app.journey;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * An apply that hangs as badly as one can: its {@code local-exec} ignores INT and TERM, and a grandchild has left for a
 * session of its own.
 */
final class StubbornApply {

    private static final String SCRIPT = """
            #!/bin/sh
            trap '' INT TERM
            echo $$ > child.pid
            setsid sh -c 'trap "" INT TERM HUP; echo $$ > grandchild.pid; while :; do sleep 1; done' &
            while :; do sleep 1; done
            """;

    private StubbornApply() {}

    /** Its configuration; the provisioner's program is written beside it. */
    static TerraformProject in(Signalbox signalbox, String workspace) throws IOException, InterruptedException {
        TerraformProject project = TerraformProject.of(signalbox, "journey", workspace, """
                resource "terraform_data" "stuck" {
                  provisioner "local-exec" {
                    command = "sh ./hang.sh"
                  }
                }
                """);
        Files.writeString(project.folder().resolve("hang.sh"), SCRIPT);
        return project;
    }

    /** The process IDs of child and grandchild, once both have written them. */
    static List<Long> pids(TerraformProject project) {
        return Stream.of("child.pid", "grandchild.pid")
                .map(project.folder()::resolve)
                .filter(Files::exists)
                .map(StubbornApply::read)
                .filter(text -> !text.isBlank())
                .map(text -> Long.valueOf(text.strip()))
                .toList();
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException problem) {
            return "";
        }
    }
}
