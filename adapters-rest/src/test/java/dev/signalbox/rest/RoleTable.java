package dev.signalbox.rest;

import static dev.signalbox.domain.access.Role.RUNNER;
import static dev.signalbox.domain.access.Role.SITE_ADMIN;
import static dev.signalbox.domain.access.Role.SUPPORT;
import static dev.signalbox.domain.access.Role.USER;
import static dev.signalbox.rest.RoleRule.Reach.EVERYWHERE;
import static dev.signalbox.rest.RoleRule.Reach.HELD;
import static dev.signalbox.rest.RoleRule.Reach.ITS_OWN;
import static dev.signalbox.rest.RoleRule.Reach.LOCKED;
import static dev.signalbox.rest.RoleRule.Reach.THERE;

import dev.signalbox.domain.access.Role;
import dev.signalbox.domain.audit.AuditQuery;
import dev.signalbox.domain.port.in.BulkEndRequest;
import dev.signalbox.domain.port.in.NewRun;
import dev.signalbox.domain.run.ForcedEnd;
import dev.signalbox.domain.run.RunId;
import dev.signalbox.domain.run.RunStatus;
import dev.signalbox.domain.testing.TestSignalbox;
import dev.signalbox.domain.workspace.WorkspaceId;
import dev.signalbox.rest.RoleRule.Target;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Who may do what over the API: a row for each route, and nobody else may.
 *
 * <p>A row names the route, the roles, how far a token must reach, and how to make what the request is about: always in
 * the organization {@code acme}.
 */
final class RoleTable {

    private static final Set<Role> ANY_ROLE = EnumSet.allOf(Role.class);

    private static final String ACCOUNTS = "/api/signalbox/v1/admin/accounts";
    private static final String TOKENS = "/api/signalbox/v1/admin/tokens";
    private static final String AUDIT = "/api/signalbox/v1/admin/audit-events";

    private static final String SETTINGS = "/api/signalbox/v1/admin/settings";
    private static final String WORKSPACE_SETTINGS = "/api/signalbox/v1/admin/workspaces/{id}/settings";
    private static final String BULK_ENDS = "/api/signalbox/v1/admin/bulk-ends";

    private RoleTable() {}

