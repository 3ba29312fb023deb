package dev.signalbox.app.console;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;

/** Why a file could not be read, in words. */
public final class FileTrouble {

    private FileTrouble() {}

    /** The words that follow "cannot be read: ", without the name of the file. */
    public static String of(IOException problem) {
        return switch (problem) {
            case NoSuchFileException _ -> "there is no such file";
            case AccessDeniedException _ -> "permission is denied";
            case CharacterCodingException _ -> "it is not text in UTF-8";
            case FileSystemException e when e.getReason() != null -> e.getReason();
            default -> String.valueOf(problem.getMessage());
        };
    }
}
