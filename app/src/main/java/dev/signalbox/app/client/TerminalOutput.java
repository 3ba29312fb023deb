package dev.signalbox.app.client;

import dev.signalbox.domain.run.PrintedText;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/**
 * A terminal that is spared what it would obey, however the bytes are parted. Closing it writes what was held back, and
 * leaves the terminal behind, open and without a colour.
 */
final class TerminalOutput extends OutputStream {

    /** In characters; a sequence that is longer is taken for broken off. */
    private static final int LONGEST_SEQUENCE = 4096;

    private static final String PLAIN = "\u001b[m";

    private final OutputStream terminal;
    private final boolean colours;
    private final StringBuilder waiting = new StringBuilder();
    private final CharsetDecoder decoder = StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPLACE)
            .onUnmappableCharacter(CodingErrorAction.REPLACE);
    private ByteBuffer rest = ByteBuffer.allocate(0);

    /** With or without colours. */
    TerminalOutput(OutputStream terminal, boolean colours) {
        this.terminal = terminal;
        this.colours = colours;
    }

    @Override
    public void write(int one) throws IOException {
        write(new byte[] {(byte) one});
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
        decode(
                ByteBuffer.allocate(rest.remaining() + length)
                        .put(rest)
                        .put(bytes, from, length)
                        .flip(),
                false);
        int finished = PrintedText.finished(waiting);
        show(waiting.length() - finished > LONGEST_SEQUENCE ? waiting.length() : finished);
    }

    private void decode(ByteBuffer bytes, boolean ended) {
        var text = CharBuffer.allocate(bytes.remaining() + 1);
        decoder.decode(bytes, text, ended);
        rest = bytes;
        waiting.append(text.flip());
    }

    private void show(int finished) throws IOException {
        var text = waiting.substring(0, finished);
        waiting.delete(0, finished);
        var safe = colours ? PrintedText.coloured(text) : PrintedText.plain(text);
        terminal.write(safe.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public void close() throws IOException {
        decode(rest, true);
        show(waiting.length());
        if (colours) {
            terminal.write(PLAIN.getBytes(StandardCharsets.UTF_8));
        }
    }
}
