package dev.signalbox.domain.testing;

import dev.signalbox.domain.access.ApiToken;
import dev.signalbox.domain.audit.AuditEvent;
import dev.signalbox.domain.organization.Organization;
import dev.signalbox.domain.organization.OrganizationName;
import dev.signalbox.domain.port.out.ApiTokens;
import dev.signalbox.domain.port.out.Deletions;
import dev.signalbox.domain.port.out.DoomedRuns;
import dev.signalbox.domain.port.out.RunChange;
import dev.signalbox.domain.queue.Blocker;
import dev.signalbox.domain.queue.WorkspaceUse;
import dev.signalbox.domain.run.Run;
import dev.signalbox.domain.run.RunId;
import dev.signalbox.domain.workspace.Workspace;
import dev.signalbox.domain.workspace.WorkspaceId;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** Deletions in memory. */
final class InMemoryDeletions implements Deletions {

    private final Tables tables;

    InMemoryDeletions(Tables tables) {
        this.tables = tables;
    }

    @Override
    public boolean begin(WorkspaceId id, Function<WorkspaceUse, AuditEvent> ofWorkspace) {
        return tables.alone(() -> {
            Optional<Workspace> workspace = tables.workspace(id);
            workspace.ifPresent(found -> begin(List.of(found), List.of(), ofWorkspace));
            return workspace.isPresent();
        });
    }

    @Override
    public boolean begin(OrganizationName wanted, Function<OrganizationName, Audit> audit) {
        return tables.alone(() -> {
            Optional<OrganizationName> found = Optional.ofNullable(tables.organizations.get(wanted.folded()))
                    .map(Organization::name);
            found.ifPresent(name -> begin(name, audit.apply(name)));
            return found.isPresent();
        });
    }

    private void begin(OrganizationName name, Audit audit) {
        List<ApiToken> left = restricted(name)
                .map(token -> token.without(name, audit.ofOrganization().at()))
                .toList();
        Stream<AuditEvent> ofTokens = left.stream()
                .map(token -> new ApiTokens.Owned(token, tables.accounts.get(token.account())))
                .map(audit.ofToken());
        begin(
                workspaces(name),
                Stream.concat(Stream.of(audit.ofOrganization()), ofTokens).toList(),
                audit.ofWorkspace());
        left.forEach(token -> tables.tokens.put(token.id(), token));
        tables.organizations.remove(name.folded());
    }

    private Stream<ApiToken> restricted(OrganizationName name) {
        return tables.tokens.values().stream()
                .filter(token -> token.revokedAt().isEmpty())
                .filter(token -> token.organizations().contains(name.folded()));
    }

    private List<Workspace> workspaces(OrganizationName name) {
        return tables.workspaces.values().stream()
                .filter(workspace -> !tables.deleted.containsKey(workspace.id()))
                .filter(workspace -> workspace.organization().folded().equals(name.folded()))
                .toList();
    }

    private void begin(
            List<Workspace> workspaces, List<AuditEvent> audit, Function<WorkspaceUse, AuditEvent> ofWorkspace) {
        List<AuditEvent> made =
                workspaces.stream().map(this::use).map(ofWorkspace).toList();
        tables.keep(Stream.concat(made.stream(), audit.stream()).toList());
        for (int i = 0; i < made.size(); i++) {
            Workspace workspace = workspaces.get(i);
            tables.deletions.put(workspace.id(), made.get(i));
            tables.deleted.put(workspace.id(), tables.organization(workspace));
        }
    }

    private WorkspaceUse use(Workspace workspace) {
        List<Run> active = active(workspace.id());
        List<RunId> running = active.stream()
                .filter(run -> run.status().isHeldByRunner())
                .map(Run::id)
                .toList();
        return new WorkspaceUse(
                workspace,
                active.stream().findFirst().map(run -> new Blocker.RunAhead(run.id(), run.status())),
                running.stream().limit(WorkspaceUse.MAX_RUNNING).toList(),
                running.size(),
                InMemoryRuns.open(tables, workspace.id()).toList());
    }

    private List<Run> active(WorkspaceId workspace) {
        return tables.runsInOrder(workspace)
                .map(Tables.Kept::run)
                .filter(run -> !run.status().isFinal())
                .toList();
    }

    @Override
    public List<WorkspaceId> begun() {
        return tables.alone(() -> List.copyOf(tables.deleted.keySet()));
    }

    @Override
    public boolean end(WorkspaceId workspace, int maxRuns, Function<DoomedRuns, List<RunChange>> ends) {
        return tables.alone(() -> {
            if (!tables.deleted.containsKey(workspace)) {
                return false;
            }
            List<Run> active = active(workspace).stream().limit(maxRuns).toList();
            if (active.isEmpty()) {
                return false;
            }
            List<RunChange> changes = ends.apply(
                    new DoomedRuns(tables.deletions.get(workspace), tables.workspaces.get(workspace), active));
            List<Run> ended = changes.stream()
                    .filter(change ->
                            change.report().isEmpty() && change.settled().isEmpty())
                    .map(RunChange::run)
                    .filter(run -> run.status().isFinal())
                    .toList();
            Tables.require(
                    ended.stream()
                            .map(Run::id)
                            .toList()
                            .equals(active.stream().map(Run::id).toList()),
                    "each was to be ended");
            tables.keep(
                    changes.stream().flatMap(change -> change.audit().stream()).toList());
            ended.forEach(run -> tables.runs.computeIfPresent(run.id(), (_, kept) -> kept.with(run)));
            return active.size() == maxRuns;
        });
    }

    @Override
    public boolean carryOn(WorkspaceId workspace, int maxRuns) {
        return tables.alone(() -> {
            if (!tables.deleted.containsKey(workspace)) {
                return false;
            }
            if (!active(workspace).isEmpty()) {
                return true;
            }
            List<RunId> oldest = tables.runsInOrder(workspace)
                    .map(kept -> kept.run().id())
                    .limit(maxRuns)
                    .toList();
            oldest.forEach(this::remove);
            boolean left = oldest.size() == maxRuns;
            if (!left) {
                tables.workspaces.remove(workspace);
                tables.deleted.remove(workspace);
                tables.deletions.remove(workspace);
            }
            return left;
        });
    }

    private void remove(RunId run) {
        tables.runs.remove(run);
        tables.timelines.remove(run);
        tables.heartbeats.remove(run);
        tables.logs.remove(run);
    }
}
