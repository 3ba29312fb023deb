package dev.signalbox.app.client;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Everything that is known of one run, a line for each thing. What the server does not tell is said to be unknown. */
final class RunPage {

    private static final int LABEL = 14;

    private final Reply reply;
    private final RunView run;
    private final Look look;
    private final List<String> lines = new ArrayList<>();

    private RunPage(Reply reply, Look look) {
        this.reply = reply;
        this.run = RunView.of(reply);
        this.look = look;
    }

    /** The lines, each no wider than the terminal. */
    static List<String> lines(Reply reply, Look look) {
        var page = new RunPage(reply, look);
        page.write();
        return List.copyOf(page.lines);
    }

    /** No more lines than a terminal can draw again, as far as leaving out the older of the last lines does it. */
    static List<String> fitting(Reply reply, Look look) {
        var page = new RunPage(reply, look);
        page.write();
        int printed = page.run.evidence().texts("last-lines").size();
        int end = page.lines.size();
        int tooMany = Math.clamp(end - (look.lines() - 1), 0, Math.max(printed - 1, 0));
        page.lines.subList(end - printed, end - printed + tooMany).clear();
        return List.copyOf(page.lines);
    }

    private void write() {
        lines.add(Colour.BOLD.paint(Text.cut(run.id() + "  " + run.place(), look.columns()), look));
        writeStatus();
        writeRunner();
        writeOrigin();
        line("plan", phase("plan", "plans") + changes());
        line("apply", phase("apply", "applies"));
        line("may be", abilities());
        line("history", history());
        writeReports();
        writeLastLines();
    }

    private void writeStatus() {
        var since = run.since().map(then -> " since " + Age.ago(then, run.at())).orElse("");
        line("status", run.status() + since, Colour.ofStatus(run.status()));
        line("attention", attention(), run.attention().isPresent() ? Colour.RED : Colour.PLAIN);
        if (run.status().equals("pending")) {
            line("waits for", said("signalbox-waiting-for"));
        }
        if (run.ending().node().isObject()) {
            line("ending", ending());
        }
    }

    private void writeRunner() {
        var silent = run.attributes().node().has("signalbox-last-heard-at") ? "no sign of life yet" : Fields.UNKNOWN;
        var heard = run.attributes().time("signalbox-last-heard-at");
        line(
                "runner",
                heard.map(then -> "last heard " + Age.ago(then, run.at())).orElse(silent));
        line("output", RunnerWords.output(run.evidence(), run.at()).orElseGet(this::untold));
        line("process", RunnerWords.process(run.evidence()).orElseGet(this::untold));
    }

    private void writeOrigin() {
        line(
                "created",
                run.createdAt().map(then -> Age.ago(then, run.at())).orElse(Fields.UNKNOWN) + " by "
                        + said("signalbox-submitted-by"));
        line("message", said("message"));
        line("kind", kind());
        var ci = run.attributes().at("signalbox-ci");
        line(
                "CI",
                ci.node().isObject()
                        ? ci.names().stream()
                                .filter(name -> ci.text(name).isPresent())
                                .map(name -> Text.plain(name) + " " + ci.said(name))
                                .collect(Collectors.joining(", "))
                        : said("signalbox-ci"));
    }

    private void writeReports() {
        var reports = run.attributes().list("signalbox-reports");
        line("reports", reports.isEmpty() ? none("signalbox-reports") : "");
        reports.forEach(report -> lines.add(Text.cut("    " + RunnerWords.report(report), look.columns())));
    }

    private void writeLastLines() {
        var last = run.evidence().texts("last-lines");
        line("last lines", last.isEmpty() ? untold() : "");
        last.forEach(text -> lines.add(Text.cut("    | " + text, look.columns())));
    }

    /** Something may have been printed all the same, by a command that was quicker than a heartbeat. */
    private String untold() {
        return run.attributes().node().has("signalbox-evidence") ? "not told" : Fields.UNKNOWN;
    }

    private String none(String name) {
        return run.attributes().node().has(name) ? Fields.NONE : Fields.UNKNOWN;
    }

