package dev.signalbox.app.web;

import java.io.IOException;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.jspecify.annotations.Nullable;

/**
 * Answers what Tomcat refuses before any application sees it, such as a malformed request line; tells nothing about
 * Tomcat.
 */
public final class ConnectorErrorValve extends ErrorReportValve {

    @Override
    protected void report(Request request, Response response, @Nullable Throwable failure) {
        if (response.getStatus() < 400 || response.getContentWritten() > 0 || !response.setErrorReported()) {
            return;
        }
        try {
            ErrorAnswers.write(request, response, response.getStatus(), request.getDecodedRequestURI());
            response.finishResponse();
        } catch (IOException | IllegalStateException e) {
            container.getLogger().debug("the client went away before its error was told", e);
        }
    }
}
