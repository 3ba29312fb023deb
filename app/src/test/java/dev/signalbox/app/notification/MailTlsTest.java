package dev.signalbox.app.notification;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.app.edge.Certificates;
import dev.signalbox.app.notification.Mail.Encryption;
import dev.signalbox.domain.port.out.Courier.Undelivered;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

/** What keeps a letter from others on its way, and a mail server from keeping the letters waiting. */
class MailTlsTest {

    private static final Duration LIMIT = Duration.ofSeconds(60);

    @TempDir
    private static Path folder;

    private static SSLContext own;
    private static SSLContext anothersName;

    @BeforeAll
    static void make() throws Exception {
        own = Certificates.context(Certificates.make(folder, "own", "EC", 1));
        anothersName = Certificates.context(Certificates.make(folder, "other", "EC", 1, "dns:mail.example"));
    }

    @ParameterizedTest
    @EnumSource(mode = Mode.EXCLUDE, names = "NONE")
    void writesToAServerWhoseCertificateIsBelieved(Encryption encryption) throws Exception {
        try (var server = server(own, encryption)) {
            assertThat(deliver(server.port(), encryption, own, LIMIT)).isEmpty();

            assertThat(server.received())
                    .contains("tls Subject: [Signalbox] acme/network: 1 run needs attention")
                    .filteredOn(line -> line.startsWith("clear "))
                    .allMatch(line -> line.matches("clear (EHLO .*|STARTTLS)"));
        }
    }

    @ParameterizedTest
    @EnumSource(mode = Mode.EXCLUDE, names = "NONE")
    void writesNothingToAServerWhoseCertificateIsNotBelieved(Encryption encryption) throws Exception {
        try (var server = server(own, encryption)) {
            assertNotTaken(deliver(server.port(), encryption, SSLContext.getDefault(), LIMIT));

            assertNothingSaid(server);
        }
    }

    @ParameterizedTest
    @EnumSource(mode = Mode.EXCLUDE, names = "NONE")
    void writesNothingToAServerWithTheCertificateOfAnother(Encryption encryption) throws Exception {
        try (var server = server(anothersName, encryption)) {
            assertNotTaken(deliver(server.port(), encryption, anothersName, LIMIT));

            assertNothingSaid(server);
        }
    }

    /** Each byte comes long before the patience with silence is at its end. */
    @Test
    @Timeout(60)
    void givesUpOnAServerThatAnswersByteByByteAndHangsUp() throws Exception {
        try (var listening = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            var hungUp = new CompletableFuture<Boolean>();
            Thread.ofVirtual().start(() -> drip(listening, hungUp));

            assertThat(deliver(listening.getLocalPort(), Encryption.NONE, own, Duration.ofSeconds(1)))
                    .contains("The mail server 127.0.0.1 has not taken the letter: it took longer than 1 s.");
            assertThat(hungUp.get(30, TimeUnit.SECONDS)).isTrue();
        }
    }

    private static void drip(ServerSocket listening, CompletableFuture<Boolean> hungUp) {
        try (var socket = listening.accept()) {
            socket.setSoTimeout(100);
            for (int tries = 0; tries < 250 && !hasHungUp(socket); tries++) {
                socket.getOutputStream().write('2');
            }
            hungUp.complete(hasHungUp(socket));
        } catch (java.io.IOException e) {
            hungUp.complete(true);
        }
    }

    private static boolean hasHungUp(java.net.Socket socket) throws java.io.IOException {
        try {
            return socket.getInputStream().read() < 0;
        } catch (java.net.SocketTimeoutException e) {
            return false;
        }
    }

    private static TlsMailServer server(SSLContext tls, Encryption encryption) throws Exception {
        return new TlsMailServer(tls, encryption == Encryption.TLS);
    }

    private static Optional<String> deliver(int port, Encryption encryption, SSLContext believed, Duration whole) {
        var mail = new Mail(
                "127.0.0.1", port, encryption, Optional.empty(), "signalbox@example.com", List.of("ada@example.com"));
        return new MailCourier(mail, NotificationSettings.NONE, whole, believed.getSocketFactory())
                .deliver(List.of(Notifications.needsAttention(1)))
                .map(Undelivered::why);
    }

    private static void assertNotTaken(Optional<String> problem) {
        assertThat(problem)
                .hasValueSatisfying(text -> assertThat(text).contains("127.0.0.1 has not taken the letter: "));
    }

    private static void assertNothingSaid(TlsMailServer server) {
        assertThat(server.received()).allMatch(line -> line.matches("clear (EHLO .*|STARTTLS)"));
    }
}
