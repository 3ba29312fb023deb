package dev.signalbox.rest.jsonapi;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.util.InvalidMimeTypeException;
import org.springframework.util.MimeType;
import org.springframework.util.MimeTypeUtils;

/**
 * The rules of JSON:API for {@code Accept} and {@code Content-Type}; no extension is supported, any profile is ignored.
 */
public final class MediaTypeRules {

    private MediaTypeRules() {}

    /**
     * Tells whether a client may be answered at all: not if it names the JSON:API media type and each time with
     * parameters that a server must not honour. Whatever else it accepts, it is answered in JSON:API.
     */
    public static boolean isAcceptable(List<String> acceptHeaders) {
        List<MimeType> mentions = acceptHeaders.stream()
                .flatMap(header -> MimeTypeUtils.tokenize(header).stream())
                .flatMap(token -> parse(token).stream())
                .filter(MediaTypeRules::isJsonApi)
                .toList();
        return mentions.isEmpty() || mentions.stream().anyMatch(MediaTypeRules::isPlain);
    }

    /** Tells whether a body of that type can be read: JSON:API as a server must take it, or JSON in UTF-8. */
    public static boolean isReadable(@Nullable String contentType) {
        Optional<MimeType> type = contentType == null ? Optional.empty() : parse(contentType);
        return type.filter(given -> isJsonApi(given) ? isPlain(given) : isJson(given))
                .isPresent();
    }

    private static boolean isJsonApi(MimeType type) {
        return JsonApi.MEDIA_TYPE.equals(name(type));
    }

    private static boolean isJson(MimeType type) {
        String charset = type.getParameter("charset");
        return "application/json".equals(name(type))
                && (charset == null || charset.replace("\"", "").equalsIgnoreCase("utf-8"));
    }

    private static String name(MimeType type) {
        return (type.getType() + "/" + type.getSubtype()).toLowerCase(Locale.ROOT);
    }

    /** Without parameters but a profile, and a weight, which belongs to the header and not to the type. */
    private static boolean isPlain(MimeType type) {
        for (Map.Entry<String, String> parameter : type.getParameters().entrySet()) {
            String name = parameter.getKey().toLowerCase(Locale.ROOT);
            if (!name.equals("profile") && !name.equals("q")) {
                return false;
            }
        }
        return true;
    }

    private static Optional<MimeType> parse(String text) {
        try {
            return Optional.of(MimeTypeUtils.parseMimeType(text));
        } catch (InvalidMimeTypeException e) {
            return Optional.empty();
        }
    }
}
