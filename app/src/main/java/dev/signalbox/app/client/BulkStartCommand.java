package dev.signalbox.app.client;

import dev.signalbox.domain.run.RunStatus;
import dev.signalbox.domain.run.StatusGroup;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;

/** Asks for a bulk end. */
@Command(
        name = "start",
        description = "Force all runs that a filter finds, or these, to an end: errored, or canceled with --canceled.",
        footer = {
            "",
            "Only runs that have not ended are meant. --expected-count says how many you have seen: if it "
                    + "is another number, nothing is ended. Without it you are shown the runs and asked. --json "
                    + "prints the server's resource. Exit codes: 0 it was started, and with --wait all runs have "
                    + "ended; 1 not so, or the server refused; 2 misuse; 4 no token, or no answer from the server."
        })
final class BulkStartCommand extends ClientCommand {

    private static final String GROUP = "filter[status_group]";
    private static final String STATUS = "filter[status]";

    @Parameters(paramLabel = "ID", arity = "0..*", description = "The runs' IDs, instead of a filter.")
    private List<String> ids = List.of();

    @Mixin
    private final ListFilters filters = new ListFilters();

    @Option(names = "--all", description = "All runs that have not ended.")
    private boolean all;

    @Option(names = "--canceled", description = "End as canceled; without it as errored.")
    private boolean canceled;

    @Mixin
    private final Reason reason = new Reason();

    @Option(names = "--expected-count", paramLabel = "N", description = "How many runs that have not ended are meant.")
    private @Nullable Long expected;

    @Option(names = "--wait", description = "Follow it until it is finished, stopped or paused.")
    private boolean wait;

    BulkStartCommand(ClientContext context) {
        super(context);
    }

    @Override
    void check() {
        boolean filtered = !filters.query().parameters().isEmpty();
        if ((ids.isEmpty() ? 0 : 1) + (filtered ? 1 : 0) + (all ? 1 : 0) != 1) {
            throw misuse("which runs? Their IDs, or filters, or --all.");
        }
        if (!ids.stream().allMatch(RunOf::isId)) {
            throw misuse("That is no ID of a run: runs list shows them, they begin with run-.");
        }
        if (notEnded().isEmpty()) {
            throw misuse("--status: runs in these statuses have ended already.");
        }
        reason.check();
        if (expected != null && expected < 1) {
            throw misuse("--expected-count must be 1 or more.");
        }
        if (expected == null && context().questions().isEmpty()) {
            throw misuse("nobody can be asked here: add --expected-count, the number of runs you have seen.");
        }
    }

    @Override
    int act(Server server) {
        var count = expected != null ? OptionalLong.of(expected) : agreedCount(server);
        if (count.isEmpty()) {
            return failed("not_agreed", "nothing was ended");
        }
        var bulk = BulkView.of(begun(server, document(count.getAsLong())));
        if (wait) {
            return new BulkProgress(server, patience(), screen(), json()).follow(checked(bulk.id()));
        }
        screen().say(
                        json()
                                ? Json.write(bulk.resource().node())
                                : bulk.id() + " is " + bulk.state() + ": " + bulk.counts());
        return DONE;
    }

    private static Reply begun(Server server, JsonNode document) {
        try {
            return server.post(BulkView.PATH, document);
        } catch (Unanswered e) {
            throw e.meaning("whether it has begun is not known: bulk list tells");
        }
    }

    private static String checked(String id) {
        if (!BulkView.isId(id)) {
            throw Unanswered.away("the server does not tell the ID of what was started: bulk list does");
        }
        return id;
    }

    private JsonNode document(long count) {
        var document = Json.object();
        var data = document.putObject("data").put("type", "bulk-ends");
        var attributes = data.putObject("attributes")
                .put("end", canceled ? "canceled" : "errored")
                .put("reason", reason.text())
                .put("expected-count", count);
        if (ids.isEmpty()) {
            attributes.put("filter", meant().encoded().substring(1));
        } else {
            var list = attributes.putArray("run-ids");
            new LinkedHashSet<>(ids).forEach(list::add);
        }
        return document;
    }

    /** What has not ended, as the server counts it too; a group may have runs that have. */
    private Query meant() {
        var query = filters.query();
        return query.parameters().containsKey(GROUP)
                ? query.with(STATUS, notEnded())
                : query.with(GROUP, StatusGroup.NON_FINAL.wireName());
    }

    /** Of the statuses that are asked for, those in which a run has not ended. */
    private String notEnded() {
        var asked =
                Optional.ofNullable(filters.query().parameters().get(STATUS)).map(list -> List.of(list.split(",")));
        return StatusGroup.NON_FINAL.statuses().stream()
                .map(RunStatus::wireName)
                .filter(name -> asked.map(names -> names.contains(name)).orElse(true))
                .sorted()
                .collect(Collectors.joining(","));
    }

    /** Shows what would be ended. Absent unless the answer is a whole yes. */
    private OptionalLong agreedCount(Server server) {
        var count = ids.isEmpty() ? showFiltered(server) : showNamed(server);
        if (count.isEmpty()) {
            return OptionalLong.empty();
        }
        var end = canceled ? "canceled" : "errored";
        return Question.isAgreed("Force " + count.get() + " to " + end + "?", context())
                ? OptionalLong.of(count.get())
                : OptionalLong.empty();
    }

    private Optional<Long> showFiltered(Server server) {
        var query = meant().with("include", "workspace").with("page[size]", 10);
        var reply = server.get(RunsListCommand.PATH + query.encoded());
        RunTable.rows(screen().look()).lines(RunView.list(reply)).forEach(screen().err()::println);
        var count = reply.fields()
                .at("meta")
                .at("pagination")
                .text("total-count")
                .filter(text -> text.matches("\\d{1,9}"))
                .map(Long::valueOf);
        if (count.isEmpty()) {
            throw Unanswered.away("the server does not tell how many runs there are");
        }
        screen().tell(
                        count.get() == 0
                                ? "there is no such run that has not ended"
                                : count.get() + " in all; the newest are shown. What still runs is told to stop, and"
                                        + " an apply that is interrupted may leave things half made.");
        return count.filter(runs -> runs > 0);
    }

    private Optional<Long> showNamed(Server server) {
        long count = 0;
        for (var id : new LinkedHashSet<>(ids)) {
            var run = RunView.of(RunOf.read(server, id));
            screen().tell(Reach.sentence(run));
            count += run.isFinal() ? 0 : 1;
        }
        return Optional.of(count).filter(runs -> runs > 0);
    }
}
