package dev.signalbox.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.dialect.Dialects;
import dev.signalbox.domain.access.Role;
import dev.signalbox.domain.audit.AuditAction;
import dev.signalbox.domain.bulk.BulkEndState;
import dev.signalbox.domain.bulk.BulkOutcome;
import dev.signalbox.domain.run.Directive;
import dev.signalbox.domain.run.PhaseStatus;
import dev.signalbox.domain.run.RunStatus;
import dev.signalbox.domain.run.RunnerEvent;
import dev.signalbox.domain.run.StatusGroup;
import dev.signalbox.rest.jsonapi.Parameters;
import dev.signalbox.rest.testing.OpenApiCheck;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.yaml.snakeyaml.Yaml;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The OpenAPI document against the code; what is answered is held against it as the other tests receive it. */
class OpenApiTest extends RestTest {

    private static final String DESCRIBE_IT = """
            Describe the route in adapters-rest/src/main/resources/dev/signalbox/rest/openapi, in the file of its kind \
            of resource (a new file there is found by itself): parameters, body, each status that it can answer.""";

    private static final JsonNode DOCUMENT = OpenApiCheck.document();

    @Test
    void describesEveryRouteAndItsParameters(@Autowired RequestMappingHandlerMapping requestMappingHandlerMapping) {
        TreeMap<String, Set<String>> taken = new TreeMap<>();
        Route.handlers(requestMappingHandlerMapping)
                .forEach((route, handler) ->
                        taken.put(route.toString(), parameters(handler.getMethodAnnotation(Parameters.class))));
        assertThat(described()).as(DESCRIBE_IT).isEqualTo(taken);
    }

    @Test
    void isValidOpenApi() {
        assertThat(problems(DOCUMENT)).isEmpty();
        JsonNode broken = DOCUMENT.deepCopy();
        ((ObjectNode) broken.at("/components/schemas/Name")).put("type", "text");
        ((ObjectNode) broken.at("/paths/~1api~1v2~1ping/get")).put("sumary", "misspelt");
        assertThat(problems(broken)).hasSizeGreaterThanOrEqualTo(2);
    }

    private static List<?> problems(JsonNode document) {
        SchemaRegistry schemas = SchemaRegistry.withDialect(
                Dialects.getDraft202012(),
                registry -> registry.schemaIdResolvers(
                        ids -> ids.mapPrefix("https://spec.openapis.org", "classpath:spec.openapis.org")));
        return schemas.getSchema(SchemaLocation.of("https://spec.openapis.org/oas/3.1/schema-base/2022-10-07"))
                .validate(document);
    }

    @Test
    void isServedWithoutATokenAsJsonAndAsYaml() {
        String json =
                nobody.download("/api/signalbox/v1/openapi.json").expect(200).bodyText();
        String yaml =
                nobody.download("/api/signalbox/v1/openapi.yaml").expect(200).bodyText();
        assertThat(JsonMapper.shared().readTree(json)).isEqualTo(DOCUMENT);
        assertThat(JsonMapper.shared().<JsonNode>valueToTree(new Yaml().load(yaml)))
                .isEqualTo(DOCUMENT);
        assertThat(yaml).doesNotContain("&id0");
    }

    @Test
    void refersOnlyToWhatIsThereAndUsesAllOfIt() {
        Set<String> used = new TreeSet<>();
        DOCUMENT.findValues("$ref").forEach(reference -> used.add(reference.stringValue()));
        Set<String> known = new TreeSet<>();
        JsonNode kinds = DOCUMENT.get("components");
        kinds.propertyNames().stream()
                .filter(kind -> !kind.equals("securitySchemes"))
                .forEach(kind -> kinds.get(kind)
                        .propertyNames()
                        .forEach(name -> known.add("#/components/" + kind + "/" + name)));
        // A method that a path has not is described nowhere else.
        used.add("#/components/responses/MethodNotAllowed");
        assertThat(used).isEqualTo(known);
    }

    @ParameterizedTest
    @MethodSource
    void knowsEachName(String schema, Set<String> names) {
        Set<String> described = new TreeSet<>();
        DOCUMENT.at("/components/schemas/" + schema + "/enum").forEach(name -> described.add(name.stringValue()));
        assertThat(described).isEqualTo(names);
    }

    static Stream<Arguments> knowsEachName() {
        return Stream.of(
                names("RunStatus", RunStatus.values(), RunStatus::wireName),
                names("StatusGroup", StatusGroup.values(), StatusGroup::wireName),
                names("PhaseStatus", PhaseStatus.values(), PhaseStatus::wireName),
                names("Role", Role.values(), Role::wireName),
                names("AuditAction", AuditAction.values(), AuditAction::label),
                names("BulkEndState", BulkEndState.values(), BulkEndState::label),
                names("BulkOutcome", BulkOutcome.values(), BulkOutcome::label),
                names("Directive", Directive.values(), Directive::wireName),
                names("RunnerEvent", RunnerEvent.values(), RunnerEvent::wireName));
    }

    private static <E> Arguments names(String schema, E[] values, Function<E, String> name) {
        return Arguments.of(
                schema, new TreeSet<>(Arrays.stream(values).map(name).toList()));
    }

    private static Set<String> parameters(Parameters taken) {
        return taken == null
                ? Set.of()
                : Stream.concat(
                                Arrays.stream(taken.value()),
                                Arrays.stream(taken.fieldsOf()).map(type -> "fields[" + type + "]"))
                        .collect(Collectors.toCollection(TreeSet::new));
    }

    private static TreeMap<String, Set<String>> described() {
        TreeMap<String, Set<String>> described = new TreeMap<>();
        DOCUMENT.get("paths")
                .forEachEntry((path, methods) -> methods.forEachEntry((method, operation) -> {
                    if (!method.equals("parameters")) {
                        described.put(method.toUpperCase(Locale.ROOT) + " " + path, queryParameters(operation));
                    }
                }));
        return described;
    }

    private static Set<String> queryParameters(JsonNode operation) {
        Set<String> names = new TreeSet<>();
        operation.path("parameters").forEach(parameter -> {
            JsonNode resolved = parameter.has("$ref")
                    ? DOCUMENT.at(parameter.get("$ref").stringValue().substring(1))
                    : parameter;
            if (resolved.get("in").stringValue().equals("query")) {
                names.add(resolved.get("name").stringValue());
            }
        });
        return names;
    }
}
