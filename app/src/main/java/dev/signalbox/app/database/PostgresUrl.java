package dev.signalbox.app.database;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A PostgreSQL URL as an operator writes it, for JDBC ({@code jdbc:postgresql://…}) or for PostgreSQL's own programs
 * ({@code postgresql://…}).
 *
 * @param jdbc the URL for JDBC, without a user
 * @param user the user that the URL names, if any
 */
public record PostgresUrl(String jdbc, Optional<String> user) {

    private static final Pattern SHAPE =
            Pattern.compile("(?:jdbc:)?postgres(?:ql)?://(?:(?<user>[^@/?:]*)(?<password>:[^@/?]*)?@)?(?<rest>[^@]+)");

    private static final Pattern PASSWORD_PARAMETER = Pattern.compile("[?&]password=");

    /** Throws IllegalArgumentException with the problem as a text that can follow the setting's name in a sentence. */
    public static PostgresUrl parse(String text) {
        var match = SHAPE.matcher(text.strip());
        if (!match.matches()) {
            throw new IllegalArgumentException("must look like postgresql://HOST:PORT/DATABASE");
        }
        if (match.group("password") != null
                || PASSWORD_PARAMETER.matcher(match.group("rest")).find()) {
            throw new IllegalArgumentException(
                    "must not contain a password: set SIGNALBOX_DATABASE_PASSWORD or SIGNALBOX_DATABASE_PASSWORD_FILE");
        }
        return new PostgresUrl(
                "jdbc:postgresql://" + match.group("rest"),
                Optional.ofNullable(match.group("user")).filter(user -> !user.isBlank()));
    }
}
