package dev.signalbox.app.journey;

import dev.signalbox.rest.testing.Api;
import java.time.Duration;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;

/** What an administrator sees over the API. */
final class AdminView {

    private final Api admin;

    AdminView(Signalbox signalbox) {
        this.admin = signalbox.as("site-admin");
    }

    Api api() {
        return admin;
    }

    /** The newest run of the workspace, in the shape of {@code GET /runs/:id}. */
    JsonNode newestRun(TerraformProject project) {
        List<JsonNode> runs = runs(project.organization(), project.workspace());
        return runs.isEmpty()
                ? tools.jackson.databind.node.MissingNode.getInstance()
                : run(runs.getFirst().at("/id").asString());
    }

    /** The newest runs of the workspace as the admin list shows them. */
    List<JsonNode> runs(String organization, String workspace) {
        JsonNode data = admin.get("/api/v2/admin/runs?q=" + organization + "/" + workspace)
                .expect(200)
                .at("/data");
        return StreamSupport.stream(data.spliterator(), false).toList();
    }

    JsonNode run(String id) {
        return admin.get("/api/v2/runs/" + id + "?include=plan,apply")
                .expect(200)
                .document();
    }

    /** Waits until the newest run of the workspace is as wanted. */
    JsonNode awaitRun(TerraformProject project, Duration limit, Predicate<JsonNode> wanted)
            throws InterruptedException {
        return Await.until(limit, () -> newestRun(project), wanted);
    }

    /** Waits until the newest run of the workspace has the status. */
    JsonNode awaitStatus(TerraformProject project, String status, Duration limit) throws InterruptedException {
        return awaitRun(project, limit, run -> status(run).equals(status));
    }

    static String id(JsonNode run) {
        return run.at("/data/id").asString();
    }

    static String status(JsonNode run) {
        return run.at("/data/attributes/status").asString("");
    }

    static JsonNode timestamps(JsonNode run) {
        return run.at("/data/attributes/status-timestamps");
    }

    /** How far the run's process has come on its way to its end; empty if nobody asked for one. */
    static String ending(JsonNode run) {
        return run.at("/data/attributes/signalbox-ending/stage").asString("");
    }

    /** The status of the run's plan ({@code plans}) or apply ({@code applies}), as included. */
    static String phase(JsonNode run, String type) {
        return StreamSupport.stream(run.at("/included").spliterator(), false)
                .filter(resource -> resource.at("/type").asString().equals(type))
                .map(resource -> resource.at("/attributes/status").asString())
                .findFirst()
                .orElseThrow();
    }
}