    static List<RoleRule> rules() {
        return List.of(
                RoleRule.open("GET /api/v2/ping"),
                RoleRule.open("GET /.well-known/terraform.json"),
                RoleRule.open("GET /api/signalbox/v1/openapi.json"),
                RoleRule.open("GET /api/signalbox/v1/openapi.yaml"),

                // Everything that the installation holds.
                row("GET  /api/v2/admin/runs", of(SITE_ADMIN, SUPPORT), EVERYWHERE, nothing()),
                row("GET  /api/v2/admin/runs/export", of(SITE_ADMIN, SUPPORT), EVERYWHERE, nothing()),
                row("POST /api/v2/admin/runs/{id}/actions/cancel", of(SITE_ADMIN), THERE, run(RunStatus.APPLYING)),
                row("POST /api/v2/admin/runs/{id}/actions/force-cancel", of(SITE_ADMIN), THERE, run(RunStatus.PENDING)),
                row("GET  " + ACCOUNTS, of(SITE_ADMIN, SUPPORT), EVERYWHERE, nothing()),
                row("POST " + ACCOUNTS, of(SITE_ADMIN), EVERYWHERE, nothing(newAccount())),
                row("GET  " + ACCOUNTS + "/{id}", of(SITE_ADMIN, SUPPORT), EVERYWHERE, account("")),
                row("PATCH " + ACCOUNTS + "/{id}", of(SITE_ADMIN), EVERYWHERE, account(disabledAccount())),
                row("POST " + ACCOUNTS + "/{id}/actions/reset-password", of(SITE_ADMIN), EVERYWHERE, account("")),
                row("GET  " + TOKENS, of(SITE_ADMIN, SUPPORT), EVERYWHERE, nothing()),
                row("POST " + TOKENS, of(SITE_ADMIN), EVERYWHERE, nothing(newToken())),
                row("GET  " + TOKENS + "/{id}", of(SITE_ADMIN, SUPPORT), EVERYWHERE, RoleTable::token),
                row("DELETE " + TOKENS + "/{id}", of(SITE_ADMIN), EVERYWHERE, RoleTable::token),
                row("GET  " + AUDIT, of(SITE_ADMIN, SUPPORT), EVERYWHERE, nothing()),
                row("GET  " + AUDIT + "/export", of(SITE_ADMIN, SUPPORT), EVERYWHERE, nothing()),
                row("GET  " + AUDIT + "/{id}", of(SITE_ADMIN, SUPPORT), EVERYWHERE, RoleTable::auditEvent),
                row("GET  " + SETTINGS, of(SITE_ADMIN, SUPPORT), EVERYWHERE, nothing()),
                row("PATCH " + SETTINGS, of(SITE_ADMIN), EVERYWHERE, nothing(newSettings())),
                row("GET  " + WORKSPACE_SETTINGS, of(SITE_ADMIN, SUPPORT), THERE, workspace()),
                row("PATCH " + WORKSPACE_SETTINGS, of(SITE_ADMIN), THERE, workspace(newSettings())),
                row("GET  " + BULK_ENDS, of(SITE_ADMIN, SUPPORT), EVERYWHERE, nothing()),
                row("POST " + BULK_ENDS, of(SITE_ADMIN), EVERYWHERE, run(RunStatus.PLANNED, newBulkEnd())),
                row("GET  " + BULK_ENDS + "/{id}", of(SITE_ADMIN, SUPPORT), EVERYWHERE, bulkEnd(false)),
                row("GET  " + BULK_ENDS + "/{id}/outcomes", of(SITE_ADMIN, SUPPORT), EVERYWHERE, bulkEnd(false)),
                row("GET  " + BULK_ENDS + "/{id}/outcomes/export", of(SITE_ADMIN, SUPPORT), EVERYWHERE, bulkEnd(false)),
                row("POST " + BULK_ENDS + "/{id}/actions/pause", of(SITE_ADMIN), EVERYWHERE, bulkEnd(false)),
                row("POST " + BULK_ENDS + "/{id}/actions/resume", of(SITE_ADMIN), EVERYWHERE, bulkEnd(true)),
                row("POST " + BULK_ENDS + "/{id}/actions/stop", of(SITE_ADMIN), EVERYWHERE, bulkEnd(false)),

                // Runs.
                row("GET  /api/v2/runs/{id}", ANY_ROLE, THERE, run(RunStatus.PLANNED)),
                row("GET  /api/v2/plans/{id}", ANY_ROLE, THERE, RoleTable::plan),
                row("GET  /api/v2/applies/{id}", ANY_ROLE, THERE, RoleTable::apply),
                row("GET  /api/v2/workspaces/{id}/runs", ANY_ROLE, THERE, workspace()),
                row("POST /api/v2/runs", of(SITE_ADMIN, USER, RUNNER), THERE, workspace(newRun())),
                row("POST /api/v2/runs/{id}/actions/apply", of(SITE_ADMIN, USER, RUNNER), HELD, run(RunStatus.PLANNED)),
                row("POST /api/v2/runs/{id}/actions/discard", of(SITE_ADMIN, USER), THERE, run(RunStatus.PLANNED)),
                row("POST /api/v2/runs/{id}/actions/cancel", of(SITE_ADMIN, USER), THERE, run(RunStatus.PLANNING)),
                row(
                        "POST /api/v2/runs/{id}/actions/override",
                        of(SITE_ADMIN, USER),
                        THERE,
                        run(RunStatus.POLICY_OVERRIDE)),

                // Users.
                row("GET  /api/v2/users/{id}", ANY_ROLE, ITS_OWN, account("")),
                row("GET  /api/v2/account/details", ANY_ROLE, ITS_OWN, nothing()),

                // Organizations and workspaces.
                row("GET  /api/v2/organizations", ANY_ROLE, ITS_OWN, nothing()),
                row("POST /api/v2/organizations", of(SITE_ADMIN), EVERYWHERE, nothing(newOrganization())),
                row("GET  /api/v2/organizations/{name}", ANY_ROLE, THERE, organization("")),
                row("GET  /api/v2/organizations/{organization}/workspaces", ANY_ROLE, THERE, organization("")),
                row(
                        "POST /api/v2/organizations/{organization}/workspaces",
                        of(SITE_ADMIN, USER),
                        THERE,
                        organization(newWorkspace())),
                row(
                        "GET  /api/v2/organizations/{organization}/workspaces/{name}",
                        ANY_ROLE,
                        THERE,
                        RoleTable::workspaceByName),
                row("GET  /api/v2/workspaces/{id}", ANY_ROLE, THERE, workspace()),
                row("POST /api/v2/workspaces/{id}/actions/lock", of(SITE_ADMIN, USER), THERE, workspace()),
                row(
                        "POST /api/v2/workspaces/{id}/actions/unlock",
                        of(SITE_ADMIN, USER),
                        LOCKED,
                        RoleTable::lockedWorkspace),
                row(
                        "POST /api/v2/workspaces/{id}/actions/force-unlock",
                        of(SITE_ADMIN),
                        THERE,
                        RoleTable::lockedWorkspace),
                row("POST /api/v2/workspaces/{id}/actions/safe-delete", of(SITE_ADMIN, USER), THERE, workspace()),
                row("DELETE /api/v2/workspaces/{id}", of(SITE_ADMIN), THERE, workspace()),
                row("DELETE /api/v2/organizations/{name}", of(SITE_ADMIN), THERE, organization("")),
                row("POST /api/v2/workspaces/{id}/actions/release", of(SITE_ADMIN), THERE, RoleTable::heldWorkspace),

                // What runners tell.
                row("POST /api/signalbox/v1/runs", of(RUNNER), THERE, organization(submission())),
                row("POST /api/signalbox/v1/runs/{id}/reports", of(RUNNER), THERE, RoleTable::unclaimedRun),
                row("POST /api/signalbox/v1/runs/{id}/heartbeats", of(RUNNER), THERE, RoleTable::unclaimedRun),
                row("POST /api/signalbox/v1/runs/{id}/log", of(RUNNER), THERE, RoleTable::unclaimedRun),
                row("GET  /api/signalbox/v1/runs/{id}/log", ANY_ROLE, THERE, run(RunStatus.PLANNED)));
    }

