package dev.signalbox.app.client;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Pattern;

/** Finds the token, which is never an argument: the list of processes would show it to everyone. */
final class Token {

    private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9_.~+/=-]{1,1000}");

    private Token() {}

    /** SIGNALBOX_TOKEN, or the content of the file SIGNALBOX_TOKEN_FILE. Throws {@link Unanswered}. */
    static String in(Map<String, String> environment) {
        var token = environment.getOrDefault("SIGNALBOX_TOKEN", "");
        var file = environment.getOrDefault("SIGNALBOX_TOKEN_FILE", "");
        if (token.isEmpty() && !file.isEmpty()) {
            token = content(file);
            if (token.isEmpty()) {
                throw Unanswered.noToken("the file in SIGNALBOX_TOKEN_FILE is empty");
            }
        }
        if (token.isEmpty()) {
            throw Unanswered.noToken("there is no token: set SIGNALBOX_TOKEN or SIGNALBOX_TOKEN_FILE");
        }
        if (!TOKEN.matcher(token).matches()) {
            throw Unanswered.noToken("the token has a character that no token has");
        }
        return token;
    }

    private static String content(String file) {
        try {
            return Files.readString(Path.of(file)).stripTrailing();
        } catch (IOException | InvalidPathException e) {
            throw Unanswered.noToken("the file in SIGNALBOX_TOKEN_FILE cannot be read");
        }
    }
}
