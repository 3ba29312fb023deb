package dev.signalbox.app.client;

/** Follows a bulk end until nothing more happens by itself. */
final class BulkProgress {

    private final Server server;
    private final Patience patience;
    private final Screen screen;
    private final boolean json;

    BulkProgress(Server server, Patience patience, Screen screen, boolean json) {
        this.server = server;
        this.patience = patience;
        this.screen = screen;
        this.json = json;
    }

    /**
     * Draws it again and again on a terminal, says each change elsewhere, and says nothing to a script but how it came
     * out. Returns the exit code: 0 only if all runs have ended.
     */
    int follow(String id) {
        int drawn = 0;
        var before = "";
        while (true) {
            var reply = patience.answer(() -> server.get(BulkView.PATH + "/" + id));
            var bulk = BulkView.of(reply);
            if (screen.look().terminal() && !json) {
                drawn = screen.redraw(drawn, BulkPage.lines(bulk, screen.look()));
            } else {
                before = tell(bulk, before);
            }
            if (bulk.isAtRest()) {
                if (json) {
                    screen.say(Json.write(bulk.resource().node()));
                }
                return bulk.hasEndedAll() ? ClientCommand.DONE : ClientCommand.REFUSED;
            }
            if (!screen.hasSaidAll() || Thread.currentThread().isInterrupted()) {
                return ClientCommand.REFUSED;
            }
            patience.rest();
        }
    }

    private String tell(BulkView bulk, String before) {
        var line = bulk.id() + " is " + bulk.state() + ": " + bulk.counts();
        if (!json && !line.equals(before)) {
            screen.say(line);
        }
        return line;
    }
}
