package broken.domain.workspace;

import broken.domain.port.out.Runs;

record KnowsAPort(Runs runs) {}
