package dev.signalbox.app.client;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Forces runs to an end, as the site admin's button does. */
@Command(
        name = "cancel",
        description = "Force runs to an end: errored, or canceled with --canceled. Needs a token of a site admin.",
        footer = {
            "",
            "Each run gets one line, and all are tried; --json prints an array with one outcome each. "
                    + "Without --yes you are asked. Exit codes: 0 all were ended; 1 at least one was not; 2 misuse; "
                    + "4 no token, or no answer at all."
        })
final class RunsCancelCommand extends ClientCommand {

    @Parameters(paramLabel = "ID", arity = "1..*", description = "The runs' IDs: run-…")
    @SuppressWarnings("NullAway.Init")
    private List<String> ids;

    @Option(names = "--canceled", description = "End as canceled; without it as errored.")
    private boolean canceled;

    @Mixin
    private final Reason reason = new Reason();

    @Option(
            names = {"-y", "--yes"},
            description = "Do not ask.")
    private boolean yes;

    @Option(names = "--wait", description = "Wait until what ran is known to be gone.")
    private boolean wait;

    @Option(
            names = "--wait-limit",
            paramLabel = "SECONDS",
            description = "Wait no longer for each (${DEFAULT-VALUE}), then count it as not ended.")
    private int waitLimit = 600;

    RunsCancelCommand(ClientContext context) {
        super(context);
    }

    @Override
    void check() {
        ids.forEach(this::checkRun);
        reason.check();
        if (waitLimit < 1) {
            throw misuse("--wait-limit must be 1 or more.");
        }
        if (!yes && context().questions().isEmpty()) {
            throw misuse("nobody can be asked here: add --yes.");
        }
    }

    @Override
    int act(Server server) {
        Set<String> wanted = new LinkedHashSet<>(ids);
        if (!yes && !isAgreed(server, wanted)) {
            return failed("not_agreed", "nothing was ended");
        }
        var end = new ForcedEnd(server, context(), canceled ? "force-cancel" : "cancel", reason.text(), json());
        var outcomes = wanted.stream()
                .map(id -> {
                    var outcome = end.of(id, wait ? waitLimit : 0);
                    tell(outcome);
                    return outcome;
                })
                .toList();
        if (json()) {
            var all = Json.array();
            outcomes.forEach(outcome -> all.add(outcome.json()));
            screen().say(Json.write(all));
        }
        if (outcomes.stream().allMatch(outcome -> outcome.kind() == Outcome.Kind.UNANSWERED)) {
            return UNANSWERED;
        }
        return outcomes.stream().allMatch(outcome -> outcome.kind() == Outcome.Kind.ENDED) ? DONE : REFUSED;
    }

    private void tell(Outcome outcome) {
        if (json()) {
            return;
        }
        if (outcome.kind() == Outcome.Kind.ENDED) {
            screen().say(outcome.sentence());
        } else {
            screen().tell(outcome.sentence());
        }
    }

    /** Whoever is asked sees first what is known of each. Only a whole yes is one. */
    private boolean isAgreed(Server server, Set<String> wanted) {
        for (var id : wanted) {
            try {
                screen().tell(Reach.sentence(RunView.of(RunOf.read(server, id))));
            } catch (ServerRefused e) {
                screen().tell(id + ": " + e.getMessage());
            }
        }
        return Question.isAgreed(
                "Force " + (wanted.size() == 1 ? "it" : "these " + wanted.size()) + " to "
                        + (canceled ? "canceled" : "errored") + "?",
                context());
    }
}
