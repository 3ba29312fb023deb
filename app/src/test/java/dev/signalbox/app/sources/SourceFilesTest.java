package dev.signalbox.app.sources;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** Every package says what it is for, and nothing grows too large to be read. */
class SourceFilesTest {

    private static final Path DESCRIPTION = Path.of("package-info.java");

    @Test
    void everyPackageSaysWhatItIsFor() {
        Set<Path> described = new TreeSet<>();
        Set<Path> inhabited = new TreeSet<>();
        for (Path file : ProjectFolder.mainJavaFiles()) {
            if (!file.getFileName().equals(DESCRIPTION)) {
                inhabited.add(file.getParent());
            } else if (read(file).describesPackage()) {
                described.add(file.getParent());
            }
        }

        assertThat(described).isNotEmpty().isEqualTo(inhabited);
    }

    @Test
    void classesAndMethodsFitTheEye() {
        assertThat(findings(JavaSource::oversizes)).isEmpty();
    }

    @Test
    void linesFitTheScreen() {
        assertThat(findings(JavaSource::longLines)).isEmpty();
    }

    private static List<String> findings(Function<JavaSource, List<String>> measure) {
        List<Path> files = ProjectFolder.mainJavaFiles();
        assertThat(files).isNotEmpty();
        return files.stream()
                .map(SourceFilesTest::read)
                .map(measure)
                .flatMap(List::stream)
                .toList();
    }

    private static JavaSource read(Path file) {
        try {
            return new JavaSource(file, Files.readString(ProjectFolder.root().resolve(file)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
