package dev.signalbox.app.client;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** Follows the runs of a group: those that join it, change in it, and leave it. */
final class GroupWatch {

    /** Followed are the newest, which one question answers. */
    private static final int MOST = 100;

    private final Server server;
    private final Patience patience;
    private final Screen screen;
    private final boolean json;

    GroupWatch(Server server, Patience patience, Screen screen, boolean json) {
        this.server = server;
        this.patience = patience;
        this.screen = screen;
        this.json = json;
    }

    /** Follows until it is interrupted, or nobody reads what is said. */
    int follow(String group) {
        var query = Query.empty()
                .with("filter[status_group]", group)
                .with("include", "workspace")
                .with("page[size]", MOST);
        Map<String, String> before = Map.of();
        int drawn = 0;
        while (true) {
            var reply = patience.answer(() -> server.get(RunsListCommand.PATH + query.encoded()));
            if (screen.look().terminal() && !json) {
                drawn = screen.redraw(drawn, picture(reply, group));
            } else {
                before = tellChanges(before, RunView.list(reply), group);
            }
            if (!screen.hasSaidAll() || Thread.currentThread().isInterrupted()) {
                return ClientCommand.REFUSED;
            }
            patience.rest();
        }
    }

    /** As many rows as the terminal has room for between heading, counts and the cursor's line. */
    private List<String> picture(Reply reply, String group) {
        var runs = RunView.list(reply);
        int room = Math.max(1, screen.look().lines() - 4);
        var lines = new ArrayList<>(
                RunTable.rows(screen.look()).lines(runs.stream().limit(room).toList()));
        var total = reply.fields().at("meta").at("pagination").said("total-count");
        lines.add(Text.cut(
                Age.second(reply.at()) + "  " + Text.plain(group) + ": " + total
                        + (runs.size() > room ? ", the newest " + room + " are shown" : "") + "; Ctrl-C ends",
                screen.look().columns()));
        return lines;
    }

    private Map<String, String> tellChanges(Map<String, String> before, List<RunView> runs, String group) {
        var now = new LinkedHashMap<String, String>();
        for (var run : runs) {
            now.put(run.id(), Change.key(run));
            if (!now.get(run.id()).equals(before.get(run.id()))) {
                screen.say(json ? Json.write(run.json()) : Change.line(run));
            }
        }
        for (var id : before.keySet()) {
            // Of a group that is larger than what is followed, the oldest drop out of sight without leaving.
            if (!now.containsKey(id) && runs.size() < MOST) {
                screen.say(json ? Json.write(left(id)) : id + " is not " + Text.plain(group) + " any more");
            }
        }
        return now;
    }

    private static JsonNode left(String id) {
        var resource = Json.object().put("id", id).put("type", "runs");
        resource.putObject("meta").put("left", true);
        return resource;
    }
}
