package dev.signalbox.rest.settings;

import dev.signalbox.domain.port.in.SettingsAdministration.Choice;
import dev.signalbox.domain.settings.Setting;
import dev.signalbox.domain.settings.SettingChanges;
import dev.signalbox.rest.jsonapi.Attributes;
import dev.signalbox.rest.jsonapi.Resource;
import dev.signalbox.rest.jsonapi.ResourceId;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Settings as resources of type {@value #TYPE}: an attribute for each that can be chosen, null where none is. */
final class SettingResources {

    static final String TYPE = "settings";

    private static final String IN_FORCE = "in-force";

    private SettingResources() {}

    static Resource of(String id, Choice choice, String path) {
        Map<String, @Nullable Object> attributes = new LinkedHashMap<>();
        Map<String, Object> inForce = new LinkedHashMap<>();
        for (Setting setting : Setting.values()) {
            attributes.put(
                    setting.wireName(),
                    choice.own()
                            .own(setting)
                            .map(value -> wireValue(setting, value))
                            .orElse(null));
            inForce.put(setting.wireName(), wireValue(setting, choice.inForce().value(setting)));
        }
        attributes.put(IN_FORCE, inForce);
        return new Resource(new ResourceId(TYPE, id), attributes, Map.of(), path);
    }

    private static Object wireValue(Setting setting, long value) {
        return switch (setting.kind()) {
            case SECONDS -> value;
            case FLAG -> value != 0;
        };
    }

    /** What is there is to be chosen anew, null leads back to the default; one bad value refuses all. */
    static SettingChanges changes(Attributes attributes) {
        Map<Setting, Optional<Long>> wanted = new EnumMap<>(Setting.class);
        for (Setting setting : Setting.values()) {
            if (attributes.has(setting.wireName())) {
                wanted.put(setting, value(setting, attributes));
            }
        }
        attributes.refuseOthers();
        return new SettingChanges(wanted);
    }

    private static Optional<Long> value(Setting setting, Attributes attributes) {
        return switch (setting.kind()) {
            case SECONDS -> attributes.longInteger(setting.wireName());
            case FLAG -> attributes.flag(setting.wireName()).map(flag -> flag ? 1L : 0L);
        };
    }
}
