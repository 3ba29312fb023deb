package broken.domain.organization;

import broken.domain.Name;

public record Organization(Name name) {}
