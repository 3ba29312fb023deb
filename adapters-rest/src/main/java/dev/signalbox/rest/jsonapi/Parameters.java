package dev.signalbox.rest.jsonapi;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Names the query parameters that a route takes; any other is refused, and so is one that is given twice. */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Parameters {

    /** The decoded names, such as {@code page[size]}. */
    String[] value() default {};

    /** The types of resources that the route answers with, and for which it takes {@code fields[TYPE]}. */
    String[] fieldsOf() default {};

    /** A pattern for names that are overlooked, since clients in the field send them by mistake. */
    String overlooking() default "";
}
