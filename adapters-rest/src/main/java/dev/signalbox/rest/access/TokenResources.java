package dev.signalbox.rest.access;

import dev.signalbox.domain.access.Account;
import dev.signalbox.domain.access.ApiToken;
import dev.signalbox.domain.access.ApiTokenId;
import dev.signalbox.domain.port.in.TokenAdministration.Issued;
import dev.signalbox.domain.port.in.TokenAdministration.Listed;
import dev.signalbox.domain.refusal.Refusal;
import dev.signalbox.domain.refusal.Refused;
import dev.signalbox.domain.refusal.Subject;
import dev.signalbox.rest.jsonapi.Resource;
import dev.signalbox.rest.jsonapi.ResourceId;
import dev.signalbox.rest.jsonapi.WireTime;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Tokens as resources of type {@value #TYPE}. */
final class TokenResources {

    static final String TYPE = "tokens";
    static final String PATH = "/api/signalbox/v1/admin/tokens";

    private TokenResources() {}

    /** Reads an ID in a path; refuses {@link Refusal.NotFound} a text that can be none. */
    static ApiTokenId idOf(String text) {
        return ApiTokenId.parse(text).orElseThrow(() -> new Refused(new Refusal.NotFound(Subject.TOKEN)));
    }

    static Resource of(Listed listed) {
        return resource(listed.token(), listed.account(), attributes(listed.token(), listed.account()));
    }

    /** The token with its text, which no later answer shows. */
    static Resource of(Issued issued) {
        Map<String, @Nullable Object> attributes = attributes(issued.token(), issued.account());
        attributes.put("token", issued.text());
        return resource(issued.token(), issued.account(), attributes);
    }

    private static Resource resource(ApiToken token, Account owner, Map<String, @Nullable Object> attributes) {
        return new Resource(
                new ResourceId(TYPE, token.id().value()),
                attributes,
                Map.of("owner", AccountResources.id(owner.id())),
                PATH + "/" + token.id());
    }

    private static Map<String, @Nullable Object> attributes(ApiToken token, Account owner) {
        Map<String, @Nullable Object> attributes = new LinkedHashMap<>();
        attributes.put("account", owner.name());
        attributes.put("role", owner.role().wireName());
        attributes.put(
                "organizations",
                token.organizations().isEmpty()
                        ? null
                        : token.organizations().stream().sorted().toList());
        attributes.put("created-at", WireTime.milliseconds(token.createdAt()));
        attributes.put("last-used-at", time(token.lastUsedAt()));
        attributes.put("expires-at", time(token.expiresAt()));
        attributes.put("revoked-at", time(token.revokedAt()));
        return attributes;
    }

    private static @Nullable String time(Optional<Instant> instant) {
        return instant.map(WireTime::milliseconds).orElse(null);
    }
}
