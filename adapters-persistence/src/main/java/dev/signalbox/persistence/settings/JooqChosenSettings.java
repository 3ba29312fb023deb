package dev.signalbox.persistence.settings;

import static dev.signalbox.persistence.jooq.Tables.SETTINGS;
import static dev.signalbox.persistence.jooq.Tables.WORKSPACES;
import static dev.signalbox.persistence.jooq.Tables.WORKSPACE_SETTINGS;
import static java.util.stream.Collectors.toMap;
import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.min;
import static org.jooq.impl.DSL.multiset;
import static org.jooq.impl.DSL.select;

import dev.signalbox.domain.audit.AuditEvent;
import dev.signalbox.domain.port.out.ChosenSettings;
import dev.signalbox.domain.settings.Setting;
import dev.signalbox.domain.settings.SettingChanges;
import dev.signalbox.domain.settings.SettingValues;
import dev.signalbox.domain.workspace.WorkspaceId;
import dev.signalbox.persistence.audit.AuditRows;
import dev.signalbox.persistence.together.Gathering;
import dev.signalbox.persistence.together.Gathering.Asked;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record3;

/** Settings in PostgreSQL. */
public final class JooqChosenSettings implements ChosenSettings {

    private static final Field<SettingValues> CHOSEN =
            multiset(select(SETTINGS.NAME, SETTINGS.VALUE).from(SETTINGS)).convertFrom(SettingRows::toValues);

    private static final Field<SettingValues> LOWEST = multiset(
                    select(WORKSPACE_SETTINGS.NAME, min(WORKSPACE_SETTINGS.VALUE))
                            .from(WORKSPACE_SETTINGS)
                            .groupBy(WORKSPACE_SETTINGS.NAME))
            .convertFrom(SettingRows::toValues);

    /** No workspace's ID. */
    private static final Field<String> INSTALLATION = inline("");

    private final DSLContext dsl;
    private final Gathering<WorkspaceId, SettingValues> inForce;

    /** Reads and writes through the context, in the transaction it stands in. */
    public JooqChosenSettings(DSLContext dsl) {
        this(dsl, Gathering.PAUSE);
    }

    /** The same with another time for which what many ask for is gathered. */
    public JooqChosenSettings(DSLContext dsl, Duration pause) {
        this.dsl = dsl;
        this.inForce = new Gathering<>(pause, this::tellInForce, _ -> false);
    }

    @Override
    public OfInstallation ofInstallation() {
        return dsl.select(CHOSEN, LOWEST).fetchSingle(row -> new OfInstallation(row.value1(), row.value2()));
    }

    @Override
    public SettingValues ofWorkspace(WorkspaceId workspace) {
        return ofWorkspace(dsl, workspace);
    }

    private static SettingValues ofWorkspace(DSLContext dsl, WorkspaceId workspace) {
        return SettingRows.toValues(dsl.select(WORKSPACE_SETTINGS.NAME, WORKSPACE_SETTINGS.VALUE)
                .from(WORKSPACE_SETTINGS)
                .join(WORKSPACES)
                .on(WORKSPACE_SETTINGS.WORKSPACE_ID.eq(WORKSPACES.ID))
                .where(WORKSPACES.EXTERNAL_ID.eq(workspace.value()))
                .fetch());
    }

    @Override
    public SettingValues inForce(WorkspaceId workspace) {
        return inForce.ask(workspace);
    }

