package broken.domain.run;

import java.nio.file.Path;

final class ReadsFiles {

    boolean exists(String name) {
        return Path.of(name).isAbsolute();
    }
}
