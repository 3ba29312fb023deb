package dev.signalbox.app.simulation;

import java.time.Duration;
import java.util.Optional;

/**
 * What happens around one run that hangs: when, and what a person does to it.
 *
 * @param workspace its ID, for a workspace that is made before
 * @param other whom it waits for, if it is for a run
 * @param applies whether it hangs in its apply, where its kind may do so in either phase
 * @param early whether it hangs before the server is away, so long after the beginning, or else after the restart
 */
record Stage(
        Course course,
        Line people,
        String workspace,
        Optional<Runner> other,
        boolean applies,
        boolean early,
        Duration at) {

    private static final String REASON = "the state is being moved";

    /** What is said of a run that waits for the lock. */
    static final String LOCK_WORDS = "workspace locked by journey-site-admin for TIME: " + REASON;

    Runner ahead() {
        return other.orElseThrow();
    }

    boolean isToHang() {
        return early ? course.isSinceBegin(at) : course.isSinceRestart(at);
    }

    /** Does nothing until then. */
    void await() throws InterruptedException {
        while (!isToHang()) {
            course.sleep(Duration.ofMillis(500));
        }
    }

    /** Locks the workspace; a conflict is the answer to a second attempt. */
    void lock() throws InterruptedException {
        String body = "{\"reason\": \"" + REASON + "\"}";
        people.post("/api/v2/workspaces/" + workspace + "/actions/lock", () -> body)
                .expect(200, 409);
    }

    /** Forces the run to its end. */
    Span force(Runner run) throws InterruptedException {
        return people.post("/api/v2/admin/runs/" + run.id().join() + "/actions/cancel", () -> "{}")
                .expect(200)
                .span();
    }

    /** Makes the run as a user does who has no runner. */
    Span create(Runner run) throws InterruptedException {
        String shape = """
                {"data": {"type": "runs", "attributes": {"message": "%s"},
                 "relationships": {"workspace": {"data": {"type": "workspaces", "id": "%s"}}}}}""";
        String body = shape.formatted(run.name(), workspace);
        Line.Reply created = people.post("/api/v2/runs", () -> body).expect(201);
        run.id().complete(created.document().at("/data/id").asString());
        return created.span();
    }
}
