package broken.domain.settings;

public enum Setting {
    LIMIT
}
