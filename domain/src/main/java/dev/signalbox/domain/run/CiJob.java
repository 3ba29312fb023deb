package dev.signalbox.domain.run;

import dev.signalbox.domain.Text;
import dev.signalbox.domain.refusal.Refusal;
import dev.signalbox.domain.refusal.Refused;
import java.net.URI;
import java.util.Optional;

/**
 * The CI job that a run comes from, by the job's own word.
 *
 * @param name the CI system's name, such as {@code GitHub Actions}
 * @param jobUrl where the job can be looked at: {@code http} or {@code https}
 * @param commit what was checked out
 */
public record CiJob(
        Optional<String> name,
        Optional<URI> jobUrl,
        Optional<String> commit,
        Optional<String> branch,
        Optional<String> author) {

    /** The longest text of each member but {@link #jobUrl}, in characters. */
    public static final int MAX_LENGTH = 255;

    /** The longest {@link #jobUrl}, in characters. */
    public static final int MAX_URL_LENGTH = 2_000;

    /**
     * Refuses {@link Refusal.InvalidAttribute} a text that is blank, too long or not one line, and a URL that is
     * neither {@code http} nor {@code https} or names no host.
     */
    public CiJob {
        Text.checkLine("ci.name", name, MAX_LENGTH);
        Text.checkLine("ci.job-url", jobUrl.map(URI::toString), MAX_URL_LENGTH);
        Text.checkLine("ci.commit", commit, MAX_LENGTH);
        Text.checkLine("ci.branch", branch, MAX_LENGTH);
        Text.checkLine("ci.author", author, MAX_LENGTH);
        if (jobUrl.filter(url -> !isWeb(url)).isPresent()) {
            throw new Refused(new Refusal.InvalidAttribute("ci.job-url", "must be a URL of http or https"));
        }
    }

    /** Tells whether nothing is known of the job. */
    public boolean isEmpty() {
        return name.isEmpty() && jobUrl.isEmpty() && commit.isEmpty() && branch.isEmpty() && author.isEmpty();
    }

    private static boolean isWeb(URI url) {
        boolean web = "http".equalsIgnoreCase(url.getScheme()) || "https".equalsIgnoreCase(url.getScheme());
        // A host whose name no registrar gives away, such as jenkins_master, is none to getHost.
        return web && url.getRawAuthority() != null;
    }
}
