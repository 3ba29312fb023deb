package dev.signalbox.app.client;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A run as a server told of it.
 *
 * @param organization its organization's name, if the server told it
 * @param workspace its workspace's name, if the server told it
 * @param at when the server told it
 */
record RunView(Fields resource, Optional<String> organization, Optional<String> workspace, Instant at) {

    private static final List<String> FINAL =
            List.of("applied", "discarded", "errored", "canceled", "planned_and_finished");

    /** The run that is the document's data. */
    static RunView of(Reply reply) {
        return of(reply.fields().at("data"), reply);
    }

    /** The runs that are the document's data. */
    static List<RunView> list(Reply reply) {
        return reply.fields().list("data").stream().map(run -> of(run, reply)).toList();
    }

    private static RunView of(Fields resource, Reply reply) {
        var workspace = related(resource, "workspace").flatMap(id -> included(reply, "workspaces", id));
        return new RunView(
                resource,
                workspace.flatMap(found -> related(found, "organization")),
                workspace.flatMap(found -> found.at("attributes").text("name")),
                reply.at());
    }

    private static Optional<String> related(Fields resource, String name) {
        return resource.at("relationships").at(name).at("data").text("id");
    }

    /** The included resource of that type and ID. */
    static Optional<Fields> included(Reply reply, String type, String id) {
        return reply.fields().list("included").stream()
                .filter(one -> one.text("type").filter(type::equals).isPresent())
                .filter(one -> one.text("id").filter(id::equals).isPresent())
                .findFirst();
    }

    String id() {
        return resource.text("id").orElse(Fields.UNKNOWN);
    }

    Fields attributes() {
        return resource.at("attributes");
    }

    String status() {
        return attributes().text("status").orElse(Fields.UNKNOWN);
    }

    boolean isFinal() {
        return FINAL.contains(status());
    }

    /** Organization and workspace, as people write them, or the workspace's ID where the server did not tell more. */
    String place() {
        var known = workspace.or(() -> related(resource, "workspace")).orElse(Fields.UNKNOWN);
        return organization.map(name -> name + "/" + known).orElse(known);
    }

    Optional<Instant> createdAt() {
        return attributes().time("created-at");
    }

    /** Since when it has been in its status; a run that is pending has been since its creation. */
    Optional<Instant> since() {
        return attributes()
                .at("status-timestamps")
                .time(status().replace('_', '-') + "-at")
                .or(() -> status().equals("pending") ? createdAt() : Optional.empty());
    }

    /** How long it has been in its status. */
    String age() {
        return since().map(then -> Age.of(Duration.between(then, at))).orElse("?");
    }

    /** Why it needs attention, if the server says so. */
    Optional<String> attention() {
        return attributes().at("signalbox-attention").text("sentence");
    }

    /** What its runner told last of its command. */
    Fields evidence() {
        return attributes().at("signalbox-evidence");
    }

    /** How far what ran has come to its end, if somebody asked for it. */
    Fields ending() {
        return attributes().at("signalbox-ending");
    }

    /** Whether a process of it may still be alive although the run has ended. */
    boolean mayStillRun() {
        var stage = ending().text("stage").orElse("");
        return stage.equals("requested") || stage.equals("acknowledged");
    }

    /** The server's resource, with the names of organization and workspace, as far as it told them, in its meta. */
    JsonNode json() {
        if (!(resource.node() instanceof ObjectNode node)) {
            return resource.node();
        }
        var copy = node.deepCopy();
        var meta = copy.path("meta") instanceof ObjectNode there ? there : copy.putObject("meta");
        organization.ifPresent(name -> meta.put("organization", name));
        workspace.ifPresent(name -> meta.put("workspace", name));
        return copy;
    }
}
