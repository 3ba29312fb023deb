package broken.domain.service;

import java.time.Clock;

record KeepsAClock(Clock clock) {}
