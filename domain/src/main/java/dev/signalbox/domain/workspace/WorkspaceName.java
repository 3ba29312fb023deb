package dev.signalbox.domain.workspace;

import dev.signalbox.domain.Name;
import dev.signalbox.domain.refusal.Refusal;
import dev.signalbox.domain.refusal.Refused;
import java.util.Locale;

/** The name of a workspace; unique in its organization, ignoring case. */
public record WorkspaceName(String value) {

    /** Refuses {@link Refusal.InvalidAttribute} a text of another shape. */
    public WorkspaceName {
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
