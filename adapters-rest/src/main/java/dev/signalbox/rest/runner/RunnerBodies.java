package dev.signalbox.rest.runner;

import dev.signalbox.domain.Name;
import dev.signalbox.domain.organization.OrganizationName;
import dev.signalbox.domain.port.in.NewRun;
import dev.signalbox.domain.port.in.RunnerSubmission;
import dev.signalbox.domain.port.in.SignOfLife;
import dev.signalbox.domain.run.CiJob;
import dev.signalbox.domain.run.PlanCounts;
import dev.signalbox.domain.run.PlanOutcome;
import dev.signalbox.domain.run.ProcessExit;
import dev.signalbox.domain.run.RunnerEvent;
import dev.signalbox.domain.run.RunnerProcess;
import dev.signalbox.domain.run.RunnerReport;
import dev.signalbox.domain.workspace.WorkspaceName;
import dev.signalbox.rest.jsonapi.Attributes;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
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
                        body.text("message")),
                ci(body));
    }

    private static Optional<CiJob> ci(Attributes body) {
        CiJob ci = new CiJob(
                body.text("ci.name"),
                body.text("ci.job-url").map(url -> url(body, url)),
                body.text("ci.commit"),
                body.text("ci.branch"),
                body.text("ci.author"));
        return ci.isEmpty() ? Optional.empty() : Optional.of(ci);
    }

    private static URI url(Attributes body, String text) {
        try {
            return new URI(text);
        } catch (URISyntaxException e) {
            throw body.problem("ci.job-url", "is no URL");
        }
    }

    static SignOfLife sign(Attributes body) {
        return new SignOfLife(
                body.instant("sent-at"),
                body.instant("output-at"),
                body.longInteger("output-bytes"),
                new RunnerProcess(
                        body.text("host"),
                        body.integer("process-id"),
                        body.integer("process-count"),
                        body.integers("process-ids")),
                body.texts("last-lines").orElse(List.of()));
    }

    static RunnerReport report(Attributes body) {
        int number = body.integer("number").orElseThrow(() -> body.problem("number", "is required"));
        String event = body.requiredText("event");
        return new RunnerReport(
                number,
                RunnerEvent.ofWireName(event).orElseThrow(() -> body.problem("event", "is none that a runner reports")),
                plan(body),
                new ProcessExit(signal(body), body.integer("exit-code")),
                body.text("reason"));
    }

    /** Told with other events too, a plan's outcome is looked at, but of no account. */
    private static Optional<PlanOutcome> plan(Attributes body) {
        boolean policyCheck = body.flag("policy-check").orElse(false);
        Optional<PlanCounts> counts = counts(body);
        return body.flag("has-changes").map(hasChanges -> new PlanOutcome(hasChanges, policyCheck, counts));
    }

    private static Optional<PlanCounts> counts(Attributes body) {
        List<String> names = List.of("resource-additions", "resource-changes", "resource-destructions");
        List<Integer> counts =
                names.stream().flatMap(name -> body.integer(name).stream()).toList();
        if (counts.isEmpty()) {
            return Optional.empty();
        }
        if (counts.size() < names.size()) {
            throw body.problem(
                    "resource-additions", "needs " + String.join(" and ", names.subList(1, 3)) + " beside it");
        }
        return Optional.of(new PlanCounts(counts.get(0), counts.get(1), counts.get(2)));
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
