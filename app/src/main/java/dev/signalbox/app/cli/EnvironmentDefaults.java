package dev.signalbox.app.cli;

import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.IDefaultValueProvider;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;

/** Takes a setting that no flag gives from the environment: {@code --data-dir} from {@code SIGNALBOX_DATA_DIR}. */
final class EnvironmentDefaults implements IDefaultValueProvider {

    private final Map<String, String> environment;

    EnvironmentDefaults(Map<String, String> environment) {
        this.environment = environment;
    }

    /** A variable that is set but blank counts as not set. */
    @Override
    public @Nullable String defaultValue(ArgSpec argument) {
        if (argument instanceof OptionSpec option && isSetting(option.longestName())) {
            var value = environment.get(variable(option.longestName()));
            return value == null || value.isBlank() ? null : value;
        }
        return null;
    }

    private static boolean isSetting(String flag) {
        return SettingsOptions.FLAGS.contains(flag)
                || EdgeOptions.FLAGS.contains(flag)
                || NotificationOptions.FLAGS.contains(flag)
                || MailOptions.FLAGS.contains(flag);
    }

    /** The variable that stands for a flag. */
    static String variable(String flag) {
        return "SIGNALBOX_" + flag.substring(2).toUpperCase(Locale.ROOT).replace('-', '_');
    }
}