    private static RoleRule row(
            String route, Set<Role> roles, RoleRule.Reach reach, Function<TestSignalbox, Target> target) {
        return new RoleRule(Route.of(route), roles, reach, target);
    }

    private static Set<Role> of(Role first, Role... more) {
        return EnumSet.of(first, more);
    }

    // What a request is about, made anew in the Signalbox of each request.

    private static Function<TestSignalbox, Target> nothing() {
        return nothing("");
    }

    private static Function<TestSignalbox, Target> nothing(String body) {
        return _ -> new Target(body);
    }

    private static Function<TestSignalbox, Target> organization(String body) {
        return box ->
                new Target(body, box.workspace("acme", "network").organization().value());
    }

    private static Function<TestSignalbox, Target> workspace() {
        return workspace("");
    }

    private static Function<TestSignalbox, Target> workspace(String body) {
        return box -> new Target(body, box.workspace("acme", "network").id().value());
    }

    private static Target workspaceByName(TestSignalbox box) {
        box.workspace("acme", "network");
        return new Target("", "acme", "network");
    }

    private static Target lockedWorkspace(TestSignalbox box) {
        WorkspaceId id = box.workspace("acme", "network").id();
        box.locks().lock(id, Optional.empty(), box.user());
        return new Target("", id.value());
    }

