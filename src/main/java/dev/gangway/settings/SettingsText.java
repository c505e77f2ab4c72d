package dev.gangway.settings;

import dev.gangway.diagnosis.Diagnosis;
import dev.gangway.settings.Settings.Language;
import dev.gangway.settings.Settings.LogDetail;
import dev.gangway.settings.Settings.Theme;
import dev.gangway.settings.SettingsFile.Loaded;
import dev.gangway.stored.StoredNames;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.Properties;
import java.util.UUID;

/** Settings as names and values. A value that cannot be is left at its default, and said so. */
final class SettingsText {
    private static final String LANGUAGE = "language";
    private static final String THEME = "theme";
    private static final String TEXT_PERCENT = "text-percent";
    private static final String AUTO_LOCK = "auto-lock-minutes";
    private static final String CLIPBOARD = "clipboard-seconds";
    private static final String SERVER = "server";
    private static final String LOG_DETAIL = "log-detail";
    private static final String EXPERIMENTS = "experiments";
    private static final String EXPERIMENT_SECONDS = "experiment-seconds";

    private SettingsText() {}

    /** One line of the file, put into the settings. */
    @FunctionalInterface
    private interface Line {
        Settings put(Settings settings, String value);
    }

    static Loaded read(Properties lines, Path file) {
        Settings settings = Settings.defaults();
        Optional<Diagnosis> problem = Optional.empty();
        for (String name : lines.stringPropertyNames()) {
            String value = lines.getProperty(name).strip();
            try {
                settings = line(name).put(settings, value);
            } catch (IllegalArgumentException impossible) {
                problem = Optional.of(Diagnosis.of(SettingsCode.BAD_VALUE)
                        .with("file", file)
                        .with("name", name)
                        .with("value", value)
                        .build());
            }
        }
        return new Loaded(settings, problem);
    }

    static Properties write(Settings settings) {
        Properties lines = new Properties();
        lines.setProperty(LANGUAGE, StoredNames.of(settings.language()));
        lines.setProperty(THEME, StoredNames.of(settings.theme()));
        lines.setProperty(TEXT_PERCENT, Integer.toString(settings.textPercent()));
        lines.setProperty(
                AUTO_LOCK,
                Long.toString(settings.autoLock().map(Duration::toMinutes).orElse(0L)));
        lines.setProperty(CLIPBOARD, Long.toString(settings.clipboardClear().toSeconds()));
        lines.setProperty(LOG_DETAIL, StoredNames.of(settings.logDetail()));
        lines.setProperty(EXPERIMENTS, Integer.toString(settings.experiments().most()));
        lines.setProperty(
                EXPERIMENT_SECONDS,
                Long.toString(settings.experiments().within().toSeconds()));
        settings.server().ifPresent(id -> lines.setProperty(SERVER, id.toString()));
        return lines;
    }

    private static Line line(String name) {
        return switch (name) {
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
            case EXPERIMENTS ->
                (settings, value) ->
                        settings.withExperiments(settings.experiments().withMost(Integer.parseInt(value)));
            case EXPERIMENT_SECONDS ->
                (settings, value) -> settings.withExperiments(
                        settings.experiments().within(Duration.ofSeconds(Long.parseLong(value))));
            default -> (settings, value) -> settings; // written by a newer program
        };
    }

    private static <E extends Enum<E>> E constant(Class<E> type, String name) {
        return StoredNames.constant(type, name).orElseThrow(() -> new IllegalArgumentException(name));
    }
}
