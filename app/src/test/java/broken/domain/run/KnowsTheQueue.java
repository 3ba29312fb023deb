package broken.domain.run;

import broken.domain.queue.RunInWorkspace;

record KnowsTheQueue(RunInWorkspace run) {}
