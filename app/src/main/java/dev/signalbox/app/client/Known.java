package dev.signalbox.app.client;

import dev.signalbox.domain.audit.AuditAction;
import dev.signalbox.domain.bulk.BulkOutcome;
import dev.signalbox.domain.run.RunFilter;
import dev.signalbox.domain.run.RunStatus;
import dev.signalbox.domain.run.StatusGroup;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * Reads names of which an option takes some. Of a mistyped one the server would say that nothing is found, or refuse
 * it, which is another exit code.
 */
abstract class Known implements ITypeConverter<String> {

    private final String what;
    private final List<String> names;

    /** @param what one of them, in a sentence */
    private Known(String what, Stream<String> names) {
        this.what = what;
        this.names = names.toList();
    }

    /** A comma list, read as the server reads it: blanks around names and empty names are dropped. */
    @Override
    public String convert(String text) {
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

    final String one(String name) {
        if (!names.contains(name)) {
            throw new TypeConversionException(
                    "\"" + Text.plain(name) + "\" is no " + what + "; those are " + String.join(", ", names));
        }
        return name;
    }

    /** Reads a comma list of statuses of runs. */
    static final class Statuses extends Known {
        Statuses() {
            super("status of a run", Arrays.stream(RunStatus.values()).map(RunStatus::wireName));
        }
    }

    /** Reads a group of runs. */
    static final class Groups extends Known {
        Groups() {
            super(
                    "group of runs",
                    Stream.concat(
                            Arrays.stream(StatusGroup.values()).map(StatusGroup::wireName),
                            Stream.of(RunFilter.NEEDS_ATTENTION)));
        }

        @Override
        public String convert(String text) {
            return one(text);
        }
    }

    /** Reads an order of runs. */
    static final class Orders extends Known {
        Orders() {
            super("order of runs", Stream.of("created-at", "-created-at"));
        }

        @Override
        public String convert(String text) {
            return one(text);
        }
    }

    /** Reads a comma list of outcomes of a bulk end. */
    static final class Outcomes extends Known {
        Outcomes() {
            super("outcome", Arrays.stream(BulkOutcome.values()).map(BulkOutcome::label));
        }
    }

    /** Reads a comma list of what may stand in the audit. */
    static final class Actions extends Known {
        Actions() {
            super("action", Arrays.stream(AuditAction.values()).map(AuditAction::label));
        }
    }
}
