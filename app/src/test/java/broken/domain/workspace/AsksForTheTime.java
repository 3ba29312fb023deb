package broken.domain.workspace;

import java.time.InstantSource;

record AsksForTheTime(InstantSource source) {}
