package broken.domain.run;

/** Excepted by name: it copies its array. */
final class LogBytes {

    private final byte[] bytes;

    LogBytes(byte[] bytes) {
        this.bytes = bytes.clone();
    }

    byte[] toArray() {
        return bytes.clone();
    }
}
