package dev.signalbox.rest.wellknown;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** Terraform's remote service discovery: where the services of this host begin. */
@Controller
final class DiscoveryController {

    /** Which key is asked for depends on the client and its age, so all stand there. */
    private static final byte[] SERVICES = """
            {
              "modules.v1": "/api/registry/v1/modules/",
              "state.v2": "/api/v2/",
              "tfe.v2": "/api/v2/",
              "tfe.v2.1": "/api/v2/",
              "tfe.v2.2": "/api/v2/"
            }
            """.getBytes(StandardCharsets.UTF_8);

    @GetMapping("/.well-known/terraform.json")
    void services(HttpServletResponse response) throws IOException {
        response.setContentType("application/json");
        response.setContentLength(SERVICES.length);
        response.getOutputStream().write(SERVICES);
    }
}
