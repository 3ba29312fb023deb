package dev.signalbox.app.cli;

import dev.signalbox.domain.access.Role;
import java.util.Arrays;
import java.util.stream.Collectors;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads a role by the name that it has on the wire. */
final class RoleName implements ITypeConverter<Role> {

    @Override
    public Role convert(String text) {
        return Role.ofWireName(text)
                .orElseThrow(() -> new TypeConversionException("\"" + text + "\" is none of "
                        + Arrays.stream(Role.values()).map(Role::wireName).collect(Collectors.joining(", "))));
    }
}
