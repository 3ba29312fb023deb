package dev.signalbox.domain.service;

import dev.signalbox.domain.refusal.Refusal;
import dev.signalbox.domain.refusal.Refused;
import dev.signalbox.domain.refusal.Subject;
import java.util.Optional;
import java.util.function.Supplier;

/** Short ways for the services to say no. */
final class Refusals {

    private Refusals() {}

    /** For what is missing, and for what the actor must not know to be there. */
    static Supplier<Refused> notFound(Subject subject) {
        return () -> new Refused(new Refusal.NotFound(subject));
    }

    static Refused invalid(String attribute, String problem) {
        return new Refused(new Refusal.InvalidAttribute(attribute, problem));
    }

    static void raise(Optional<Refusal> objection) {
        objection.ifPresent(refusal -> {
            throw new Refused(refusal);
        });
    }
}
