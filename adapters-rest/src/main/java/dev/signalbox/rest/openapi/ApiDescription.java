package dev.signalbox.rest.openapi;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import tools.jackson.databind.json.JsonMapper;

/**
 * The OpenAPI document of every route, joined from a file for each kind of resource.
 *
 * <p>Each file adds to {@code paths} and to the kinds of {@code components}; a name that two files give is an error.
 * What else stands in a file but {@value #FIRST}, such as {@code x-refusals}, is for its own references.
 */
public final class ApiDescription {

    private static final String FIRST = "openapi.yaml";
    private static final String FILES = "classpath*:dev/signalbox/rest/openapi/*.yaml";
    private static final JsonMapper MAPPER = JsonMapper.shared();

    private final String json;

    private ApiDescription(String json) {
        this.json = json;
    }

    /** Reads and joins the files. */
    public static ApiDescription read() {
        try {
            Resource[] files = new PathMatchingResourcePatternResolver().getResources(FILES);
            Arrays.sort(files, Comparator.comparing(Resource::getFilename, firstBeforeAll()));
            Map<String, Object> whole = new LinkedHashMap<>(parse(files[0]));
            for (Resource file : List.of(files).subList(1, files.length)) {
                add(parse(file), whole);
            }
            return new ApiDescription(MAPPER.writeValueAsString(whole));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The document as JSON. */
    public String json() {
        return json;
    }

    /** The document as YAML, without the references that only make its files shorter. */
    String yaml() {
        DumperOptions options = new DumperOptions();
        options.setDefaultFlowStyle(DumperOptions.FlowStyle.BLOCK);
        options.setWidth(120);
        return new Yaml(options).dump(MAPPER.readValue(json, Map.class));
    }

    private static Comparator<String> firstBeforeAll() {
        return Comparator.comparing((String name) -> !name.equals(FIRST)).thenComparing(Comparator.naturalOrder());
    }

    private static Map<String, Object> parse(Resource file) throws IOException {
        LoaderOptions options = new LoaderOptions();
        options.setAllowDuplicateKeys(false);
        try (InputStream in = file.getInputStream()) {
            return Objects.requireNonNull(new Yaml(options).load(in), file.toString());
        }
    }

    private static void add(Map<String, Object> part, Map<String, Object> whole) {
        addNew(section(part, "paths"), section(whole, "paths"));
        Map<String, Object> kinds = section(whole, "components");
        section(part, "components")
                .keySet()
                .forEach(kind -> addNew(section(section(part, "components"), kind), section(kinds, kind)));
    }

    private static void addNew(Map<String, Object> names, Map<String, Object> known) {
        names.forEach((name, value) -> {
            if (known.putIfAbsent(name, value) != null) {
                throw new IllegalStateException(name + " is described twice");
            }
        });
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> section(Map<String, Object> of, String name) {
        return (Map<String, Object>) of.computeIfAbsent(name, _ -> new LinkedHashMap<String, Object>());
    }
}