    private static Target heldWorkspace(TestSignalbox box) {
        RunId run = box.bring("acme", "network", RunStatus.APPLYING);
        box.administration().forceErrored(run, Optional.empty(), box.admin());
        return new Target(
                "{\"reason\": \"the machine is gone\"}",
                box.seen(run).workspace().id().value());
    }

    private static Function<TestSignalbox, Target> run(RunStatus status) {
        return run(status, "");
    }

    private static Function<TestSignalbox, Target> run(RunStatus status, String body) {
        return box -> new Target(body, box.bring("acme", "network", status).value());
    }

    private static Function<TestSignalbox, Target> bulkEnd(boolean paused) {
        return box -> {
            RunId run = box.submit("acme", "network");
            var bulkEnd = box.bulk()
                    .request(
                            new BulkEndRequest(new BulkEndRequest.Named(Set.of(run)), ForcedEnd.ERRORED, "why", 1),
                            box.admin());
            if (paused) {
                box.bulk().pause(bulkEnd.id(), box.admin());
            }
            return new Target("", bulkEnd.id().value());
        };
    }

    private static Target plan(TestSignalbox box) {
        return new Target(
                "", box.seen(box.submit("acme", "network")).run().plan().id().value());
    }

    private static Target apply(TestSignalbox box) {
        return new Target(
                "", box.seen(box.submit("acme", "network")).run().apply().id().value());
    }

    /** Of a person, who has a password to be reset. */
    private static Function<TestSignalbox, Target> account(String body) {
        return box -> new Target(
                body,
                box.accounts()
                        .createPerson("ada", USER, box.admin())
                        .account()
                        .id()
                        .value());
    }

    private static Target token(TestSignalbox box) {
        return new Target("", box.otherRunner().token().orElseThrow().value());
    }

    private static Target auditEvent(TestSignalbox box) {
        return new Target(
                "",
                box.audit()
                        .list(AuditQuery.ALL, Optional.empty(), 1, box.admin())
                        .items()
                        .getFirst()
                        .id()
                        .value());
    }

    /** Created over the API, so that whichever runner tells of it first holds it. */
    private static Target unclaimedRun(TestSignalbox box) {
        NewRun usual = new NewRun(false, false, false, Optional.empty());
        var created = box.commands().create(box.workspace("acme", "network").id(), usual, box.user());
        return new Target(
                "{\"number\": 1, \"event\": \"plan-started\"}",
                created.run().id().value());
    }

    // Bodies; $1 stands for what the request is about.

    private static String newRun() {
        return """
                {"data": {"type": "runs", "relationships": {"workspace": {"data": {"type": "workspaces", "id": "$1"}}}}}
                """;
    }

    private static String newOrganization() {
        return """
                {"data": {"type": "organizations", "attributes": {"name": "initech"}}}
                """;
    }

    private static String newAccount() {
        return """
                {"data": {"type": "accounts", "attributes": {"name": "eve", "role": "user"}}}
                """;
    }

    private static String disabledAccount() {
        return """
                {"data": {"type": "accounts", "attributes": {"disabled": true}}}
                """;
    }

    private static String newSettings() {
        return "{\"data\": {\"type\": \"settings\", \"attributes\": {\"silence-seconds\": 600}}}";
    }

    private static String newToken() {
        return """
                {"data": {"type": "tokens", "attributes": {"account": "ci", "role": "runner"}}}
                """;
    }

    private static String newWorkspace() {
        return """
                {"data": {"type": "workspaces", "attributes": {"name": "database"}}}
                """;
    }

    private static String newBulkEnd() {
        return """
                {"data": {"type": "bulk-ends", "attributes":
                    {"run-ids": ["$1"], "end": "errored", "reason": "why", "expected-count": 1}}}
                """;
    }

    private static String submission() {
        return """
                {"organization": "$1", "workspace": "network", "key": "a-key-of-its-own"}
                """;
    }
}