    /** What was found, and what could not be judged. */
    private String attention() {
        var found = run.attention().orElseGet(() -> said("signalbox-attention"));
        return run.attributes()
                .text("signalbox-attention-missing")
                .map(missing -> (found.equals(Fields.NONE) ? "none found" : found) + "; " + missing)
                .orElse(found);
    }

    /** How far the end of the process has come. */
    static String ending(RunView run) {
        var ending = run.ending();
        return "the " + ending.said("phase") + " process: " + ending.said("stage") + RunnerWords.exit(ending)
                + ending.flag("holds-workspace")
                        .map(holds -> holds ? "; the workspace is held" : "; the workspace is free")
                        .orElse("");
    }

    private String ending() {
        return ending(run);
    }

    private String kind() {
        var kinds = new ArrayList<String>();
        kinds.add(run.attributes()
                .flag("plan-only")
                .map(only -> only ? "plan only" : "plan and apply")
                .orElse(Fields.UNKNOWN));
        flag("is-destroy").filter(destroy -> destroy).ifPresent(_ -> kinds.add("destroys"));
        flag("auto-apply").filter(auto -> auto).ifPresent(_ -> kinds.add("confirmed without asking"));
        return String.join(", ", kinds);
    }

    private Optional<Boolean> flag(String name) {
        return run.attributes().flag(name);
    }

    private String phase(String relationship, String type) {
        return phaseFields(relationship, type)
                .map(phase -> phase.said("status"))
                .orElse(Fields.UNKNOWN);
    }

    private Optional<Fields> phaseFields(String relationship, String type) {
        return run.resource()
                .at("relationships")
                .at(relationship)
                .at("data")
                .text("id")
                .flatMap(id -> RunView.included(reply, type, id))
                .map(resource -> resource.at("attributes"));
    }

    private String changes() {
        var plan = phaseFields("plan", "plans").orElse(new Fields(Json.object()));
        return plan.text("resource-additions")
                .map(add -> "; " + add + " to add, " + plan.said("resource-changes") + " to change, "
                        + plan.said("resource-destructions") + " to destroy")
                .orElseGet(() -> flag("has-changes")
                        .map(has -> has ? "; with changes" : "; without changes")
                        .orElse(""));
    }

    /** What its status allows, as far as the one who asks may do it. */
    private String abilities() {
        var permissions = run.attributes().at("permissions");
        if (!permissions.node().isObject()) {
            return Fields.UNKNOWN;
        }
        var abilities = new ArrayList<String>();
        ability("confirmed", "is-confirmable", "can-apply").ifPresent(abilities::add);
        ability("discarded", "is-discardable", "can-discard").ifPresent(abilities::add);
        ability("canceled", "is-cancelable", "can-cancel").ifPresent(abilities::add);
        if (run.status().equals("policy_override")
                && permissions.flag("can-override-policy-check").orElse(false)) {
            abilities.add("overridden");
        }
        if (!run.isFinal() && permissions.flag("can-force-cancel").orElse(false)) {
            abilities.add("forced to an end");
        }
        return abilities.isEmpty() ? "nothing, with this token" : String.join(", ", abilities);
    }

    private Optional<String> ability(String word, String action, String permission) {
        return run.attributes().at("actions").flag(action).orElse(false)
                        && run.attributes().at("permissions").flag(permission).orElse(false)
                ? Optional.of(word)
                : Optional.empty();
    }

    private String history() {
        var times = run.attributes().at("status-timestamps");
        return times.names().stream()
                .flatMap(name -> times.time(name).map(then -> event(name, then)).stream())
                .collect(Collectors.joining(", "));
    }

    private static String event(String name, Instant then) {
        return Text.plain(name).replaceFirst("-at$", "").replace('-', ' ') + " " + Age.second(then);
    }

    private String said(String name) {
        return run.attributes().said(name);
    }

    private void line(String label, String text) {
        line(label, text, Colour.PLAIN);
    }

    private void line(String label, String text, Colour colour) {
        int left = Math.max(1, look.columns() - LABEL - 2);
        lines.add(("  " + Text.pad(label, LABEL - 2) + "  " + colour.paint(Text.cut(text, left - 1), look))
                .stripTrailing());
    }
}
