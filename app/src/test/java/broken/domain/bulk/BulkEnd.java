package broken.domain.bulk;

import broken.domain.Name;

public record BulkEnd(Name name) {}
