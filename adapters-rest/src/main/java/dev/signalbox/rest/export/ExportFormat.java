package dev.signalbox.rest.export;

import dev.signalbox.rest.jsonapi.QueryParameters;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;

/** How an export is written. */
public enum ExportFormat {
    /** A JSON object a line. */
    NDJSON("application/x-ndjson"),

    /** RFC 4180 in UTF-8, with a header row. */
    CSV("text/csv;header=present;charset=UTF-8");

    /** The parameter that names the format, {@code ndjson} or {@code csv}; it outweighs {@code Accept}. */
    public static final String PARAMETER = "format";

    private final String mediaType;

    ExportFormat(String mediaType) {
        this.mediaType = mediaType;
    }

    String mediaType() {
        return mediaType;
    }

    /** The name in the parameter, which is the ending of a file's name too. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * The format that is asked for: by the parameter, else by the first choice of {@code Accept} among the formats,
     * else {@link #NDJSON}, whatever other types are accepted. Throws a problem 400 for an unknown name.
     */
    public static ExportFormat of(HttpServletRequest request) {
        Optional<String> named = QueryParameters.of(request).value(PARAMETER);
        return named.map(ExportFormat::named).orElseGet(() -> accepted(Collections.list(request.getHeaders("Accept"))));
    }

    private static ExportFormat named(String name) {
        return Arrays.stream(values())
                .filter(format -> format.wireName().equals(name))
                .findFirst()
                .orElseThrow(() -> QueryParameters.problem(
                        PARAMETER,
                        "must be "
                                + Arrays.stream(values())
                                        .map(ExportFormat::wireName)
                                        .collect(Collectors.joining(" or "))));
    }

    private static ExportFormat accepted(List<String> headers) {
        try {
            return MediaType.parseMediaTypes(headers).stream()
                    .filter(type -> type.getQualityValue() > 0)
                    .sorted(Comparator.comparingDouble(MediaType::getQualityValue)
                            .reversed())
                    .flatMap(type -> Arrays.stream(values()).filter(format -> format.isNamedBy(type)))
                    .findFirst()
                    .orElse(NDJSON);
        } catch (InvalidMediaTypeException e) {
            return NDJSON;
        }
    }

    private boolean isNamedBy(MediaType type) {
        return MediaType.parseMediaType(mediaType).equalsTypeAndSubtype(type);
    }
}
