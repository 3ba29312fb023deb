package broken.domain.refusal;

import broken.domain.Name;

public record Refusal(Name name) {}
