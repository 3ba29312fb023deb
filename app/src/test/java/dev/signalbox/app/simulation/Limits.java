package dev.signalbox.app.simulation;

import dev.signalbox.rest.testing.Api;
import java.time.Duration;

/**
 * The limits of the simulation, shortened and set as an administrator sets them. What is found as lost is ended at once,
 * so that the report of a healthy run that was would be refused.
 */
final class Limits {

    static final Duration LOST = Duration.ofSeconds(24);
    static final Duration SILENCE = Duration.ofSeconds(20);
    static final Duration END_UNCONFIRMED = Duration.ofSeconds(16);
    static final Duration NO_RUNNER = Duration.ofSeconds(20);

    /** In a status, but in the workspaces that have {@link #SHORT_STATUS}. */
    static final Duration STATUS = Duration.ofSeconds(75);

    static final Duration SHORT_STATUS = Duration.ofSeconds(22);

    private Limits() {}

    static void setForInstallation(Api admin) {
        set(admin, "/api/signalbox/v1/admin/settings", """
                "heartbeat-lost-seconds": %d, "silence-seconds": %d, "end-unconfirmed-seconds": %d,
                "no-runner-seconds": %d, "lost-end-seconds": %d, "end-lost-plans": true, "end-lost-applies": true,
                %s""".formatted(
                        LOST.toSeconds(),
                        SILENCE.toSeconds(),
                        END_UNCONFIRMED.toSeconds(),
                        NO_RUNNER.toSeconds(),
                        LOST.toSeconds(),
                        inStatus(STATUS)));
    }

    static void shortenForWorkspace(Api admin, String workspace) {
        set(admin, "/api/signalbox/v1/admin/workspaces/" + workspace + "/settings", inStatus(SHORT_STATUS));
    }

    /** Those that are lost there are to be found for as long as it all lasts. */
    static void endNoneInWorkspace(Api admin, String workspace) {
        set(
                admin,
                "/api/signalbox/v1/admin/workspaces/" + workspace + "/settings",
                "\"end-lost-plans\": false, \"end-lost-applies\": false");
    }

    private static String inStatus(Duration limit) {
        return """
                "planning-seconds": %1$d, "policy-checking-seconds": %1$d, "confirmed-seconds": %1$d,
                "applying-seconds": %1$d""".formatted(limit.toSeconds());
    }

    private static void set(Api admin, String path, String attributes) {
        admin.patch(path, "{\"data\": {\"type\": \"settings\", \"attributes\": {" + attributes + "}}}")
                .expect(200);
    }
}
