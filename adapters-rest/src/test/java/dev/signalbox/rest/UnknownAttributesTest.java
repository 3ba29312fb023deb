package dev.signalbox.rest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.rest.RoleRule.Target;
import dev.signalbox.rest.testing.Answer;
import dev.signalbox.rest.testing.Api;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** A limit that one believes to have set and has not is dangerous: routes of ours refuse what they do not know. */
class UnknownAttributesTest extends RestTest {

    private static final String SETTINGS = "/api/signalbox/v1/admin/settings";

    @ParameterizedTest
    @MethodSource("routesOfOurs")
    void refusesAnUnknownAttributeAndChangesNothing(RoleRule rule) {
        Target target = rule.target().apply(box);
        admin.get("/api/v2/nothing");
        String before = box.store().contents();
        String body = target.filledBody();
        String mistyped = body.replaceFirst("(\"attributes\":\\s*\\{)", "$1 \"colour\": null, ");
        assertThat(mistyped).isNotEqualTo(body);

        Answer refused = send(rule, target, mistyped).expect(422);

        assertThat(refused.text("/errors/0/code")).isEqualTo("invalid_attribute");
        assertThat(refused.text("/errors/0/source/pointer")).isEqualTo("/data/attributes/colour");
        assertThat(box.store().contents()).isEqualTo(before);
        send(rule, target, body);
        assertThat(box.store().contents()).isNotEqualTo(before);
    }

    @ParameterizedTest
    @MethodSource("actionsOfOurs")
    void refusesAnUnknownAttributeOfAnActionToo(RoleRule rule) {
        Target target = rule.target().apply(box);
        admin.get("/api/v2/nothing");
        String before = box.store().contents();

        Answer refused = send(rule, target, "{\"colour\": null}").expect(422);

        assertThat(refused.text("/errors/0/code")).isEqualTo("invalid_attribute");
        assertThat(refused.text("/errors/0/detail")).endsWith("there are none.");
        assertThat(refused.text("/errors/0/source/pointer")).isEqualTo("/colour");
        assertThat(box.store().contents()).isEqualTo(before);
    }

    @ParameterizedTest
    @MethodSource("routesOfOurs")
    void refusesWhatStandsBesideTheAttributes(RoleRule rule) {
        Target target = rule.target().apply(box);
        admin.get("/api/v2/nothing");
        String before = box.store().contents();
        String body = target.filledBody();

        for (String mistyped : List.of(
                body.replace("\"attributes\":", "\"attribute\":"),
                body.replaceFirst("\"attributes\":", "\"disabled\": true, $0"))) {
            Answer refused = send(rule, target, mistyped).expect(422);
            assertThat(refused.text("/errors/0/source/pointer")).startsWith("/data");
        }
        assertThat(box.store().contents()).isEqualTo(before);
    }

    @Test
    void saysWhatMayStandBesideTheAttributes() {
        Answer refused = admin.patch(
                        SETTINGS, "{\"data\":{\"type\":\"settings\",\"attribute\":{\"silence-seconds\": 600}}}")
                .expect(422);

        assertThat(refused.text("/errors/0/source/pointer")).isEqualTo("/data");
        assertThat(refused.text("/errors/0/detail"))
                .isEqualTo("data may have type, id, attributes, links, meta, and nothing else.");
    }

    @Test
    void namesTheAttributeAndThoseThatThereAre() {
        Answer refused = admin.patch(SETTINGS, document("\"planning-seconds\": 60, \"silence-second\": 600"))
                .expect(422);

        assertThat(refused.text("/errors/0/detail"))
                .startsWith("silence-second is no attribute that can be set here; there are heartbeat-lost-seconds, ")
                .endsWith(", share-log.");
    }

    @Test
    void refusesWhatIsOnlyToBeReadAlsoAsItWasRead() {
        Answer seen = admin.get(SETTINGS).expect(200);
        String whole = "{\"data\":" + seen.at("/data") + "}";

        Answer refused = admin.patch(SETTINGS, whole).expect(422);

        assertThat(refused.text("/errors/0/source/pointer")).isEqualTo("/data/attributes/in-force");
        assertThat(refused.text("/errors/0/detail")).startsWith("in-force is no attribute that can be set here");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            a.b~c/d                 | /data/attributes/a.b~0c~1d
            \\u0000                 | /data/attributes
            <img src=x onerror=a()> | /data/attributes/<img src=x onerror=a()>
            """)
    void pointsToAnyNameThatCanBeShown(String name, String pointer) {
        Answer refused = admin.patch(SETTINGS, document("\"" + name + "\": 1")).expect(422);

        assertThat(refused.text("/errors/0/source/pointer")).isEqualTo(pointer);
    }

    @Test
    void repeatsNoNameLongerThanAnyThatThereIs() {
        Answer refused = admin.patch(SETTINGS, document("\"" + "x".repeat(40_000) + "\": 1"))
                .expect(422);

        assertThat(refused.text("/errors/0/detail")).startsWith("One of the names is no attribute");
        assertThat(refused.bodyText()).hasSizeLessThan(2_000);
    }

    static List<RoleRule> routesOfOurs() {
        return ours(false);
    }

    static List<RoleRule> actionsOfOurs() {
        return ours(true);
    }

    private static List<RoleRule> ours(boolean actions) {
        return RoleTable.rules().stream()
                .filter(rule -> rule.route().path().startsWith("/api/signalbox/v1/admin/"))
                .filter(rule -> rule.route().path().contains("/actions/") == actions)
                .filter(rule -> List.of("POST", "PATCH").contains(rule.route().method()))
                .toList();
    }

    private Answer send(RoleRule rule, Target target, String body) {
        return admin.send(
                rule.route().method(),
                rule.route().filled(target.values()),
                BodyPublishers.ofString(body),
                "Content-Type",
                Api.JSON_API);
    }

    private static String document(String attributes) {
        return "{\"data\":{\"type\":\"settings\",\"attributes\":{" + attributes + "}}}";
    }
}
