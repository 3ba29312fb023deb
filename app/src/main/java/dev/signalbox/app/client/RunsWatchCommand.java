package dev.signalbox.app.client;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Follows one run to its end, or a group of runs until it is interrupted. */
@Command(
        name = "watch",
        description = "Follow a run until it has ended and nothing of it runs any more, or a group until Ctrl-C.",
        footer = {
            "",
            "On a terminal the view is drawn again every two seconds; elsewhere each change is a line, "
                    + "with --json a resource. A server that is away is waited for. Exit codes: 0 the run was "
                    + "applied, or had nothing to apply; 3 it was errored, canceled or discarded; 1 the server "
                    + "refused; 2 misuse; 4 no token, or the server did not answer at the start."
        })
final class RunsWatchCommand extends ClientCommand {

    /** The exit code when the run has not ended well. */
    static final int NOT_WELL = 3;

    @Parameters(paramLabel = "ID", arity = "0..1", description = "The run's ID: run-…")
    private @Nullable String id;

    @Option(
            names = "--group",
            paramLabel = "GROUP",
            converter = Known.Groups.class,
            description = "Follow all runs of this group of statuses: active, waiting, needs_attention, non_final, …")
    private @Nullable String group;

    RunsWatchCommand(ClientContext context) {
        super(context);
    }

    @Override
    void check() {
        if ((id == null) == (group == null)) {
            throw misuse("watch what? The ID of a run, or --group.");
        }
        if (id != null) {
            checkRun(id);
        }
    }

    @Override
    int act(Server server) {
        var patience = patience();
        if (id == null) {
            return new GroupWatch(server, patience, screen(), json()).follow(String.valueOf(group));
        }
        return follow(server, patience, id);
    }

    private int follow(Server server, Patience patience, String wanted) {
        var drawn = 0;
        var before = "";
        while (true) {
            var reply = patience.answer(() -> RunOf.read(server, wanted));
            var run = RunView.of(reply);
            if (screen().look().terminal() && !json()) {
                var lines = RunPage.fitting(reply, screen().look());
                drawn = screen().redraw(drawn, lines);
            } else if (!before.equals(Change.key(run))) {
                screen().say(json() ? Json.write(run.json()) : Change.line(run));
            }
            before = Change.key(run);
            if (run.isFinal() && !run.mayStillRun()) {
                return run.status().equals("applied") || run.status().equals("planned_and_finished") ? DONE : NOT_WELL;
            }
            if (!screen().hasSaidAll() || Thread.currentThread().isInterrupted()) {
                return REFUSED;
            }
            patience.rest();
        }
    }
}
