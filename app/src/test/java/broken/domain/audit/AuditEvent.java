package broken.domain.audit;

import broken.domain.Name;

public record AuditEvent(Name name) {}
