package dev.signalbox.app.client;

import dev.signalbox.domain.audit.AuditAction;
import dev.signalbox.domain.bulk.BulkOutcome;
import dev.signalbox.domain.run.RunFilter;
import dev.signalbox.domain.run.RunStatus;
import dev.signalbox.domain.run.StatusGroup;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * The names of which an option takes some. Of a mistyped one the server would say that nothing is found, or refuse it,
 * which is another exit code.
 *
 * @param what one of them, in a sentence
 */
record Known(String what, List<String> names) {

    private static <T> Known of(String what, T[] values, Function<T, String> name) {
        return new Known(what, Arrays.stream(values).map(name).toList());
    }

    private String one(String name) {
        if (!names.contains(name)) {
            throw new TypeConversionException(
                    "\"" + Text.plain(name) + "\" is no " + what + "; those are " + String.join(", ", names));
        }
        return name;
    }

    /** A comma list, read as the server reads it: blanks around names and empty names are dropped. */
    private String list(String text) {
        var wanted = Arrays.stream(text.split(","))
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .map(this::one)
                .toList();
        if (wanted.isEmpty()) {
            throw Given.blank();
        }
        return String.join(",", wanted);
    }

    /** Reads a comma list of statuses of runs. */
    static final class Statuses implements ITypeConverter<String> {

        private static final Known KNOWN = of("status of a run", RunStatus.values(), RunStatus::wireName);

        @Override
        public String convert(String text) {
            return KNOWN.list(text);
        }
    }

    /** Reads a group of runs. */
    static final class Groups implements ITypeConverter<String> {

        private static final Known KNOWN = new Known(
                "group of runs",
                Stream.concat(
                                Arrays.stream(StatusGroup.values()).map(StatusGroup::wireName),
                                Stream.of(RunFilter.NEEDS_ATTENTION))
                        .toList());

        @Override
        public String convert(String text) {
            return KNOWN.one(text);
        }
    }

    /** Reads an order of runs. */
    static final class Orders implements ITypeConverter<String> {

        private static final Known KNOWN = new Known("order of runs", List.of("created-at", "-created-at"));

        @Override
        public String convert(String text) {
            return KNOWN.one(text);
        }
    }

    /** Reads a comma list of outcomes of a bulk end. */
    static final class Outcomes implements ITypeConverter<String> {

        private static final Known KNOWN = of("outcome", BulkOutcome.values(), BulkOutcome::label);

        @Override
        public String convert(String text) {
            return KNOWN.list(text);
        }
    }

    /** Reads a comma list of what may stand in the audit. */
    static final class Actions implements ITypeConverter<String> {

        private static final Known KNOWN = of("action", AuditAction.values(), AuditAction::label);

        @Override
        public String convert(String text) {
            return KNOWN.list(text);
        }
    }
}
