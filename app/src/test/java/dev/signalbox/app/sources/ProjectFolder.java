package dev.signalbox.app.sources;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The folder that the project is checked out in, from whichever module the tests run. */
final class ProjectFolder {

    private static final Path ROOT = find();

    private ProjectFolder() {}

    static Path root() {
        return ROOT;
    }

    /** The main Java files of every module, but for those that are generated. */
    static List<Path> mainJavaFiles() {
        try (Stream<Path> files = Files.walk(ROOT)) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .map(ROOT::relativize)
                    .filter(file -> file.toString().contains("src/main/java/")
                            && !file.toString().contains("target/"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path find() {
        Path folder = Path.of("").toAbsolutePath();
        while (!Files.exists(folder.resolve("mvnw"))) {
            folder = folder.getParent();
            if (folder == null) {
                throw new IllegalStateException(
                        "no mvnw in or above " + Path.of("").toAbsolutePath());
            }
        }
        return folder;
    }
}
