package dev.signalbox.rest.testing;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.dialect.Dialects;
import dev.signalbox.rest.openapi.ApiDescription;
import java.net.URI;
import java.net.http.HttpHeaders;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Holds an answer against the OpenAPI document: method, path, status, media type, headers and body must be described.
 *
 * <p>What no path of the document matches must be refused, and a method that a path has not is 405.
 */
public final class OpenApiCheck {

    private static final String ROOT = "https://signalbox.dev/openapi";
    /** What is answered where the document describes nothing: nobody has to say so of each path. */
    private static final Map<Integer, String> ANYWHERE = Map.of(
            400, "BadRequest",
            401, "Unauthorized",
            404, "NotFound",
            405, "MethodNotAllowed",
            406, "NotAcceptable",
            429, "TooManyRequests",
            500, "ServerError");

    private static final Pattern TRIMMED = Pattern.compile("[?&]fields(?:\\[|%5B)");
    private static final JsonMapper MAPPER = JsonMapper.builder().build();
    private static final OpenApiCheck SERVED =
            new OpenApiCheck(ApiDescription.read().json());

    private final JsonNode document;
    private final SchemaRegistry schemas;
    private final List<Template> templates;

    private OpenApiCheck(String json) {
        document = MAPPER.readTree(json);
        schemas = SchemaRegistry.withDialect(Dialects.getOpenApi31(), builder -> builder.schemas(Map.of(ROOT, json)));
        templates = document.get("paths").propertyNames().stream()
                .map(Template::of)
                .sorted(Comparator.comparingInt(Template::variables))
                .toList();
    }

    /** Throws AssertionError, with the body, unless the document describes the answer, if it is one of the API's. */
    public static void check(String method, String target, int status, HttpHeaders headers, byte[] body) {
        String path = target.replaceFirst("\\?.*", "");
        if (!isDescribed(path) || method.equals("OPTIONS")) {
            return;
        }
        // A document with some of the fields lacks what the description requires: only its head is checked.
        String read = TRIMMED.matcher(target).find() ? "HEAD" : method;
        try {
            SERVED.check(read, SERVED.responsePointer(read, path, status), headers, body);
        } catch (AssertionError e) {
            throw new AssertionError(
                    e.getMessage() + "\nis the answer " + status + " to " + method + " " + target + ": "
                            + new String(body, StandardCharsets.UTF_8)
                            + "\nThe document stands in adapters-rest/src/main/resources/dev/signalbox/rest/openapi.",
                    e);
        }
    }

    /** The same of an answer to a client of the JDK. */
    public static void check(HttpResponse<String> answer) {
        URI asked = answer.request().uri();
        check(
                answer.request().method(),
                asked.getRawPath() + "?" + asked.getRawQuery(),
                answer.statusCode(),
                answer.headers(),
                answer.body().getBytes(StandardCharsets.UTF_8));
    }

    /** The same of what crossed the wire: a request, and the head and the body of its answer. */
    public static void check(String request, String head, byte[] body) {
        String[] line = request.lines().findFirst().orElseThrow().split(" ");
        Map<String, List<String>> headers = head.lines()
                .skip(1)
                .filter(field -> !field.isEmpty())
                .map(field -> field.split(": ?", 2))
                .collect(groupingBy(field -> field[0], mapping(field -> field[1], toList())));
        int status = Integer.parseInt(head.split(" ", 3)[1]);
        // Of what is no request of HTTP, or not of ours, the API's description says nothing.
        if (line.length == 3 && status != 505) {
            check(line[0], line[1], status, HttpHeaders.of(headers, (_, _) -> true), body);
        }
    }

    /** But for routes that only tests have. */
    private static boolean isDescribed(String path) {
        return path.startsWith("/.well-known") || path.startsWith("/api") && !path.startsWith("/api/tests/");
    }

    /** The whole document. */
    public static JsonNode document() {
        return SERVED.document;
    }

    private void check(String method, String pointer, HttpHeaders headers, byte[] body) {
        JsonNode response = document.at(pointer);
        checkHeaders(pointer, response, headers);
        if (method.equals("HEAD")) {
            return;
        }
        if (!response.has("content")) {
            require(body.length == 0, pointer + " has no body");
            return;
        }
        String type = headers.firstValue("Content-Type").orElse("");
        String bare = type.replaceFirst(";.*", "");
        require(response.at("/content").has(bare), "the media type " + type + " is not in " + pointer);
        String schema = pointer + "/content/" + escaped(bare);
        if (document.at(schema).has("x-line-schema")) {
            new String(body, StandardCharsets.UTF_8).lines().forEach(line -> validate(schema + "/x-line-schema", line));
        } else if (bare.endsWith("json")) {
            validate(schema + "/schema", new String(body, StandardCharsets.UTF_8));
        }
    }

    private void checkHeaders(String pointer, JsonNode response, HttpHeaders headers) {
        for (String name : response.path("headers").propertyNames()) {
            String header = resolved(pointer + "/headers/" + escaped(name));
            Optional<String> value = headers.firstValue(name);
            require(
                    value.isPresent() || !document.at(header).path("required").booleanValue(false),
                    "without the header " + name);
            value.ifPresent(
                    text -> validate(header + "/schema", isText(header) ? MAPPER.writeValueAsString(text) : text));
        }
    }

    private boolean isText(String header) {
        String type = document.at(resolved(header + "/schema")).path("type").stringValue("string");
        return type.equals("string");
    }

    private void validate(String pointer, String json) {
        List<String> problems =
                schemas.getSchema(SchemaLocation.of(ROOT + "#" + pointer)).validate(json, InputFormat.JSON).stream()
                        .map(Object::toString)
                        .toList();
        require(problems.isEmpty(), String.join("\n", problems) + "\nby " + pointer);
    }

    /** Where the response is described; fails if it is not. */
    private String responsePointer(String method, String path, int status) {
        Optional<Template> template =
                templates.stream().filter(known -> known.matches(path)).findFirst();
        String operation = template.map(known -> "/paths/" + escaped(known.path()) + "/" + described(method))
                .orElse("");
        if (template.isEmpty() || !document.at(operation).isObject()) {
            String name = ANYWHERE.getOrDefault(status, "");
            require(!name.isEmpty(), "no operation is described");
            return "/components/responses/" + name;
        }
        String response = operation + "/responses/" + status;
        require(document.at(response).isObject(), "no such status is described");
        return resolved(response);
    }

    private static String described(String method) {
        return method.equals("HEAD") ? "get" : method.toLowerCase(Locale.ROOT);
    }

    private String resolved(String pointer) {
        String reference = document.at(pointer).path("$ref").stringValue("");
        return reference.isEmpty() ? pointer : resolved(reference.substring(1));
    }

    private static String escaped(String name) {
        return name.replace("~", "~0").replace("/", "~1");
    }

    private static void require(boolean kept, String problem) {
        if (!kept) {
            throw new AssertionError(problem);
        }
    }

    private record Template(String path, Pattern pattern, int variables) {

        static Template of(String path) {
            String[] literals = path.split("\\{[^}]+}", -1);
            return new Template(
                    path,
                    Pattern.compile(String.join(
                            "[^/]+", Arrays.stream(literals).map(Pattern::quote).toList())),
                    literals.length);
        }

        boolean matches(String actual) {
            return pattern.matcher(actual).matches();
        }
    }
}
