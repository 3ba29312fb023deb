package dev.signalbox.rest.wellknown;

import dev.signalbox.rest.jsonapi.Document;
import dev.signalbox.rest.jsonapi.JsonApiResponse;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** The first request of clients that are made for Terraform Enterprise: which API is this? */
@Controller
final class PingController {

    /** The version of Terraform Enterprise's API; clients refuse to plan below 2.5. */
    private static final String API_VERSION = "2.6";

    private static final String APP_NAME = "Signalbox";

    @GetMapping("/api/v2/ping")
    JsonApiResponse ping() {
        return JsonApiResponse.ok(Document.ofMeta(Map.of("app-name", APP_NAME)))
                .withHeader("TFP-API-Version", API_VERSION)
                .withHeader("TFP-AppName", APP_NAME);
    }
}
