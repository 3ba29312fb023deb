package dev.signalbox.app.notification;

import dev.signalbox.domain.notification.Notification;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * A notification as a webhook's receiver gets it: the members that Terraform Enterprise's generic webhooks have, with
 * triggers of our own.
 */
final class WebhookBody {

    private static final String HMAC = "HmacSHA512";

    private WebhookBody() {}

    static byte[] of(Notification notification, Optional<URI> link) {
        var happened = new LinkedHashMap<String, @Nullable Object>();
        happened.put("message", notification.message());
        happened.put("trigger", "signalbox:" + notification.trigger().label());
        happened.put("run_status", notification.status().wireName());
        happened.put("run_updated_at", DateTimeFormatter.ISO_INSTANT.format(notification.at()));
        happened.put("run_updated_by", notification.by().orElse(null));
        var body = new LinkedHashMap<String, @Nullable Object>();
        body.put("payload_version", 1);
        body.put("run_url", link.map(URI::toString).orElse(null));
        body.put("run_id", notification.run().value());
        body.put("workspace_name", notification.workspace().value());
        body.put("organization_name", notification.organization().value());
        body.put("notifications", List.of(happened));
        return json(body);
    }

    private static byte[] json(Map<String, @Nullable Object> body) {
        return JsonMapper.shared().writeValueAsString(body).getBytes(StandardCharsets.UTF_8);
    }

    /** The signature of a body, as Terraform Enterprise makes it: HMAC with SHA-512, in hexadecimal digits. */
    static String signature(byte[] body, String secret) {
        try {
            var mac = Mac.getInstance(HMAC);
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), HMAC));
            return HexFormat.of().formatHex(mac.doFinal(body));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
