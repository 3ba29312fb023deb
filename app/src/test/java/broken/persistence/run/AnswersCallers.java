package broken.persistence.run;

import broken.domain.port.in.RunQueries;

record AnswersCallers(RunQueries queries) {}