    /** Every answer to a runner tells of them, so that those for many runners are read together. */
    private void tellInForce(List<Asked<WorkspaceId, SettingValues>> asked) {
        String[] ids =
                asked.stream().map(one -> one.question().value()).distinct().toArray(String[]::new);
        Map<String, SettingValues> chosen = dsl
                .select(INSTALLATION.as("owner"), SETTINGS.NAME, SETTINGS.VALUE)
                .from(SETTINGS)
                .unionAll(select(WORKSPACES.EXTERNAL_ID, WORKSPACE_SETTINGS.NAME, WORKSPACE_SETTINGS.VALUE)
                        .from(WORKSPACE_SETTINGS)
                        .join(WORKSPACES)
                        .on(WORKSPACE_SETTINGS.WORKSPACE_ID.eq(WORKSPACES.ID))
                        .where(WORKSPACES.EXTERNAL_ID.eq(any(ids))))
                .fetchGroups(Record3::value1)
                .entrySet()
                .stream()
                .collect(toMap(
                        Map.Entry::getKey,
                        own -> SettingRows.toValues(own.getValue().into(SETTINGS.NAME, SETTINGS.VALUE))));
        SettingValues installation = chosen.getOrDefault("", SettingValues.USUAL);
        asked.forEach(one -> one.answer(
                chosen.getOrDefault(one.question().value(), SettingValues.USUAL).over(installation)));
    }

    @Override
    public void change(SettingChanges changes, Function<SettingValues, AuditEvent> audit) {
        dsl.transaction(transaction -> {
            // The table: a row that is missing cannot be locked. Those who read it do not wait.
            transaction
                    .dsl()
                    .query("lock table {0} in share row exclusive mode", SETTINGS)
                    .execute();
            SettingValues before = SettingRows.toValues(transaction
                    .dsl()
                    .select(SETTINGS.NAME, SETTINGS.VALUE)
                    .from(SETTINGS)
                    .fetch());
            if (changes.alters(before)) {
                changes.wanted().forEach((setting, value) -> keep(transaction.dsl(), setting, value));
                AuditRows.insert(transaction.dsl(), audit.apply(before));
            }
        });
    }

    private static void keep(DSLContext dsl, Setting setting, Optional<Long> value) {
        if (value.isEmpty()) {
            dsl.deleteFrom(SETTINGS).where(SETTINGS.NAME.eq(setting.wireName())).execute();
            return;
        }
        dsl.insertInto(SETTINGS, SETTINGS.NAME, SETTINGS.VALUE)
                .values(setting.wireName(), value.get())
                .onConflict(SETTINGS.NAME)
                .doUpdate()
                .set(SETTINGS.VALUE, value.get())
                .execute();
    }

    @Override
    public boolean change(WorkspaceId workspace, SettingChanges changes, Function<SettingValues, AuditEvent> audit) {
        return dsl.transactionResult(transaction -> {
            // The workspace: a row that is missing cannot be locked, and another change needs the same lock. Runs that
            // are submitted or moved there wait for it, as long as these few rows take.
            Optional<Integer> id = transaction
                    .dsl()
                    .select(WORKSPACES.ID)
                    .from(WORKSPACES)
                    .where(WORKSPACES.EXTERNAL_ID.eq(workspace.value()))
                    .forNoKeyUpdate()
                    .fetchOptional(WORKSPACES.ID);
            SettingValues before = ofWorkspace(transaction.dsl(), workspace);
            id.filter(_ -> changes.alters(before)).ifPresent(found -> {
                changes.wanted().forEach((setting, value) -> keep(transaction.dsl(), found, setting, value));
                AuditRows.insert(transaction.dsl(), audit.apply(before));
            });
            return id.isPresent();
        });
    }

    private static void keep(DSLContext dsl, int workspace, Setting setting, Optional<Long> value) {
        if (value.isEmpty()) {
            dsl.deleteFrom(WORKSPACE_SETTINGS)
                    .where(WORKSPACE_SETTINGS.WORKSPACE_ID.eq(workspace))
                    .and(WORKSPACE_SETTINGS.NAME.eq(setting.wireName()))
                    .execute();
            return;
        }
        dsl.insertInto(
                        WORKSPACE_SETTINGS,
                        WORKSPACE_SETTINGS.WORKSPACE_ID,
                        WORKSPACE_SETTINGS.NAME,
                        WORKSPACE_SETTINGS.VALUE)
                .values(workspace, setting.wireName(), value.get())
                .onConflict(WORKSPACE_SETTINGS.WORKSPACE_ID, WORKSPACE_SETTINGS.NAME)
                .doUpdate()
                .set(WORKSPACE_SETTINGS.VALUE, value.get())
                .execute();
    }
}
