package dev.signalbox.rest;

import dev.signalbox.domain.access.Right;
import dev.signalbox.domain.refusal.Refusal;
import dev.signalbox.domain.refusal.Subject;
import dev.signalbox.rest.error.ApiPaths;
import dev.signalbox.rest.error.ErrorResponses;
import dev.signalbox.rest.error.RequestId;
import dev.signalbox.rest.jsonapi.ErrorObject;
import dev.signalbox.rest.jsonapi.ErrorSource;
import dev.signalbox.rest.jsonapi.JsonApi;
import dev.signalbox.rest.jsonapi.MediaTypeRules;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.springframework.web.cors.CorsUtils;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * What is decided before any route is looked for.
 *
 * <p>Whose role may not see all runs, or who wants to change something and whose role may not end any, is told nothing
 * under the admin paths: neither a wrong method nor a bad parameter, body or type may be answered differently there
 * from a path that does not exist. How far a token reaches is judged behind this gate, since some of these paths are
 * also for tokens that are restricted to organizations.
 */
final class ApiGate extends OncePerRequestFilter {

    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");

    private static final ErrorObject NOT_ACCEPTABLE = new ErrorObject(
            406,
            "not_acceptable",
            "not acceptable",
            "Accept names " + JsonApi.MEDIA_TYPE + " only with parameters that this server does not know: name it once"
                    + " without.",
            new ErrorSource.Header("Accept"));

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        response.setHeader(RequestId.HEADER, RequestId.of(request));
        response.setHeader("Vary", "Accept");
        if (ApiPaths.isAdmin(request) && !mayDoSomethingLike(request)) {
            ErrorResponses.write(request, response, new Refusal.NotFound(Subject.PAGE));
        } else if (!MediaTypeRules.isAcceptable(acceptHeaders(request))) {
            ErrorResponses.write(request, response, NOT_ACCEPTABLE);
        } else if (CorsUtils.isPreFlightRequest(request)) {
            ErrorResponses.write(request, response, 403, "This API is not open to pages of other origins.");
        } else {
            chain.doFilter(request, response);
        }
    }

    private static boolean mayDoSomethingLike(HttpServletRequest request) {
        Right right = READING.contains(request.getMethod()) ? Right.SEE_ALL_RUNS : Right.FORCE_RUNS;
        return request.getUserPrincipal() instanceof ActorPrincipal principal
                && principal.actor().may(right);
    }

    private static List<String> acceptHeaders(HttpServletRequest request) {
        return Collections.list(request.getHeaders("Accept"));
    }
}
