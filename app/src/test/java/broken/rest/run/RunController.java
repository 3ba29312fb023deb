package broken.rest.run;

import broken.domain.port.in.RunQueries;
import broken.rest.jsonapi.Document;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
class RunController {

    private final RunQueries queries;

    RunController(RunQueries queries) {
        this.queries = queries;
    }

    @GetMapping("/run")
    Document run() {
        return new Document(queries.show("run").run().id());
    }
}
