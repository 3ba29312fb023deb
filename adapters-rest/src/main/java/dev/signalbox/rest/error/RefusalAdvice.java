package dev.signalbox.rest.error;

import dev.signalbox.domain.refusal.Refusal;
import dev.signalbox.domain.refusal.Refused;
import dev.signalbox.domain.refusal.Subject;
import dev.signalbox.rest.jsonapi.BodyPointers;
import dev.signalbox.rest.jsonapi.ErrorObject;
import dev.signalbox.rest.jsonapi.Problem;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.web.ErrorResponse;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.ModelAndView;

/**
 * Answers every exception of a request to the API with an error document.
 *
 * <p>It goes by the path and not by the handler, since a method that no handler takes is refused before there is one.
 */
public final class RefusalAdvice implements HandlerExceptionResolver {

    private static final Logger LOG = LoggerFactory.getLogger(RefusalAdvice.class);

    @Override
    public @Nullable ModelAndView resolveException(
            HttpServletRequest request, HttpServletResponse response, @Nullable Object handler, Exception exception) {
        if (!ApiPaths.isApi(request)) {
            return null;
        }
        if (response.isCommitted()) {
            return brokenOff(request, exception);
        }
        try {
            if (exception instanceof ErrorResponse known) {
                known.getHeaders().forEach((name, values) -> response.setHeader(name, String.join(", ", values)));
            }
            if (exception instanceof HttpRequestMethodNotSupportedException unsupported) {
                response.setHeader("Allow", allowed(unsupported));
            }
            ErrorResponses.write(request, response, errorOf(exception, request));
        } catch (IOException e) {
            LOG.debug("request {}: the client went away before it was answered", RequestId.of(request), e);
        }
        return new ModelAndView();
    }

    /**
     * The answer has begun: the server, left alone with the exception, ends it so that nobody takes it for whole. Where
     * the client went away in the middle of its body, the server has begun one by itself.
     */
    private static @Nullable ModelAndView brokenOff(HttpServletRequest request, Exception exception) {
        boolean brokenBody = exception instanceof Problem problem && problem.isOfBrokenBody();
        if (exception instanceof IOException || brokenBody) {
            LOG.debug("request {}: the client went away before its end", RequestId.of(request), exception);
            return new ModelAndView();
        }
        LOG.error("request {}: {} broke off", RequestId.of(request), request.getMethod(), exception);
        return null;
    }

    /** As OPTIONS tells it: where GET is answered HEAD is too, and OPTIONS everywhere. */
    private static String allowed(HttpRequestMethodNotSupportedException unsupported) {
        Stream<String> own =
                Stream.ofNullable(unsupported.getSupportedMethods()).flatMap(Arrays::stream);
        return Stream.concat(own, Stream.of("OPTIONS"))
                .flatMap(method -> method.equals("GET") ? Stream.of(method, "HEAD") : Stream.of(method))
                .distinct()
                .collect(Collectors.joining(","));
    }

    private static ErrorObject errorOf(Exception exception, HttpServletRequest request) {
        return switch (exception) {
            case Refused refused -> RefusalErrors.of(refused.refusal(), BodyPointers.of(request));
            case Problem problem -> problem.error();
            case HttpRequestMethodNotSupportedException _ -> HttpErrors.methodNotAllowed(request.getMethod());
            case MultipartException _ -> HttpErrors.of(415, "The body must not be multipart.");
            // Writing an answer failed, since nobody reads it any more.
            case IOException _ -> HttpErrors.unexpected();
            case ErrorResponse known -> ofStatus(known.getStatusCode().value(), request, exception);
            default -> unexpected(request, exception);
        };
    }

    private static ErrorObject ofStatus(int status, HttpServletRequest request, Exception exception) {
        if (status == 404) {
            return RefusalErrors.of(new Refusal.NotFound(Subject.PAGE), BodyPointers.PLAIN);
        }
        return status >= 500 ? unexpected(request, exception) : HttpErrors.of(status, HttpErrors.detail(status, null));
    }

    private static ErrorObject unexpected(HttpServletRequest request, Exception exception) {
        LOG.error("request {}: {} failed", RequestId.of(request), request.getMethod(), exception);
        return HttpErrors.unexpected();
    }
}
