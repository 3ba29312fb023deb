package dev.signalbox.persistence.settings;

import dev.signalbox.domain.settings.Setting;
import dev.signalbox.domain.settings.SettingValues;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jooq.Record2;

/** Names and numbers to settings. */
public final class SettingRows {

    private SettingRows() {}

    /** The values; a name that an older or newer version of Signalbox knew is passed over. */
    public static SettingValues toValues(List<? extends Record2<String, Long>> rows) {
        Map<Setting, Long> values = new EnumMap<>(Setting.class);
        rows.forEach(row -> Setting.ofWireName(row.value1()).ifPresent(setting -> values.put(setting, row.value2())));
        return new SettingValues(values);
    }
}
