package dev.signalbox.domain;

import java.util.regex.Pattern;

/** The shape of organization, workspace and account names: 1 to 90 letters, digits, hyphens and underscores. */
public final class Name {

    private static final Pattern SHAPE = Pattern.compile("[A-Za-z0-9_-]{1,90}");

    /** What is wrong with a text that {@link #matches} refuses, to follow its name in a sentence. */
    public static final String PROBLEM = "must be 1 to 90 letters, digits, hyphens or underscores";

    private Name() {}

    /** Tells whether the text has the shape of a name. */
    public static boolean matches(String text) {
        return SHAPE.matcher(text).matches();
    }
}
