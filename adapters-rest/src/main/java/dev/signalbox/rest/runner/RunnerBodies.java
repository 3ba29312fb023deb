package dev.signalbox.rest.runner;

import dev.signalbox.domain.Name;
import dev.signalbox.domain.organization.OrganizationName;
import dev.signalbox.domain.port.in.NewRun;
import dev.signalbox.domain.port.in.RunnerSubmission;
import dev.signalbox.domain.run.ProcessExit;
import dev.signalbox.domain.run.RunnerEvent;
import dev.signalbox.domain.run.RunnerReport;
import dev.signalbox.domain.workspace.WorkspaceName;
import dev.signalbox.rest.jsonapi.Attributes;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads the bodies of the runner protocol. */
final class RunnerBodies {

    private static final Pattern SIGNAL = Pattern.compile("[A-Za-z0-9+-]{1,20}");

    private RunnerBodies() {}

    static RunnerSubmission submission(Attributes body) {
        return new RunnerSubmission(
                new OrganizationName(name(body, "organization")),
                new WorkspaceName(name(body, "workspace")),
                body.flag("create").orElse(false),
                body.requiredText("key"),
                new NewRun(
                        body.flag("plan-only").orElse(false),
                        body.flag("auto-apply").orElse(false),
                        body.flag("is-destroy").orElse(false),
                        body.text("message")));
    }

    static RunnerReport report(Attributes body) {
        int number = body.integer("number").orElseThrow(() -> body.problem("number", "is required"));
        String event = body.requiredText("event");
        return new RunnerReport(
                number,
                RunnerEvent.ofWireName(event).orElseThrow(() -> body.problem("event", "is none that a runner reports")),
                body.flag("has-changes"),
                new ProcessExit(signal(body), body.integer("exit-code")),
                body.text("reason"));
    }

    private static String name(Attributes body, String attribute) {
        String name = body.requiredText(attribute);
        if (!Name.matches(name)) {
            throw body.problem(attribute, Name.PROBLEM);
        }
        return name;
    }

    private static Optional<String> signal(Attributes body) {
        Optional<String> signal = body.text("signal");
        if (signal.filter(name -> !SIGNAL.matcher(name).matches()).isPresent()) {
            throw body.problem("signal", "must be a signal's name, such as KILL");
        }
        return signal;
    }
}
