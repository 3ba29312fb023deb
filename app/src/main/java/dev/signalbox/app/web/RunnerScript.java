package dev.signalbox.app.web;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Hands out {@code bin/signalbox-run}, so that a CI job can fetch the script that fits its server. */
final class RunnerScript extends HttpServlet {

    /** Where the script is handed out, and its name. */
    static final String PATH = "/signalbox-run";

    private static final String RESOURCE = "/dev/signalbox/app/web/signalbox-run";

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        try (var script = RunnerScript.class.getResourceAsStream(RESOURCE)) {
            if (script == null) {
                throw new IllegalStateException("the build did not take in " + RESOURCE);
            }
            var bytes = script.readAllBytes();
            response.setContentType("text/x-shellscript;charset=utf-8");
            response.setContentLength(bytes.length);
            response.getOutputStream().write(bytes);
        }
    }
}
