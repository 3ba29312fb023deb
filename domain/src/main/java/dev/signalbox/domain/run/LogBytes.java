package dev.signalbox.domain.run;

import java.util.Arrays;

/** A part of a run's log, byte for byte: what the command printed, in whatever encoding. */
public final class LogBytes {

    /** The most bytes of a log that are held at once. */
    public static final int MAX_LENGTH = 1024 * 1024;

    /** No bytes. */
    public static final LogBytes NONE = new LogBytes(new byte[0]);

    private final byte[] bytes;

    private LogBytes(byte[] bytes) {
        if (bytes.length > MAX_LENGTH) {
            throw new IllegalArgumentException(bytes.length + " bytes of a log are too many at once");
        }
        this.bytes = bytes;
    }

    /** Keeps a copy; refuses, as a programming error, more than {@link #MAX_LENGTH}. */
    public static LogBytes of(byte[] bytes) {
        return new LogBytes(bytes.clone());
    }

    /** How many there are. */
    public int length() {
        return bytes.length;
    }

    /** The bytes from one place up to another, neither of them beyond {@link #length()}. */
    public LogBytes part(int from, int to) {
        return from == 0 && to == bytes.length ? this : new LogBytes(Arrays.copyOfRange(bytes, from, to));
    }

    /** A copy, for whoever sends or stores them. */
    public byte[] toArray() {
        return bytes.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof LogBytes that && Arrays.equals(bytes, that.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    /** How many there are, never what they say: a command may print secrets. */
    @Override
    public String toString() {
        return bytes.length + " bytes";
    }
}
