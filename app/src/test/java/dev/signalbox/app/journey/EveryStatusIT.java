package dev.signalbox.app.journey;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.rest.testing.Answer;
import dev.signalbox.rest.testing.Api;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/** Every status of the Admin Runs API is reached through public doors, and each that can be forced is, both ways. */
@ExtendWith(SharedSignalbox.class)
class EveryStatusIT {

    /** What a runner reports, and what a user then decides ({@code !apply}, {@code !discard}), to reach the status. */
    private static final Map<String, List<String>> WAYS = Map.ofEntries(
            Map.entry("pending", List.of()),
            Map.entry("planning", List.of("plan-started")),
            Map.entry("planned", List.of("plan-started", "plan-finished")),
            Map.entry("policy_checking", List.of("plan-started", "plan-finished", "policy-check-started")),
            Map.entry(
                    "policy_override",
                    List.of("plan-started", "plan-finished", "policy-check-started", "policy-check-soft-failed")),
            Map.entry(
                    "policy_checked",
                    List.of("plan-started", "plan-finished", "policy-check-started", "policy-check-passed")),
            Map.entry("confirmed", List.of("plan-started", "plan-finished", "!apply")),
            Map.entry("applying", List.of("plan-started", "plan-finished", "!apply", "apply-started")),
            Map.entry("applied", List.of("plan-started", "plan-finished", "!apply", "apply-started", "apply-finished")),
            Map.entry("discarded", List.of("plan-started", "plan-finished", "!discard")),
            Map.entry("errored", List.of("plan-started", "plan-failed")),
            Map.entry("canceled", List.of("!cancel")));

    private final Api admin;
    private final Api user;
    private final Api runner;

    EveryStatusIT(Signalbox signalbox) {
        admin = signalbox.as("site-admin");
        user = signalbox.as("user");
        runner = signalbox.as("runner");
    }

    static Stream<String> statuses() {
        return WAYS.keySet().stream().sorted();
    }

    static Stream<Arguments> forcedEnds() {
        return Stream.of(
                        Arguments.of("pending", "unreachable", "unreachable"),
                        Arguments.of("planning", "E", "unreachable"),
                        Arguments.of("planned", "finished", "unreachable"),
                        Arguments.of("policy_checking", "finished", "unreachable"),
                        Arguments.of("policy_override", "finished", "unreachable"),
                        Arguments.of("policy_checked", "finished", "unreachable"),
                        Arguments.of("confirmed", "finished", "E"),
                        Arguments.of("applying", "finished", "E"))
                .flatMap(row -> Stream.of("cancel", "force-cancel")
                        .map(action -> Arguments.of(action, row.get()[0], row.get()[1], row.get()[2])));
    }

    @ParameterizedTest
    @MethodSource("statuses")
    void isReachedThroughPublicDoors(String status) {
        ScriptedRun run = reach(status, "reach");
        JsonNode document = admin.get("/api/v2/runs/" + run.id()).expect(200).document();
        assertThat(AdminView.status(document)).isEqualTo(status);
        JsonNode found = admin.get("/api/v2/admin/runs?q=" + run.id() + "&filter[status]=" + status)
                .expect(200)
                .document();
        assertThat(found.at("/data/0/id").asString()).isEqualTo(run.id());
        assertThat(found.at("/meta/status-counts/" + status.replace('_', '-')).asInt())
                .isEqualTo(1);
        assertThat(found.at("/meta/status-counts/total").asInt()).isEqualTo(1);
    }

    @ParameterizedTest
    @MethodSource("forcedEnds")
    void isForcedToAnEndWithItsPlanAndApply(String action, String status, String plan, String apply) {
        ScriptedRun run = reach(status, action);
        String end = action.equals("cancel") ? "errored" : "canceled";
        JsonNode forced = admin.post("/api/v2/admin/runs/" + run.id() + "/actions/" + action)
                .expect(200)
                .document();
        assertThat(AdminView.status(forced)).isEqualTo(end);

        JsonNode read = admin.get("/api/v2/runs/" + run.id() + "?include=plan,apply")
                .expect(200)
                .document();
        assertThat(AdminView.status(read)).isEqualTo(end);
        assertThat(AdminView.phase(read, "plans")).isEqualTo(plan.replace("E", end));
        assertThat(AdminView.phase(read, "applies")).isEqualTo(apply.replace("E", end));
        assertThat(AdminView.timestamps(read).has(end + "-at")).isTrue();
        assertThat(AdminView.timestamps(read).has("force-canceled-at")).isEqualTo(action.equals("force-cancel"));

        Answer again = admin.post("/api/v2/admin/runs/" + run.id() + "/actions/" + action)
                .expect(409);
        assertThat(again.text("/errors/0/detail")).contains(end);
        assertThat(admin.get("/api/v2/runs/" + run.id() + "?include=plan,apply").at("/data"))
                .isEqualTo(read.at("/data"));
    }

    private ScriptedRun reach(String status, String purpose) {
        String workspace = ScriptedRun.workspace(admin, "statuses", purpose + "-" + status + "-" + System.nanoTime());
        ScriptedRun run = ScriptedRun.submit(user, workspace);
        for (String step : WAYS.get(status)) {
            if (step.startsWith("!")) {
                user.post("/api/v2/runs/" + run.id() + "/actions/" + step.substring(1))
                        .expect(202);
            } else {
                run.report(runner, step);
            }
        }
        return run;
    }
}
