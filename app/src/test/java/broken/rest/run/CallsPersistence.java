package broken.rest.run;

import broken.persistence.run.JooqRuns;

record CallsPersistence(JooqRuns runs) {}
