package dev.signalbox.domain.organization;

import dev.signalbox.domain.Name;
import dev.signalbox.domain.refusal.Refusal;
import dev.signalbox.domain.refusal.Refused;
import java.util.Locale;

/** The name of an organization, which is its ID on the wire; unique ignoring case. */
public record OrganizationName(String value) {

    /** Refuses {@link Refusal.InvalidAttribute} a text of another shape. */
    public OrganizationName {
        if (!Name.matches(value)) {
            throw new Refused(new Refusal.InvalidAttribute("name", Name.PROBLEM));
        }
    }

    /** The name in lower case: names that fold alike are the same. */
    public String folded() {
        return value.toLowerCase(Locale.ROOT);
    }

    @Override
    public String toString() {
        return value;
    }
}
