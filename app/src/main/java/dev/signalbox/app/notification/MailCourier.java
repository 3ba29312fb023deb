package dev.signalbox.app.notification;

import dev.signalbox.domain.notification.Channel;
import dev.signalbox.domain.notification.Delivery;
import dev.signalbox.domain.port.out.Courier;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import org.springframework.mail.MailAuthenticationException;
import org.springframework.mail.MailException;
import org.springframework.mail.SimpleMailMessage;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/** Writes one letter about all that has happened since the last. */
final class MailCourier implements Courier {

    private static final int LINES = 100;
    private static final String CONNECT_MILLISECONDS = "5000";
    private static final String SILENCE_MILLISECONDS = "10000";

    private final Mail mail;
    private final NotificationSettings settings;

    MailCourier(Mail mail, NotificationSettings settings) {
        this.mail = mail;
        this.settings = settings;
    }

    @Override
    public Channel channel() {
        return Channel.EMAIL;
    }

    @Override
    public int capacity() {
        return LINES;
    }

    @Override
    public Optional<String> deliver(List<Delivery> deliveries) {
        var letter = Letter.of(deliveries.stream().map(Delivery::notification).toList(), settings);
        var message = new SimpleMailMessage();
        message.setFrom(mail.from());
        message.setTo(mail.to().toArray(String[]::new));
        message.setSubject(letter.subject());
        message.setText(letter.text());
        try {
            sender().send(message);
            return Optional.empty();
        } catch (MailAuthenticationException e) {
            return Optional.of("The mail server " + mail.host() + " does not accept the user and password.");
        } catch (MailException e) {
            return Optional.of("The mail server " + mail.host() + " has not taken the letter: " + reason(e) + ".");
        }
    }

    private static String reason(MailException e) {
        var cause = e.getMostSpecificCause();
        return cause.getClass().getSimpleName();
    }

    private JavaMailSenderImpl sender() {
        var sender = new JavaMailSenderImpl();
        var protocol = mail.encryption() == Mail.Encryption.TLS ? "smtps" : "smtp";
        sender.setProtocol(protocol);
        sender.setHost(mail.host());
        sender.setPort(mail.port());
        sender.setDefaultEncoding(StandardCharsets.UTF_8.name());
        mail.credentials().ifPresent(credentials -> {
            sender.setUsername(credentials.user());
            sender.setPassword(credentials.password());
        });
        sender.setJavaMailProperties(properties("mail." + protocol + "."));
        return sender;
    }

    private Properties properties(String prefix) {
        var properties = new Properties();
        properties.put(prefix + "connectiontimeout", CONNECT_MILLISECONDS);
        properties.put(prefix + "timeout", SILENCE_MILLISECONDS);
        properties.put(prefix + "writetimeout", SILENCE_MILLISECONDS);
        properties.put(prefix + "auth", String.valueOf(mail.credentials().isPresent()));
        properties.put(prefix + "ssl.checkserveridentity", "true");
        var isStartTls = String.valueOf(mail.encryption() == Mail.Encryption.STARTTLS);
        properties.put(prefix + "starttls.enable", isStartTls);
        properties.put(prefix + "starttls.required", isStartTls);
        return properties;
    }
}
