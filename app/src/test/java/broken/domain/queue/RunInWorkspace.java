package broken.domain.queue;

import broken.domain.run.Run;

public record RunInWorkspace(Run run) {}
