package dev.signalbox.ui.run;

import dev.signalbox.domain.run.PrintedText;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/** What a command printed, as text without anything that a terminal would obey. */
final class LogText {

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
        return PrintedText.plain(text.flip().toString());
    }
}
