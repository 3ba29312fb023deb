package dev.signalbox.rest.openapi;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** Ours: hands out the OpenAPI document, to whoever asks: it is the same for everybody. */
@Controller
final class OpenApiController {

    private final byte[] json;
    private final byte[] yaml;

    OpenApiController() {
        ApiDescription description = ApiDescription.read();
        json = description.json().getBytes(StandardCharsets.UTF_8);
        yaml = description.yaml().getBytes(StandardCharsets.UTF_8);
    }

    @GetMapping("/api/signalbox/v1/openapi.json")
    void json(HttpServletResponse response) throws IOException {
        send(json, "application/json", response);
    }

    @GetMapping("/api/signalbox/v1/openapi.yaml")
    void yaml(HttpServletResponse response) throws IOException {
        send(yaml, "application/yaml", response);
    }

    private static void send(byte[] document, String type, HttpServletResponse response) throws IOException {
        response.setContentType(type);
        response.setContentLength(document.length);
        response.getOutputStream().write(document);
    }
}
