package broken.rest.jsonapi;

import broken.domain.run.Run;

record KnowsRuns(Run run) {}
