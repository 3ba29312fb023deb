package broken.domain.attention;

import broken.domain.settings.Setting;

public record Attention(Setting passed) {}
