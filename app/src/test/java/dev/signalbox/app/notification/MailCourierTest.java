package dev.signalbox.app.notification;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import dev.signalbox.app.notification.Mail.Credentials;
import dev.signalbox.app.notification.Mail.Encryption;
import dev.signalbox.domain.notification.Delivery;
import dev.signalbox.domain.port.out.Courier.Undelivered;
import jakarta.mail.internet.MimeMessage;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class MailCourierTest {

    private final GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));

    @BeforeEach
    void start() {
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop();
    }

    @Test
    void writesOneLetterAboutAll() throws Exception {
        var problem = deliver(
                Encryption.NONE,
                Optional.empty(),
                Notifications.needsAttention(1),
                Notifications.forced(2, "über\u2028Bcc: x@example.com"));

        assertThat(problem).isEmpty();
        MimeMessage[] letters = server.getReceivedMessages();
        assertThat(letters).hasSize(2);
        assertThat(letters[0].getSubject()).isEqualTo("[Signalbox] 1 run needs attention, 1 run forced to an end");
        assertThat(letters[0].getFrom()[0]).hasToString("signalbox@example.com");
        assertThat(letters[0].getAllRecipients()).extracting(Object::toString).containsExactly("a@x.org", "b@x.org");
        assertThat(letters[0].getContent().toString().replace("\r\n", "\n")).isEqualTo("""
                acme/network, run-1111111111111111, applying
                  2026-11-02 09:00:00 UTC: no output for 47 min, limit 15
                  https://signalbox.example.com/runs/run-1111111111111111

                acme/network, run-1111111111111111, errored
                  2026-11-02 09:00:00 UTC: ada forced it from applying to errored: über Bcc: x@example.com
                  https://signalbox.example.com/runs/run-1111111111111111""");
    }

    @Test
    void namesTheWorkspaceIfThereIsOne() throws Exception {
        assertThat(deliver(Encryption.NONE, Optional.empty(), Notifications.needsAttention(1)))
                .isEmpty();

        assertThat(server.getReceivedMessages()[0].getSubject())
                .isEqualTo("[Signalbox] acme/network: 1 run needs attention");
    }

    @Test
    void signsIn() {
        server.setUser("signalbox", "the password");

        assertThat(deliver(
                        Encryption.NONE,
                        Optional.of(new Credentials("signalbox", "the password")),
                        Notifications.needsAttention(1)))
                .isEmpty();
        assertThat(deliver(
                        Encryption.NONE,
                        Optional.of(new Credentials("signalbox", "another password")),
                        Notifications.needsAttention(1)))
                .hasValueSatisfying(problem -> assertThat(problem)
                        .contains("does not accept the user and password")
                        .doesNotContain("another password"));
    }

    @Test
    void saysNothingInTheClearToAServerThatCannotEncrypt() {
        assertThat(deliver(Encryption.STARTTLS, Optional.empty(), Notifications.needsAttention(1)))
                .isPresent();
        assertThat(server.getReceivedMessages()).isEmpty();
    }

    @Test
    void saysThatNobodyIsThere() {
        int port = server.getSmtp().getPort();
        server.stop();

        assertThat(deliver(port, Encryption.NONE, Optional.empty(), Notifications.needsAttention(1)))
                .hasValueSatisfying(problem -> assertThat(problem).contains("has not taken the letter"));
    }

    @Test
    void writesToTheOthersWhereOneAddressIsGone() throws Exception {
        try (var knowing = new TlsMailServer(SSLContext.getDefault(), false)) {
            assertThat(deliver(knowing.port(), List.of("nobody@x.org", "b@x.org")))
                    .isEmpty();

            assertThat(knowing.received()).contains("clear RCPT TO:<b@x.org>", "clear .");
        }
    }

    @Test
    void saysThatNoAddressIsTaken() throws Exception {
        try (var knowing = new TlsMailServer(SSLContext.getDefault(), false)) {
            assertThat(deliver(knowing.port(), List.of("nobody@x.org", "nobody@y.org")))
                    .hasValueSatisfying(problem -> assertThat(problem).contains("has not taken the letter"));
        }
    }

    @Test
    void tellsARefusalOfALetterThatWasReadFromAnyOther() throws Exception {
        try (var filtering = new TlsMailServer(SSLContext.getDefault(), false)) {
            var settings = settings(filtering.port(), Encryption.NONE, Optional.empty(), List.of("b@x.org"));
            var courier = settings.couriers().getFirst();
            var unknown = settings(filtering.port(), Encryption.NONE, Optional.empty(), List.of("nobody@x.org"));

            assertThat(courier.deliver(List.of(Notifications.needsAttention(1), Notifications.forced(2, "spam"))))
                    .hasValueSatisfying(
                            problem -> assertThat(problem.refusedOnceRead()).isTrue());
            assertThat(courier.deliver(List.of(Notifications.needsAttention(1))))
                    .isEmpty();
            assertThat(unknown.couriers().getFirst().deliver(List.of(Notifications.needsAttention(1))))
                    .hasValueSatisfying(
                            problem -> assertThat(problem.refusedOnceRead()).isFalse());
        }
    }

    private static Optional<String> deliver(int port, List<String> to) {
        return deliver(port, Encryption.NONE, Optional.empty(), to, Notifications.needsAttention(1));
    }

    private Optional<String> deliver(Encryption encryption, Optional<Credentials> credentials, Delivery... deliveries) {
        return deliver(server.getSmtp().getPort(), encryption, credentials, deliveries);
    }

    private static Optional<String> deliver(
            int port, Encryption encryption, Optional<Credentials> credentials, Delivery... deliveries) {
        return deliver(port, encryption, credentials, List.of("a@x.org", "b@x.org"), deliveries);
    }

    private static Optional<String> deliver(
            int port,
            Encryption encryption,
            Optional<Credentials> credentials,
            List<String> to,
            Delivery... deliveries) {
        return settings(port, encryption, credentials, to)
                .couriers()
                .getFirst()
                .deliver(List.of(deliveries))
                .map(Undelivered::why);
    }

    private static NotificationSettings settings(
            int port, Encryption encryption, Optional<Credentials> credentials, List<String> to) {
        var mail = new Mail("127.0.0.1", port, encryption, credentials, "signalbox@example.com", to);
        return new NotificationSettings(
                Optional.empty(), Optional.of(mail), Optional.of(URI.create("https://signalbox.example.com")));
    }
}
