package dev.signalbox.ui.run;

import dev.signalbox.domain.port.in.LogSlice;
import dev.signalbox.domain.run.OutputLine;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The last part of a log, from the beginning of a line where there is one, and where to go on reading. */
final class LogTail {

    /** The most bytes that it has. */
    static final int LENGTH = 64 * 1024;

    /** How far to look for the beginning of a line. */
    private static final int LOOK_AHEAD = 4 * 1024;

    private static final Pattern OTHER_THAN_ASCII = Pattern.compile("[^\n -~]");

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

    /**
     * Tells whether these stand in it, as a runner tells lines: without what nobody could decode, the last perhaps not
     * whole yet, and of the first perhaps only the end, for which it does not count beside others.
     */
    boolean holds(List<String> lines) {
        Stream<String> kept =
                Stream.of(new String(bytes, StandardCharsets.UTF_8).split("\n")).map(OutputLine::shown);
        return comparable(kept).contains(comparable(lines.stream().skip(lines.size() > 1 ? 1 : 0)));
    }

    private static String comparable(Stream<String> lines) {
        return OTHER_THAN_ASCII
                .matcher(lines.collect(Collectors.joining("\n")))
                .replaceAll("")
                .strip();
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
