package dev.signalbox.rest;

import dev.signalbox.rest.jsonapi.JsonApiResponse;
import dev.signalbox.rest.jsonapi.Parameters;
import dev.signalbox.rest.jsonapi.QueryParameters;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodReturnValueHandler;
import org.springframework.web.method.support.ModelAndViewContainer;

/** Sends the {@link JsonApiResponse} that a route returns, with the fields that are asked for. */
final class JsonApiResult implements HandlerMethodReturnValueHandler {

    @Override
    public boolean supportsReturnType(MethodParameter type) {
        return type.getParameterType() == JsonApiResponse.class;
    }

    @Override
    public void handleReturnValue(
            @Nullable Object value, MethodParameter type, ModelAndViewContainer container, NativeWebRequest request)
            throws IOException {
        HttpServletRequest asked = request.getNativeRequest(HttpServletRequest.class);
        HttpServletResponse response = request.getNativeResponse(HttpServletResponse.class);
        if (!(value instanceof JsonApiResponse answer) || asked == null || response == null) {
            throw new IllegalStateException("a route must answer");
        }
        container.setRequestHandled(true);
        Parameters taken = type.getMethodAnnotation(Parameters.class);
        boolean trims = taken != null && taken.fieldsOf().length > 0;
        (trims ? answer.trimmed(QueryParameters.of(asked)) : answer).writeTo(response);
    }
}
