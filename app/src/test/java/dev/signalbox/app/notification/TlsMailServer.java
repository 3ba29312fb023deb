package dev.signalbox.app.notification;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;

/** An SMTP server on loopback that can encrypt, knows everybody but {@code nobody}, refuses what has
 * {@code spam} in it, and keeps each line that it got with how it came. */
final class TlsMailServer implements AutoCloseable {

    private final ServerSocket listening;
    private final SSLContext tls;
    private final boolean fromTheFirstByte;
    private final List<String> received = new CopyOnWriteArrayList<>();

    /** @param fromTheFirstByte whether it encrypts so early, or at the client's STARTTLS */
    TlsMailServer(SSLContext tls, boolean fromTheFirstByte) throws IOException {
        this.listening = new ServerSocket(0, 5, InetAddress.getByName("127.0.0.1"));
        this.tls = tls;
        this.fromTheFirstByte = fromTheFirstByte;
        Thread.ofVirtual().start(this::answerAll);
    }

    int port() {
        return listening.getLocalPort();
    }

    /** What clients have sent: {@code clear} or {@code tls}, a blank, and the line. */
    List<String> received() {
        return List.copyOf(received);
    }

    private void answerAll() {
        while (!listening.isClosed()) {
            try (var plain = listening.accept();
                    var socket = fromTheFirstByte ? encrypted(plain) : plain) {
                say(socket, "220 test");
                answer(socket);
            } catch (IOException e) {
                // The client wants no more of it, or the test is over.
            }
        }
    }

    private void answer(Socket socket) throws IOException {
        var lines = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
        var isTls = socket instanceof SSLSocket;
        boolean inLetter = false;
        boolean isSpam = false;
        for (var line = lines.readLine(); line != null; line = lines.readLine()) {
            received.add((isTls ? "tls " : "clear ") + line);
            inLetter = inLetter && !line.equals(".");
            if (inLetter) {
                isSpam = isSpam || line.contains("spam");
                continue;
            }
            switch (line.split("[ :]", 2)[0]) {
                case "EHLO" -> say(socket, isTls ? "250 test" : "250-test\r\n250 STARTTLS");
                case "STARTTLS" -> {
                    say(socket, "220 go ahead");
                    answer(encrypted(socket));
                    return;
                }
                case "DATA" -> {
                    inLetter = true;
                    isSpam = false;
                    say(socket, "354 go ahead");
                }
                case "." -> say(socket, isSpam ? "554 no spam" : "250 fine");
                case "QUIT" -> {
                    say(socket, "221 bye");
                    return;
                }
                case "RCPT" -> say(socket, line.contains("nobody@") ? "550 no such user" : "250 fine");
                default -> say(socket, "250 fine");
            }
        }
    }

    private Socket encrypted(Socket plain) throws IOException {
        var socket = (SSLSocket) tls.getSocketFactory().createSocket(plain, null, plain.getPort(), true);
        socket.setUseClientMode(false);
        return socket;
    }

    private static void say(Socket socket, String answer) throws IOException {
        socket.getOutputStream().write((answer + "\r\n").getBytes(StandardCharsets.US_ASCII));
        socket.getOutputStream().flush();
    }

    @Override
    public void close() throws IOException {
        listening.close();
    }
}
