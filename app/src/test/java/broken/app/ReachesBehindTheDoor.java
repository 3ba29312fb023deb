package broken.app;

import broken.persistence.run.JooqRuns;

record ReachesBehindTheDoor(JooqRuns runs) {}
