package dev.signalbox.domain.refusal;

import java.util.Locale;

/** What a request may be about, in the words of the API. */
public enum Subject {
    RUN,
    PLAN,
    APPLY,
    WORKSPACE,
    ORGANIZATION,
    ACCOUNT,
    TOKEN,
    AUDIT_EVENT,
    BULK_END,
    PAGE;

    /** The word for people, such as {@code bulk end}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
