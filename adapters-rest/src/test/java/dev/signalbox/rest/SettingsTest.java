package dev.signalbox.rest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.domain.audit.AuditAction;
import dev.signalbox.domain.audit.AuditEvent;
import dev.signalbox.domain.audit.AuditQuery;
import dev.signalbox.rest.testing.Answer;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SettingsTest extends RestTest {

    private static final String SETTINGS = "/api/signalbox/v1/admin/settings";

    @Test
    void changesTheInstallationsAndLeadsBackToTheDefault() {
        Answer changed = admin.patch(SETTINGS, document("{\"silence-seconds\": 600, \"end-lost-applies\": true}"))
                .expect(200);

        assertThat(changed.at("/data/attributes/silence-seconds").longValue()).isEqualTo(600);
        assertThat(changed.at("/data/attributes/planning-seconds").isNull()).isTrue();
        Answer seen = support.get(SETTINGS).expect(200);
        assertThat(seen.at("/data/attributes/in-force/end-lost-applies").booleanValue())
                .isTrue();
        assertThat(seen.at("/data/attributes/in-force/planning-seconds").longValue())
                .isEqualTo(1800);
        Answer back =
                admin.patch(SETTINGS, document("{\"silence-seconds\": null}")).expect(200);
        assertThat(back.at("/data/attributes/in-force/silence-seconds").longValue())
                .isEqualTo(900);
        assertThat(reasons())
                .containsExactly(
                        "silence-seconds from 600 s to 900 s (default)",
                        "silence-seconds from 900 s (default) to 600 s, end-lost-applies from no (default) to yes");
    }

    @Test
    void setsAWorkspacesOverTheInstallations() {
        String path = "/api/signalbox/v1/admin/workspaces/"
                + box.workspace("acme", "network").id() + "/settings";
        admin.patch(SETTINGS, document("{\"silence-seconds\": 600, \"applying-seconds\": 60}"))
                .expect(200);

        Answer changed =
                admin.patch(path, document("{\"silence-seconds\": 1200}")).expect(200);

        assertThat(changed.at("/data/attributes/in-force/silence-seconds").longValue())
                .isEqualTo(1200);
        assertThat(changed.at("/data/attributes/in-force/applying-seconds").longValue())
                .isEqualTo(60);
        assertThat(changed.at("/data/attributes/applying-seconds").isNull()).isTrue();
        assertThat(events().getFirst().workspace().orElseThrow().value()).isEqualTo("network");
        assertThat(reasons().getFirst()).isEqualTo("silence-seconds from 600 s (default) to 1200 s");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"planning-seconds":60,"silence-seconds":0}       | /data/attributes/silence-seconds
            {"planning-seconds":60,"silence-seconds":2592001} | /data/attributes/silence-seconds
            {"planning-seconds":60,"silence-seconds":-1}      | /data/attributes/silence-seconds
            {"planning-seconds":60,"silence-seconds":1.5}     | /data/attributes/silence-seconds
            {"planning-seconds":60,"silence-seconds":"60"}    | /data/attributes/silence-seconds
            {"planning-seconds":60,"silence-seconds":true}    | /data/attributes/silence-seconds
            {"planning-seconds":60,"end-lost-plans":1}        | /data/attributes/end-lost-plans
            """)
    void changesNothingIfOneValueIsBad(String attributes, String pointer) {
        Answer answer = admin.patch(SETTINGS, document(attributes)).expect(422);

        assertThat(answer.text("/errors/0/source/pointer")).isEqualTo(pointer);
        assertThat(admin.get(SETTINGS)
                        .expect(200)
                        .at("/data/attributes/planning-seconds")
                        .isNull())
                .isTrue();
        assertThat(events()).isEmpty();
    }

    @Test
    void leavesNoTraceOfNoChange() {
        admin.patch(SETTINGS, document("{}")).expect(200);
        admin.patch(SETTINGS, document("{\"silence-seconds\": null}")).expect(200);

        assertThat(events()).isEmpty();
        for (int i = 0; i < 2; i++) {
            admin.patch(SETTINGS, document("{\"silence-seconds\": 600}")).expect(200);
        }
        admin.patch(SETTINGS, document("{\"silence-seconds\": 600, \"planning-seconds\": 60}"))
                .expect(200);
        assertThat(reasons())
                .containsExactly(
                        "planning-seconds from 1800 s (default) to 60 s",
                        "silence-seconds from 900 s (default) to 600 s");
    }

    private List<AuditEvent> events() {
        return box.audit().list(AuditQuery.ALL, Optional.empty(), 100, box.admin()).items().stream()
                .filter(event -> event.action() == AuditAction.SETTINGS_CHANGED)
                .toList();
    }

    private List<String> reasons() {
        return events().stream().map(event -> event.reason().orElseThrow()).toList();
    }

    private static String document(String attributes) {
        return "{\"data\":{\"type\":\"settings\",\"attributes\":" + attributes + "}}";
    }
}
