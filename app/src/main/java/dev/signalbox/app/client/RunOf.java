package dev.signalbox.app.client;

import dev.signalbox.domain.run.RunId;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** One run, asked for by its ID. */
final class RunOf {

    /** Narrow enough to be a part of a path as it is. */
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9_-]{1,100}");

    private RunOf() {}

    /** Reads the ID of a run as a filter, in which only a whole one is of use. */
    static final class Id implements ITypeConverter<String> {

        @Override
        public String convert(String text) {
            if (RunId.parse(text).isEmpty()) {
                throw new TypeConversionException(
                        "\"" + Text.plain(text) + "\" is no ID of a run: runs list shows them");
            }
            return text;
        }
    }

    static boolean isId(String text) {
        return ID.matcher(text).matches();
    }

    /** The document of the run with its plan, its apply and its workspace. */
    static Reply read(Server server, String id) {
        return server.get("/api/v2/runs/" + id
                + Query.empty().with("include", "plan,apply,workspace").encoded());
    }
}
