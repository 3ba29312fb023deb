package dev.signalbox.app.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * PostgreSQL's {@code postmaster.pid}, as far as it tells which server runs on a data directory.
 *
 * @param pid the process that wrote it, which may be gone, and its number given to a stranger
 * @param port absent if the server had not come that far
 */
record PostmasterFile(long pid, Optional<Integer> port) {

    private static final int PORT_LINE = 3;

    /** Reads the file of a cluster; absent if there is none, or nothing in it yet. */
    static Optional<PostmasterFile> read(Path cluster) throws IOException {
        try {
            return parse(Files.readAllLines(path(cluster)));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
    }

    static Path path(Path cluster) {
        return cluster.resolve("postmaster.pid");
    }

    static Optional<PostmasterFile> parse(List<String> lines) {
        return number(lines, 0)
                .map(pid -> new PostmasterFile(pid, number(lines, PORT_LINE).map(Math::toIntExact)));
    }

    private static Optional<Long> number(List<String> lines, int index) {
        return lines.stream()
                .skip(index)
                .findFirst()
                .map(String::strip)
                .filter(text -> text.matches("\\d{1,9}"))
                .map(Long::valueOf);
    }

    /** The live server that wrote the file: a process of that number which runs our program, not a stranger's. */
    Optional<ProcessHandle> server(PostgresPrograms programs) {
        var ours = programs.folder().getParent();
        return ProcessHandle.of(pid)
                .filter(process -> process.info()
                        .command()
                        .map(Path::of)
                        .filter(command -> command.endsWith("postgres") && (ours == null || command.startsWith(ours)))
                        .isPresent());
    }
}
