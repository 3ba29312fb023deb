package dev.signalbox.ui.run;

import dev.signalbox.domain.port.in.LogSlice;
import java.util.Arrays;

/** The last part of a log, from the beginning of a line where there is one, and where to go on reading. */
final class LogTail {

    /** The most bytes that it has. */
    static final int LENGTH = 64 * 1024;

    /** How far to look for the beginning of a line. */
    private static final int LOOK_AHEAD = 4 * 1024;

    private long start;
    private byte[] bytes = new byte[0];

    /** How many bytes of the log stand before it. */
    long start() {
        return start;
    }

    /** How many bytes of the log stand before what is not known yet. */
    long end() {
        return start + bytes.length;
    }

    /** Where to go on in a log of this size: what would not stay in the tail is not read at all. */
    long next(long size) {
        return Math.max(end(), size - LENGTH);
    }

    /** Takes what follows; what begins further on takes the place of everything before. */
    void add(LogSlice slice) {
        byte[] more = slice.bytes().toArray();
        if (more.length == 0) {
            return;
        }
        boolean follows = slice.offset() == end();
        byte[] joined = follows ? joined(bytes, more) : more;
        int from = Math.max(0, joined.length - LENGTH);
        if (from > 0 || !follows) {
            from = beginning(joined, from);
        }
        start = slice.offset() + more.length - (joined.length - from);
        bytes = Arrays.copyOfRange(joined, from, joined.length);
    }

    /** The text of it. */
    String text(boolean ended) {
        return LogText.of(bytes, ended);
    }

    private static byte[] joined(byte[] first, byte[] second) {
        byte[] both = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, both, first.length, second.length);
        return both;
    }

    /** The first line that begins soon, or else the first character: never the rest of either. */
    private static int beginning(byte[] bytes, int from) {
        for (int at = from; at < Math.min(bytes.length, from + LOOK_AHEAD); at++) {
            if (bytes[at] == '\n') {
                return at + 1;
            }
        }
        int at = from;
        while (at < bytes.length && at < from + 3 && (bytes[at] & 0xC0) == 0x80) {
            at++;
        }
        return at;
    }
}
