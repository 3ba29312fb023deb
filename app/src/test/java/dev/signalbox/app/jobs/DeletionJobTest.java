package dev.signalbox.app.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.domain.port.in.Deletion;
import dev.signalbox.domain.testing.TestSignalbox;
import dev.signalbox.domain.workspace.WorkspaceId;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;

class DeletionJobTest {

    private static final int MORE_THAN_AT_ONCE = 2_600;

    private final TestSignalbox box = TestSignalbox.inMemory();

    @Test
    void finishesWithoutBeingAskedWhatAServerThatHasStoppedHadBegunToDelete() throws InterruptedException {
        WorkspaceId workspace = box.workspace("acme", "network").id();
        for (int i = 0; i < MORE_THAN_AT_ONCE; i++) {
            box.submit("acme", "network");
        }
        box.deletion().delete(workspace, box.admin());
        assertThat(box.store().deletions().begun()).containsExactly(workspace);

        try (var server = new AnnotationConfigApplicationContext()) {
            server.registerBean(Deletion.class, box::deletion);
            server.registerBean(InstantSource.class, box::clock);
            server.register(JobsConfiguration.class, DeletionJob.class);
            server.refresh();
            for (int i = 0; i < 300 && !box.store().deletions().begun().isEmpty(); i++) {
                Thread.sleep(100);
            }
        }

        assertThat(box.store().deletions().begun()).isEmpty();
    }
}
