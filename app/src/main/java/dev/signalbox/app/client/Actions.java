package dev.signalbox.app.client;

import dev.signalbox.domain.audit.AuditAction;
import java.util.Arrays;
import java.util.stream.Collectors;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads a comma list of what may stand in the audit. */
final class Actions implements ITypeConverter<String> {

    @Override
    public String convert(String list) {
        for (String label : list.split(",", -1)) {
            if (AuditAction.ofLabel(label).isEmpty()) {
                throw new TypeConversionException("\"" + Text.plain(label) + "\" is no action; those are "
                        + Arrays.stream(AuditAction.values())
                                .map(AuditAction::label)
                                .collect(Collectors.joining(", ")));
            }
        }
        return list;
    }
}
