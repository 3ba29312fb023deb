package dev.signalbox.app.client;

import java.util.regex.Pattern;

/** One run, asked for by its ID. */
final class RunOf {

    /** Narrow enough to be a part of a path as it is. */
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9_-]{1,100}");

    private RunOf() {}

    static boolean isId(String text) {
        return ID.matcher(text).matches();
    }

    /** The document of the run with its plan, its apply and its workspace. */
    static Reply read(Server server, String id) {
        return server.get("/api/v2/runs/" + id
                + Query.empty().with("include", "plan,apply,workspace").encoded());
    }
}
