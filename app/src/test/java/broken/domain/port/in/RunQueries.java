package broken.domain.port.in;

import broken.domain.queue.RunInWorkspace;

public interface RunQueries {
    RunInWorkspace show(String id);
}
