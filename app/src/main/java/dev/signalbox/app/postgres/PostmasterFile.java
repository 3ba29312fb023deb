package dev.signalbox.app.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * PostgreSQL's {@code postmaster.pid}, as far as it tells which server runs on a data directory.
 *
 * @param pid the process that wrote it, which may be gone, and its number given to a stranger
 * @param port absent if the server had not come that far
 */
record PostmasterFile(long pid, Optional<Integer> port) {

    /** What has become of the process that wrote the file. */
    enum Writer {
        /** It runs, and runs our program. */
        RUNS,
        /** There is none of that number, or it is a stranger's. */
        GONE,
        /** There is one of that number, and it may be ours. */
        UNKNOWN
    }

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

    /** Judges the process of that number by the program it runs and by whose it is; in doubt it is unknown. */
    Writer writer(PostgresPrograms programs) throws IOException {
        var found = ProcessHandle.of(pid).map(ProcessHandle::info);
        if (found.isEmpty() || isOfAnotherUser(found.get())) {
            return Writer.GONE;
        }
        // Linux says so of a program that an update has removed or replaced.
        var program = found.get().command().map(text -> Path.of(text.replaceFirst(" \\(deleted\\)$", "")));
        if (program.isPresent() && !program.get().endsWith("postgres")) {
            return Writer.GONE;
        }
        return program.isPresent() && program.get().startsWith(realHome(programs)) ? Writer.RUNS : Writer.UNKNOWN;
    }

    private static boolean isOfAnotherUser(ProcessHandle.Info process) {
        var own = ProcessHandle.current().info().user();
        return own.isPresent()
                && process.user().filter(Predicate.not(own.get()::equals)).isPresent();
    }

    /** Programs of an earlier version lie beside ours. The operating system names a program by its real path. */
    private static Path realHome(PostgresPrograms programs) throws IOException {
        var folder = programs.folder().toRealPath();
        return Optional.ofNullable(folder.getParent()).orElse(folder);
    }
}
