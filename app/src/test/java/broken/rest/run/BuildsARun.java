package broken.rest.run;

import broken.domain.run.Run;

class BuildsARun {

    Run run() {
        return new Run("run");
    }
}
