package dev.signalbox.app.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PostmasterFileTest {

    @Test
    void readsProcessAndPort() {
        var lines = List.of("4711", "/data", "1793534400", "38473", "", "127.0.0.1", "  1234  5", "ready   ");

        assertThat(PostmasterFile.parse(lines)).contains(new PostmasterFile(4711, Optional.of(38473)));
    }

    @Test
    void readsAFileThatTheServerHasOnlyBegun() {
        assertThat(PostmasterFile.parse(List.of("4711"))).contains(new PostmasterFile(4711, Optional.empty()));
        assertThat(PostmasterFile.parse(List.of())).isEmpty();
        assertThat(PostmasterFile.parse(List.of("rubbish"))).isEmpty();
    }

    @Test
    void takesAStrangerForNoServer() throws Exception {
        var ofThisProcess = new PostmasterFile(ProcessHandle.current().pid(), Optional.empty());

        assertThat(ofThisProcess.writer(new PostgresPrograms(Path.of("/nowhere/programs"))))
                .isEqualTo(PostmasterFile.Writer.GONE);
    }
}
