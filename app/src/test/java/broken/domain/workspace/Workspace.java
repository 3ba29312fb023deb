package broken.domain.workspace;

import broken.domain.Name;

public record Workspace(Name name) {}
