package dev.signalbox.app.postgres;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** PostgreSQL's port on 127.0.0.1: chosen once and kept in a file, chosen anew only if a stranger has taken it. */
final class LocalPort {

    private static final int MAX_PORT = 65_535;

    private LocalPort() {}

    static int chooseAndKeep(Path file) throws IOException {
        var kept = keptIn(file);
        if (kept.isPresent() && isFree(kept.get())) {
            return kept.get();
        }
        int chosen = anyFree();
        KeptFile.write(file, String.valueOf(chosen));
        return chosen;
    }

    /** Absent also if the file holds no port: another is as good. */
    private static Optional<Integer> keptIn(Path file) throws IOException {
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        return Optional.of(new String(Files.readAllBytes(file), US_ASCII).strip())
                .filter(text -> text.matches("[1-9]\\d{0,4}"))
                .map(Integer::valueOf)
                .filter(port -> port <= MAX_PORT);
    }

    private static boolean isFree(int port) {
        try (var socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(loopback(), port));
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    private static int anyFree() throws IOException {
        try (var socket = new ServerSocket(0, 1, loopback())) {
            return socket.getLocalPort();
        }
    }

    private static InetAddress loopback() throws IOException {
        return InetAddress.getByAddress(new byte[] {127, 0, 0, 1});
    }
}
