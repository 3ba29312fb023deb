package dev.signalbox.ui.run;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/** What a command printed, as text without anything that a terminal would obey. */
final class LogText {

    private static final Pattern LINE_END = Pattern.compile("\r+\n?");

    /** Escape sequences (ECMA-48), whole or broken off, then every other control, and what turns the writing round. */
    private static final Pattern CONTROL = Pattern.compile("\\x1B\\[[0-?]*+[ -/]*+[@-~]?+"
            + "|\\x1B[\\]PX^_][^\\x07\\x1B\n]*+(?:\\x07|\\x1B\\\\)?+"
            + "|\\x1B[ -/]*+[0-~]?+"
            + "|[\\x00-\\x08\\x0B-\\x1F\\x7F-\\x9F\\u202A-\\u202E\\u2066-\\u2069]");

    private LogText() {}

    /**
     * The text; what is not UTF-8 becomes a replacement character.
     *
     * @param ended whether nothing follows; where something may, a character at the end that is not whole waits for it
     */
    static String of(byte[] bytes, boolean ended) {
        CharsetDecoder decoder = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPLACE)
                .onUnmappableCharacter(CodingErrorAction.REPLACE);
        CharBuffer text = CharBuffer.allocate(bytes.length);
        decoder.decode(ByteBuffer.wrap(bytes), text, ended);
        if (ended) {
            decoder.flush(text);
        }
        String lines = LINE_END.matcher(text.flip()).replaceAll("\n");
        return CONTROL.matcher(lines).replaceAll("");
    }
}
