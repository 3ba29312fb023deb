package dev.signalbox.app.client;

import java.io.IOException;
import java.io.OutputStream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Hands on what a run's command printed. */
@Command(
        name = "log",
        description = "Write what a run's command printed to the standard output, as far as its runner sent it.",
        footer = {
            "",
            "It comes byte for byte; on a terminal, without what that would obey, but colours. --json is for errors.",
            "Exit codes: 0, however the run ended; 1 the server refused, nothing of the log was sent, or "
                    + "the output could not be written; 2 misuse; 4 no token, or no answer from the server (with "
                    + "--follow, at the start)."
        })
final class RunsLogCommand extends ClientCommand {

    @Parameters(paramLabel = "ID", description = "The run's ID: run-…")
    @SuppressWarnings("NullAway.Init")
    private String id;

    @Option(
            names = {"-f", "--follow"},
            description = "Wait for more until the run has ended and nothing of it runs any more, or the log is full.")
    private boolean follow;

    RunsLogCommand(ClientContext context) {
        super(context);
    }

    @Override
    void check() {
        checkRun(id);
    }

    @Override
    int act(Server server) {
        var look = screen().look();
        if (!look.terminal()) {
            return handOn(server, context().bytes());
        }
        try (var safe = new TerminalOutput(context().bytes(), look.colours())) {
            return handOn(server, safe);
        } catch (IOException e) {
            return cutShort();
        }
    }

    private int handOn(Server server, OutputStream target) {
        var log = new LogReading(server, id, target);
        if (!(follow ? followed(log) : read(log))) {
            return isUnread() ? DONE : cutShort();
        }
        if (log.isEmpty()) {
            return failed(
                    "no_log",
                    "nothing of the log of " + id + " was sent: to have it, start the run with --share-log, or"
                            + " turn on share-log in the workspace's settings");
        }
        if (log.isFull() && !json()) {
            screen().tell("the log of " + id + " is full and ends here: what its command prints further is not kept");
        }
        return DONE;
    }

    private static boolean read(LogReading log) {
        while (log.readPart()) {
            if (!log.isBehind()) {
                return true;
            }
        }
        return false;
    }

    private boolean followed(LogReading log) {
        var patience = patience();
        boolean told = false;
        while (patience.answer(log::readPart)) {
            if (log.isBehind()) {
                continue;
            }
            if (log.isWhole() || Thread.currentThread().isInterrupted()) {
                return true;
            }
            if (log.isEmpty() && !told && !json()) {
                told = true;
                screen().tell("nothing of the log of " + id + " was sent yet; it is waited for");
            }
            patience.rest();
        }
        return false;
    }
}
