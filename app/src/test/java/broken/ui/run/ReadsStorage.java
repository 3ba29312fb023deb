package broken.ui.run;

import broken.domain.port.out.Runs;

record ReadsStorage(Runs runs) {}
