package dev.signalbox.app.journey;

import dev.signalbox.rest.testing.Answer;
import dev.signalbox.rest.testing.Api;

/** A run moved by hand through the public doors: created by a user's request, reported on as a runner would. */
final class ScriptedRun {

    private final String id;
    private int report;

    private ScriptedRun(String id) {
        this.id = id;
    }

    /** Creates the organization, unless it is there, and a workspace in it; returns the workspace's ID. */
    static String workspace(Api admin, String organization, String name) {
        Answer created = admin.post("/api/v2/organizations", """
                {"data": {"type": "organizations", "attributes": {"name": "%s"}}}""".formatted(organization));
        if (created.status() != 422) {
            created.expect(201);
        }
        return admin.post("/api/v2/organizations/" + organization + "/workspaces", """
                        {"data": {"type": "workspaces", "attributes": {"name": "%s"}}}""".formatted(name))
                .expect(201)
                .text("/data/id");
    }

    /** Creates a run in the workspace. */
    static ScriptedRun submit(Api user, String workspace) {
        Answer created = user.post("/api/v2/runs", """
                {"data": {"type": "runs", "attributes": {"message": "a journey"},
                 "relationships": {"workspace": {"data": {"type": "workspaces", "id": "%s"}}}}}""".formatted(workspace));
        return new ScriptedRun(created.expect(201).text("/data/id"));
    }

    String id() {
        return id;
    }

    /** Reports the events, one after the other, each of which must be taken. */
    ScriptedRun report(Api runner, String... events) {
        for (String event : events) {
            report++;
            String changes = event.equals("plan-finished") ? ", \"has-changes\": true" : "";
            runner.post(
                            "/api/signalbox/v1/runs/" + id + "/reports",
                            "{\"number\": " + report + ", \"event\": \"" + event + "\"" + changes + "}")
                    .expect(200);
        }
        return this;
    }
}
