package dev.signalbox.rest;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.web.servlet.HandlerInterceptor;

/**
 * Keeps the server's page of errors out of an answer that broke off in the middle, where it would stand among rows; the
 * server breaks the connection right after.
 */
final class NothingAfterRows implements HandlerInterceptor {

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        return request.getDispatcherType() != DispatcherType.INCLUDE || !response.isCommitted();
    }
}
