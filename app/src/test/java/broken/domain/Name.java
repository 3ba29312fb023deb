package broken.domain;

/** What all features share. */
public record Name(String value) {}
