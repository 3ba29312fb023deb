package broken.domain.port.out;

import broken.domain.run.Run;

public interface Runs {
    Run find(String id);
}
