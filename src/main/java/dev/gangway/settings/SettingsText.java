package dev.gangway.settings;

import dev.gangway.settings.Settings.Language;
import dev.gangway.settings.Settings.LogDetail;
import dev.gangway.settings.Settings.Motion;
import dev.gangway.settings.Settings.Theme;
import dev.gangway.stored.StoredNames;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

/** Settings as names and values. A value that cannot be is left at its default, and said so. */
final class SettingsText {
    private SettingsText() {}

    /** One line of the file, put into the settings. */
    @FunctionalInterface
    private interface Line {
        Settings put(Settings settings, String value);
    }

    /**
     * What lines say, put over what holds without them.
     *
     * @param settings with all lines that can be used
     * @param used names of those
     * @param wrong names of those that cannot be: no such setting, or no such value
     */
    record Reading(Settings settings, Set<Setting> used, List<String> wrong) {}

    /** Names that are no setting are passed over where {@code known} is false: a newer program wrote them. */
    static Reading read(Properties lines, Settings without, boolean known) {
        Settings settings = without;
        Set<Setting> used = EnumSet.noneOf(Setting.class);
        List<String> wrong = new ArrayList<>();
        for (String name : new TreeSet<>(lines.stringPropertyNames())) {
            Optional<Setting> setting = StoredNames.constant(Setting.class, name);
            try {
                if (setting.isPresent()) {
                    settings = line(setting.get())
                            .put(settings, lines.getProperty(name).strip());
                    used.add(setting.get());
                } else if (known) {
                    wrong.add(name);
                }
            } catch (IllegalArgumentException impossible) {
                wrong.add(name);
            }
        }
        return new Reading(settings, used, wrong);
    }

    static Properties write(Settings settings) {
        Properties lines = new Properties();
        put(lines, Setting.LANGUAGE, StoredNames.of(settings.language()));
        put(lines, Setting.THEME, StoredNames.of(settings.theme()));
        put(lines, Setting.TEXT_PERCENT, Integer.toString(settings.textPercent()));
        put(
                lines,
                Setting.AUTO_LOCK,
                Long.toString(settings.autoLock().map(Duration::toMinutes).orElse(0L)));
        put(lines, Setting.CLIPBOARD, Long.toString(settings.clipboardClear().toSeconds()));
        put(lines, Setting.LOG_DETAIL, StoredNames.of(settings.logDetail()));
        put(lines, Setting.EXPERIMENTS, Integer.toString(settings.experiments().most()));
        put(
                lines,
                Setting.EXPERIMENT_SECONDS,
                Long.toString(settings.experiments().within().toSeconds()));
        put(lines, Setting.MOTION, StoredNames.of(settings.motion()));
        settings.server().ifPresent(id -> put(lines, Setting.SERVER, id.toString()));
        return lines;
    }

    private static void put(Properties lines, Setting setting, String value) {
        lines.setProperty(StoredNames.of(setting), value);
    }

    private static Line line(Setting setting) {
        return switch (setting) {
            case LANGUAGE -> (settings, value) -> settings.withLanguage(constant(Language.class, value));
            case THEME -> (settings, value) -> settings.withTheme(constant(Theme.class, value));
            case TEXT_PERCENT -> (settings, value) -> settings.withTextPercent(Integer.parseInt(value));
            case AUTO_LOCK ->
                (settings, value) -> settings.withAutoLock(
                        Optional.of(Duration.ofMinutes(Long.parseLong(value))).filter(wait -> !wait.isZero()));
            case CLIPBOARD ->
                (settings, value) -> settings.withClipboardClear(Duration.ofSeconds(Long.parseLong(value)));
            case SERVER -> (settings, value) -> settings.withServer(Optional.of(UUID.fromString(value)));
            case LOG_DETAIL -> (settings, value) -> settings.withLogDetail(constant(LogDetail.class, value));
            case MOTION -> (settings, value) -> settings.withMotion(constant(Motion.class, value));
            case EXPERIMENTS ->
                (settings, value) ->
                        settings.withExperiments(settings.experiments().withMost(Integer.parseInt(value)));
            case EXPERIMENT_SECONDS ->
                (settings, value) -> settings.withExperiments(
                        settings.experiments().within(Duration.ofSeconds(Long.parseLong(value))));
        };
    }

    private static <E extends Enum<E>> E constant(Class<E> type, String name) {
        return StoredNames.constant(type, name).orElseThrow(() -> new IllegalArgumentException(name));
    }
}
