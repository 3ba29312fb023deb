package dev.signalbox.rest.error;

import dev.signalbox.domain.access.Right;
import dev.signalbox.domain.refusal.Subject;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Names the rights of which the caller's role must have one, or it is told that what the route is about does not exist,
 * whatever else is wrong with the request. The inbound ports refuse the same; but they see only what could be read.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Needs {

    /** Any of them is enough. */
    Right[] value();

    /** What does not exist for whoever has none. */
    Subject of();

    /** Whether whoever has none is told to stop what it runs, as the runner is of a run that does not exist. */
    boolean orStop() default false;
}
