package dev.signalbox.rest.jsonapi;

import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/**
 * The related resources that are asked for.
 *
 * @param asked whether {@code include} was given at all: then {@code included} is there, even if empty
 * @param paths relationship paths, such as {@code workspace.organization}
 */
public record IncludePaths(boolean asked, Set<String> paths) {

    /** The parameter's name. */
    public static final String PARAMETER = "include";

    /** Clients look for these very words. */
    private static final String TITLE = "Invalid include parameter";

    /** Keeps a copy that nobody can change. */
    public IncludePaths {
        paths = Set.copyOf(paths);
    }

    /**
     * Reads {@code include}: a comma list, in which underscores and hyphens are the same. Throws {@link Problem} 400
     * for a path that the route does not have.
     */
    public static IncludePaths of(QueryParameters parameters, Set<String> known) {
        Optional<String> include = parameters.value(PARAMETER);
        Set<String> paths = new LinkedHashSet<>();
        if (include.filter(list -> !list.isEmpty()).isPresent()) {
            for (String path : include.get().split(",", -1)) {
                String name = path.replace('_', '-');
                if (!known.contains(name)) {
                    throw unknown(path, known);
                }
                paths.add(name);
            }
        }
        return new IncludePaths(include.isPresent(), paths);
    }

    /** Tells whether the resources at the end of the path, or beyond it, are to be included. */
    public boolean reaches(String path) {
        return paths.stream().anyMatch(asked -> asked.equals(path) || asked.startsWith(path + "."));
    }

    /** The document with what was collected, if anything was asked for. */
    public Document addTo(Document document, Included included) {
        return asked ? document.withIncluded(included) : document;
    }

    private static Problem unknown(String path, Set<String> known) {
        String detail = "include names \"" + path + "\", which is no related resource here; those are "
                + String.join(", ", known.stream().sorted().toList()) + ".";
        return new Problem(
                new ErrorObject(400, "invalid_include", TITLE, detail, new ErrorSource.Parameter(PARAMETER)));
    }
}
