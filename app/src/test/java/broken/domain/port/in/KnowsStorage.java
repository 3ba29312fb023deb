package broken.domain.port.in;

import broken.domain.port.out.Runs;

interface KnowsStorage {
    Runs runs();
}
