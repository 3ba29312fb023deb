package broken.domain.port.in;

import broken.domain.service.RunQueriesService;

interface KnowsAService {
    RunQueriesService service();
}
