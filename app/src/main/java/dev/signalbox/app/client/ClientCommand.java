package dev.signalbox.app.client;

import java.io.IOException;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import tools.jackson.databind.JsonNode;

/** A command that asks a server. Exit codes: 0, 1 if the server said no, 2 for misuse, 4 without an answer. */
abstract class ClientCommand implements Callable<Integer> {

    /** The exit code when all is well. */
    static final int DONE = 0;

    /** The exit code when the server said no. */
    static final int REFUSED = 1;

    /** The exit code when the server is away, or when there is no token to ask it with. */
    static final int UNANSWERED = 4;

    private final ClientContext context;

    @Mixin
    private final ServerOptions options = new ServerOptions();

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    ClientCommand(ClientContext context) {
        this.context = context;
    }

    @Override
    public final Integer call() {
        check();
        try (var server = context.connect(options)) {
            int code = act(server);
            return screen().hasSaidAll() || isUnread() ? code : cutShort();
        } catch (ServerRefused e) {
            return ended(REFUSED, String.valueOf(e.getMessage()), e.errors());
        } catch (Unanswered e) {
            return ended(UNANSWERED, String.valueOf(e.getMessage()), e.errors());
        }
    }

    /**
     * Whether nobody reads the output any more, who has then read enough, as head has. Only the refusal of one more
     * byte tells that from a full disk.
     */
    final boolean isUnread() {
        try {
            context.bytes().write('\n');
            return false;
        } catch (IOException e) {
            // So says the system in English, and elsewhere often beside its own words.
            return String.valueOf(e.getMessage()).toLowerCase(Locale.ROOT).contains("pipe");
        }
    }

    /** Says that the output is not whole, and returns the exit code for it. */
    final int cutShort() {
        return failed("cut_short", "the output could not be written to its end");
    }

    /** Says why it came to nothing, and returns the exit code for it. */
    final int failed(String code, String sentence) {
        return ended(REFUSED, sentence, Json.problem(code, sentence));
    }

    private int ended(int code, String sentence, JsonNode errors) {
        if (options.json()) {
            screen().err().println(Json.write(errors));
        } else {
            screen().tell(sentence);
        }
        return code;
    }

    /** Refuses arguments that make no sense, before the server is asked. */
    void check() {}

    /** Does it, and returns the exit code. Throws {@link ServerRefused} and {@link Unanswered}. */
    abstract int act(Server server);

    final ClientContext context() {
        return context;
    }

    final Screen screen() {
        return context.screen();
    }

    final boolean json() {
        return options.json();
    }

    /** Refuses what cannot be the ID of a run. */
    final void checkRun(String id) {
        if (!RunOf.isId(id)) {
            throw misuse("That is no ID of a run: runs list shows them, they begin with run-.");
        }
    }

    /** The patience for a server that is away; a script reads nothing about that. */
    final Patience patience() {
        return new Patience(json() ? _ -> {} : screen()::tell, context.pause());
    }

    final ParameterException misuse(String sentence) {
        return new ParameterException(spec.commandLine(), sentence);
    }
}
