package broken.domain.access;

import broken.domain.Name;

public record Actor(Name name) {}
