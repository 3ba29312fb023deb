package dev.signalbox.domain.refusal;

/** The one exception of the domain: it carries the reason for which something was refused. */
public final class Refused extends RuntimeException {

    private final transient Refusal refusal;

    /** A refusal on its way to whoever asked. */
    public Refused(Refusal refusal) {
        super(refusal.detail(), null, false, false);
        this.refusal = refusal;
    }

    /** Why it was refused. */
    public Refusal refusal() {
        return refusal;
    }
}
