package broken.domain.notification;

import broken.domain.Name;

public record Notification(Name name) {}
