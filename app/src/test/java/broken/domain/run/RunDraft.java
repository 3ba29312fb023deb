package broken.domain.run;

/** Excepted by name: it lives within one move. */
final class RunDraft {

    private String id = "";

    RunDraft id(String value) {
        id = value;
        return this;
    }

    Run build() {
        return new Run(id);
    }
}
