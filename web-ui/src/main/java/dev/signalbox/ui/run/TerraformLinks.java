package dev.signalbox.ui.run;

import dev.signalbox.domain.run.RunId;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Leads the links that Terraform prints, {@code /app/ORGANIZATION/WORKSPACE/runs/ID}, to the run's page here.
 *
 * <p>It stands behind the door: who has not signed in is asked to, whatever the link, and comes back. Of the link, the
 * ID alone goes into the new address, and only if it has an ID's shape; whatever else stands under {@code /app} is the
 * portal's to answer.
 */
public final class TerraformLinks extends HttpFilter {

    /** Where such links begin, as a filter's pattern. */
    public static final String PATTERN = "/app/*";

    private static final Pattern LINK = Pattern.compile("/app/[^/]+/(?:workspaces/)?[^/]+/runs/([^/]+)/?");

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        Optional<RunId> run = Optional.of(LINK.matcher(request.getServletPath()))
                .filter(Matcher::matches)
                .flatMap(link -> RunId.parse(link.group(1)));
        if (run.isPresent()) {
            response.sendRedirect("/runs/" + run.get().value());
        } else {
            chain.doFilter(request, response);
        }
    }
}
