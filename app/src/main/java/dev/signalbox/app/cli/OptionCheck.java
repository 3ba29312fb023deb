package dev.signalbox.app.cli;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/** Refuses what an option was given, with the names of its flag and of its variable. */
record OptionCheck(CommandSpec command) {

    /** The text as a path. Throws {@link ParameterException} if it can be none. */
    Path path(String flag, String text) {
        try {
            return Path.of(text);
        } catch (InvalidPathException e) {
            throw unacceptable(flag, "is no path: " + e.getMessage());
        }
    }

    /** What is to be thrown where an option needs another; the sentence names both. */
    ParameterException missing(String sentence) {
        return new ParameterException(command.commandLine(), sentence);
    }

    /** What is to be thrown; {@code problem} follows the names in a sentence. */
    ParameterException unacceptable(String flag, String problem) {
        return new ParameterException(
                command.commandLine(), flag + " (" + EnvironmentDefaults.variable(flag) + ") " + problem + ".");
    }
}
