package broken.domain.port.out;

import broken.domain.port.in.RunQueries;

interface KnowsCallers {
    RunQueries queries();
}
