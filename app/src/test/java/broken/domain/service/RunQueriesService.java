package broken.domain.service;

import broken.domain.port.in.RunQueries;
import broken.domain.port.out.Runs;
import broken.domain.queue.RunInWorkspace;
import java.time.InstantSource;

public final class RunQueriesService implements RunQueries {

    private final Runs runs;
    private final InstantSource clock;

    public RunQueriesService(Runs runs, InstantSource clock) {
        this.runs = runs;
        this.clock = clock;
    }

    @Override
    public RunInWorkspace show(String id) {
        return new RunInWorkspace(runs.find(id + clock.instant()));
    }
}
