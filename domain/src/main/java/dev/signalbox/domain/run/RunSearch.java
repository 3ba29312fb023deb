package dev.signalbox.domain.run;

import dev.signalbox.domain.Text;
import dev.signalbox.domain.organization.Organization;
import dev.signalbox.domain.refusal.Refusal;
import dev.signalbox.domain.refusal.Refused;
import dev.signalbox.domain.workspace.Workspace;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What {@code q} asks for: words of which each must be found, one in this field, another perhaps in that.
 *
 * <p>A word is found in the workspace's name, the organization's name or e-mail address, the repository's identifier,
 * or {@code organization/workspace}, as a substring ignoring case; or, from {@code run-} and three characters on, at
 * the beginning of the run's ID, with case. Storage translates this; {@link #matches} is the definition.
 */
public record RunSearch(List<String> words) {

    /** The longest {@code q}, in characters after trimming. */
    public static final int MAX_LENGTH = 1_000;

    /** The shortest word that is taken as the beginning of a run's ID. */
    private static final int MIN_ID_LENGTH = RunId.PREFIX.length() + 3;

    private static final Pattern BLANKS = Pattern.compile("\\s+", Pattern.UNICODE_CHARACTER_CLASS);

    /** Keeps a copy that nobody can change. */
    public RunSearch {
        words = List.copyOf(words);
        if (words.isEmpty()) {
            throw new IllegalArgumentException("a search has at least one word");
        }
    }

    /**
     * Reads {@code q}; blank is no search. Refuses {@link Refusal.InvalidParameter} more than {@value #MAX_LENGTH}
     * characters, and control characters.
     */
    public static Optional<RunSearch> parse(String q) {
        String trimmed = q.strip();
        if (trimmed.codePointCount(0, trimmed.length()) > MAX_LENGTH) {
            throw new Refused(new Refusal.InvalidParameter("q", "is longer than " + MAX_LENGTH + " characters"));
        }
        if (trimmed.codePoints().anyMatch(Text::isControl)) {
            throw new Refused(new Refusal.InvalidParameter("q", "contains control characters"));
        }
        List<String> words =
                BLANKS.splitAsStream(trimmed).filter(word -> !word.isEmpty()).toList();
        return words.isEmpty() ? Optional.empty() : Optional.of(new RunSearch(words));
    }

    /** Tells whether the word may be the beginning of a run's ID. */
    public static boolean isIdPrefix(String word) {
        return word.startsWith(RunId.PREFIX) && word.length() >= MIN_ID_LENGTH;
    }

    /** What words are looked for in, one field a line, {@link Text#folded}; storage keeps it beside the workspace. */
    public static String searchText(Organization organization, Workspace workspace) {
        String fields = String.join(
                "\n",
                organization.name() + "/" + workspace.name(),
                organization.email().orElse(""),
                workspace.vcsRepo().orElse(""));
        return Text.folded(fields);
    }

    /** Tells whether the run is found. */
    public boolean matches(RunId run, String searchText) {
        return words.stream()
                .allMatch(word -> searchText.contains(Text.folded(word))
                        || (isIdPrefix(word) && run.value().startsWith(word)));
    }
}
