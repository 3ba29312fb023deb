package dev.signalbox.app.client;

/** What makes a line worth saying while runs are watched. */
final class Change {

    private Change() {}

    /** The same for two looks at a run between which nothing happened that is worth a line. */
    static String key(RunView run) {
        return String.join(
                "\n",
                run.status(),
                run.ending().text("stage").orElse(""),
                run.attributes().text("signalbox-waiting-for").orElse(""),
                run.attributes().at("signalbox-attention").text("kind").orElse(""));
    }

    /** When it was seen, the run, its status, and what else there is to say. */
    static String line(RunView run) {
        var line = Age.second(run.at()) + " " + run.id() + " " + run.place() + " " + run.status();
        if (run.ending().node().isObject()) {
            line += "; " + RunPage.ending(run);
        }
        return line
                + run.attributes()
                        .text("signalbox-waiting-for")
                        .map(what -> "; waits for " + what)
                        .orElse("")
                + run.attention().map(why -> "; needs attention: " + why).orElse("");
    }
}
