package dev.signalbox.domain.page;

/**
 * Which page of a list is asked for.
 *
 * @param number from 1; a page past the end is empty, not wrong
 * @param size 1 to {@value #MAX_SIZE}
 */
public record PageRequest(long number, int size) {

    /** The size of a page if nothing else is asked for. */
    public static final int DEFAULT_SIZE = 20;

    /** The largest page; edges clamp what asks for more. */
    public static final int MAX_SIZE = 100;

    /** Refuses, as a programming error, numbers out of bounds: the edges check them first. */
    public PageRequest {
        if (number < 1 || size < 1 || size > MAX_SIZE) {
            throw new IllegalArgumentException("no page " + number + " of size " + size);
        }
    }

    /** The first page of the usual size. */
    public static PageRequest first() {
        return new PageRequest(1, DEFAULT_SIZE);
    }

    /** How many items stand before the page; {@link Long#MAX_VALUE} if there can be no more. */
    public long offset() {
        return number - 1 > Long.MAX_VALUE / size ? Long.MAX_VALUE : (number - 1) * size;
    }
}
