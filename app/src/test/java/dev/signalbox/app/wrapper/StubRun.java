package dev.signalbox.app.wrapper;

import java.io.ByteArrayOutputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** One run as the stub server keeps it: the moves a wrapper can cause, and the reports that caused them. */
final class StubRun {

    private static final Set<String> FINAL =
            Set.of("applied", "discarded", "errored", "canceled", "planned_and_finished");

    final String id;
    final String submitted;
    final List<String> reports = new ArrayList<>();
    final List<String> heartbeats = new ArrayList<>();
    final List<Instant> beats = new ArrayList<>();
    final ByteArrayOutputStream log = new ByteArrayOutputStream();
    String status = "pending";
    String waitsWith = "";
    private int number;
    private String lastEvent = "";
    private boolean held;

    StubRun(String id, String submitted) {
        this.id = id;
        this.submitted = submitted;
    }

    boolean occupiesItsWorkspace() {
        return held || !FINAL.contains(status);
    }

    String directive() {
        if (!FINAL.contains(status)) {
            return "continue";
        }
        return held ? "stop" : "over";
    }

    /** Ends the run as an administrator does: the record at once, the process when its runner reports it gone. */
    void force(String ending) {
        held = status.equals("planning") || status.equals("applying");
        status = ending;
    }

    /** Takes a report and answers with its HTTP status. */
    int report(int reported, String event, String body, boolean itsTurn) {
        if (reported == number) {
            return event.equals(lastEvent) ? 200 : 409;
        }
        if (reported != number + 1 || !move(event, body, itsTurn)) {
            return 409;
        }
        number = reported;
        lastEvent = event;
        reports.add(body);
        return 200;
    }

    private boolean move(String event, String body, boolean itsTurn) {
        if (FINAL.contains(status)) {
            held = held && event.equals("stopping");
            return true;
        }
        String next = next(event, body, itsTurn);
        if (next.isEmpty()) {
            return false;
        }
        status = next;
        return true;
    }

    private String next(String event, String body, boolean itsTurn) {
        return switch (status + " " + event) {
            case "pending plan-started" -> itsTurn ? "planning" : "";
            case "planning plan-finished" -> afterPlan(body);
            case "planning plan-failed", "applying apply-failed" -> "errored";
            case "planned confirmed" -> "confirmed";
            case "planned policy-check-started" -> "policy_checking";
            case "policy_checking policy-check-passed" -> isAutoApplied() ? "confirmed" : "policy_checked";
            case "policy_checking policy-check-soft-failed" -> "policy_override";
            case "policy_checking policy-check-failed" -> "errored";
            case "confirmed apply-started" -> "applying";
            case "applying apply-finished" -> "applied";
            default -> event.equals("withdrawn") ? "canceled" : "";
        };
    }

    private String afterPlan(String body) {
        if (!body.contains("\"has-changes\":true") || submitted.contains("\"plan-only\":true")) {
            return "planned_and_finished";
        }
        return isAutoApplied() && !body.contains("\"policy-check\":true") ? "confirmed" : "planned";
    }

    private boolean isAutoApplied() {
        return submitted.contains("\"auto-apply\":true");
    }
}
