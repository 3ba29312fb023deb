package dev.signalbox.rest.jsonapi;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The parameters of a query, each known to its route and given once.
 *
 * <p>They are read from the raw query, since a server's own reading forgives broken encodings and mixes in the body.
 */
public final class QueryParameters {

    /** Overlooks no parameter. */
    static final Pattern NOTHING = Pattern.compile("(?!)");

    private static final Pattern INTEGER = Pattern.compile("-?[0-9]{1,18}");

    private final Map<String, String> values;

    private QueryParameters(Map<String, String> values) {
        this.values = values;
    }

    /**
     * Reads the query. Throws {@link Problem} 400 with the parameter as source for one that is not known, is given
     * twice, or is badly encoded.
     */
    public static QueryParameters parse(String query, Set<String> known) {
        return parse(query, known, NOTHING);
    }

    /**
     * Reads the query of a request, which may be none.
     *
     * @param overlooked names of parameters that some client sends and that mean nothing
     */
    static QueryParameters parse(@Nullable String query, Set<String> known, Pattern overlooked) {
        Map<String, String> values = new LinkedHashMap<>();
        for (String pair : query == null ? new String[0] : query.split("&", -1)) {
            int equals = pair.indexOf('=');
            String rawName = equals < 0 ? pair : pair.substring(0, equals);
            String name = decoded(rawName, rawName);
            String value = equals < 0 ? "" : decoded(pair.substring(equals + 1), name);
            if (pair.isEmpty() || overlooked.matcher(name).matches()) {
                continue;
            }
            if (!known.contains(name)) {
                throw problem(name, "is not a parameter of this path" + knownOnes(known));
            }
            if (values.putIfAbsent(name, value) != null) {
                throw problem(name, "is given more than once");
            }
        }
        return new QueryParameters(values);
    }

    /** What {@link ParametersGate} has read for the request. */
    public static QueryParameters of(HttpServletRequest request) {
        Object read = request.getAttribute(QueryParameters.class.getName());
        if (read instanceof QueryParameters parameters) {
            return parameters;
        }
        throw new IllegalStateException("the query has not been read");
    }

    void remember(HttpServletRequest request) {
        request.setAttribute(QueryParameters.class.getName(), this);
    }

    /** A {@link Problem} 400 that blames a name in the parameter that is no {@code what}, and says which there are. */
    public static Problem unknown(String parameter, String name, String what, Stream<String> known) {
        return problem(
                parameter,
                "names \"" + name + "\", which is no " + what + "; those are "
                        + known.collect(Collectors.joining(", ")));
    }

    /** A {@link Problem} 400 that blames the parameter; {@code problem} follows its name in a sentence. */
    public static Problem problem(String parameter, String problem) {
        return new Problem(new ErrorObject(
                400,
                "invalid_parameter",
                "invalid parameter",
                parameter + " " + problem + ".",
                new ErrorSource.Parameter(parameter)));
    }

    /** All that were given, by name. */
    Map<String, String> values() {
        return Collections.unmodifiableMap(values);
    }

    /** The parameter's value; an empty one is present. */
    public Optional<String> value(String name) {
        return Optional.ofNullable(values.get(name));
    }

    /** A whole number from 1 on, of at most 18 digits; throws {@link Problem} 400 for anything else. */
    public long positive(String name, long fallback) {
        long number = integer(name).orElse(fallback);
        if (number < 1) {
            throw problem(name, "must be 1 or more");
        }
        return number;
    }

    /** A whole number of at most 18 digits, also below 0; throws {@link Problem} 400 for anything else. */
    public Optional<Long> integer(String name) {
        return value(name).map(text -> {
            if (!INTEGER.matcher(text).matches()) {
                throw problem(name, "must be a whole number of at most 18 digits");
            }
            return Long.parseLong(text);
        });
    }

    /** An encoded query of these parameters, in their order, with others instead or after them. */
    public String encodedWith(Map<String, String> others) {
        List<String> pairs = new ArrayList<>();
        values.forEach((name, value) -> {
            if (!others.containsKey(name)) {
                pairs.add(pair(name, value));
            }
        });
        others.forEach((name, value) -> pairs.add(pair(name, value)));
        return String.join("&", pairs);
    }

    private static String pair(String name, String value) {
        return PercentEncoding.encode(name) + "=" + PercentEncoding.encode(value);
    }

    private static String decoded(String raw, String parameter) {
        return PercentEncoding.decode(raw).orElseThrow(() -> problem(parameter, "is not percent-encoded UTF-8"));
    }

    private static String knownOnes(Set<String> known) {
        return known.isEmpty()
                ? ", which takes none"
                : "; those are " + String.join(", ", known.stream().sorted().toList());
    }
}
