package dev.signalbox.app.notification;

import dev.signalbox.domain.notification.Channel;
import dev.signalbox.domain.notification.Delivery;
import dev.signalbox.domain.port.out.Courier;
import jakarta.mail.Address;
import jakarta.mail.SendFailedException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLSocketFactory;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.mail.MailAuthenticationException;
import org.springframework.mail.MailException;
import org.springframework.mail.MailSendException;
import org.springframework.mail.SimpleMailMessage;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/** Writes one letter about all that has happened since the last. */
final class MailCourier implements Courier {

    private static final Logger LOG = LoggerFactory.getLogger(MailCourier.class);
    private static final int LINES = 100;
    private static final String CONNECT_MILLISECONDS = "5000";
    private static final String SILENCE_MILLISECONDS = "10000";

    /** For the whole conversation, so that a server that answers byte by byte holds up nobody. */
    private static final Duration WHOLE = Duration.ofSeconds(60);

    private final Mail mail;
    private final NotificationSettings settings;
    private final Duration whole;
    private final SSLSocketFactory tls;

    /** Believes the certificates that the JDK believes. */
    MailCourier(Mail mail, NotificationSettings settings) {
        this(mail, settings, WHOLE, (SSLSocketFactory) SSLSocketFactory.getDefault());
    }

    /**
     * Believes others.
     *
     * @param whole how long it may take to hand over a letter
     */
    MailCourier(Mail mail, NotificationSettings settings, Duration whole, SSLSocketFactory tls) {
        this.mail = mail;
        this.settings = settings;
        this.whole = whole;
        this.tls = tls;
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
    public Optional<Undelivered> deliver(List<Delivery> deliveries) {
        var letter = Letter.of(deliveries.stream().map(Delivery::notification).toList(), settings);
        var message = new SimpleMailMessage();
        message.setFrom(mail.from());
        message.setTo(mail.to().toArray(String[]::new));
        message.setSubject(letter.subject());
        message.setText(letter.text());
        return within(() -> sender().send(message));
    }

    /** Has it done by a virtual thread, for one that is interrupted closes the connection that it waits for. */
    private Optional<Undelivered> within(Runnable sending) {
        var task = new FutureTask<@Nullable Void>(sending, null);
        Thread.ofVirtual().name("mail").start(task);
        try {
            task.get(whole.toMillis(), TimeUnit.MILLISECONDS);
            return Optional.empty();
        } catch (ExecutionException e) {
            return problem(e.getCause());
        } catch (TimeoutException e) {
            task.cancel(true);
            return notTaken("it took longer than " + whole.toSeconds() + " s", false);
        } catch (InterruptedException e) {
            task.cancel(true);
            Thread.currentThread().interrupt();
            return notTaken("interrupted", false);
        }
    }

    private Optional<Undelivered> problem(@Nullable Throwable cause) {
        return switch (cause) {
            case MailAuthenticationException _ ->
                Optional.of(new Undelivered(
                        "The mail server " + mail.host() + " does not accept the user and password.", false));
            case MailSendException e when reachesAllItCan(e) -> Optional.empty();
            case MailException e -> notTaken(reason(e), isRefusedOnceRead(e));
            case null, default -> throw new IllegalStateException(cause);
        };
    }

    /** One address that is gone must not keep the letter from the others: it would be refused each time. */
    private boolean reachesAllItCan(MailSendException failure) {
        return failure.getFailedMessages().values().stream().allMatch(this::reachesAllItCan);
    }

    private boolean reachesAllItCan(Exception failure) {
        if (!(failure instanceof SendFailedException partly)
                || addresses(partly.getValidSentAddresses()).isEmpty()
                || !addresses(partly.getValidUnsentAddresses()).isEmpty()) {
            return false;
        }
        LOG.warn("The mail server {} takes no letter for {}", mail.host(), addresses(partly.getInvalidAddresses()));
        return true;
    }

    private static List<Address> addresses(Address @Nullable [] addresses) {
        return addresses == null ? List.of() : List.of(addresses);
    }

    private Optional<Undelivered> notTaken(String reason, boolean refusedOnceRead) {
        return Optional.of(new Undelivered(
                "The mail server " + mail.host() + " has not taken the letter: " + reason + ".", refusedOnceRead));
    }

    /** Most often by a filter that looks at what is in the letter, but the same is said of a mailbox that is full. */
    private static boolean isRefusedOnceRead(MailException failure) {
        return failure instanceof MailSendException sending
                && sending.getFailedMessages().values().stream()
                        .anyMatch(cause -> cause instanceof SMTPSendFailedException answer
                                && answer.getCommand().equals(".")
                                && answer.getReturnCode() >= 500);
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
        properties.put(prefix + "sendpartial", "true");
        properties.put(prefix + "auth", String.valueOf(mail.credentials().isPresent()));
        properties.put(prefix + "ssl.checkserveridentity", "true");
        properties.put(prefix + "ssl.socketFactory", tls);
        properties.put(prefix + "socketFactory.fallback", "false");
        var isStartTls = String.valueOf(mail.encryption() == Mail.Encryption.STARTTLS);
        properties.put(prefix + "starttls.enable", isStartTls);
        properties.put(prefix + "starttls.required", isStartTls);
        return properties;
    }
}
