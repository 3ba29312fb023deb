package broken.persistence.jooq;

public final class Tables {
    public static final String RUN = "run";

    private Tables() {}
}
