package dev.gangway.settings;

import dev.gangway.diagnosis.Diagnosis;
import dev.gangway.diagnosis.Outcome;
import dev.gangway.settings.SettingsText.Reading;
import dev.gangway.stored.StoredNames;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The settings as a small text file, and those that an administrator fixed for all users of the machine in another one.
 * Blocks for disk, for a moment. Safe for use by several threads.
 */
public final class SettingsFile {
    private final Path file;
    private final Optional<Path> forAll;

    /** Uses this file; it need not exist. Nothing is fixed. */
    public SettingsFile(Path file) {
        this(file, Optional.empty());
    }

    /** Uses these files; neither need exist. What the second one says holds, and is never written. */
    public SettingsFile(Path file, Optional<Path> forAll) {
        this.file = file;
        this.forAll = forAll;
    }

    /** Those of a user, and of this machine. */
    public static SettingsFile of(PlatformPaths paths) {
        return new SettingsFile(paths.settingsFile(), Optional.of(paths.settingsForAll()));
    }

    /**
     * What was read.
     *
     * @param settings to use; the defaults where the file is no good
     * @param fixed by the administrator
     * @param problem why one of the files is no good, where it is not
     */
    public record Loaded(Settings settings, Set<Setting> fixed, Optional<Diagnosis> problem) {}

    /** Where it is. */
    public Path path() {
        return file;
    }

    /** Where the administrator fixes settings; the file need not exist. */
    public Optional<Path> forAll() {
        return forAll;
    }

    /** Reads both; a file that is not there is no problem. */
    public Loaded load() {
        Loaded own = own();
        Optional<Path> other = forAll.filter(Files::exists);
        return other.map(path -> fixed(path, own)).orElse(own);
    }

    private Loaded own() {
        if (!Files.exists(file)) {
            return new Loaded(Settings.defaults(), Set.of(), Optional.empty());
        }
        try {
            Properties lines = PropertiesFile.read(file);
            Reading read = SettingsText.read(lines, Settings.defaults(), false);
            return new Loaded(
                    read.settings(),
                    Set.of(),
                    read.wrong().stream()
                            .findFirst()
                            .map(name -> line(SettingsCode.BAD_VALUE, file, name)
                                    .with("value", lines.getProperty(name))
                                    .build()));
        } catch (IOException unreadable) {
            return new Loaded(
                    Settings.defaults(),
                    Set.of(),
                    Optional.of(problem(SettingsCode.UNREADABLE, file).build()));
        }
    }

    /** What is wrong with the administrator's file is told first: it concerns everybody. */
    private static Loaded fixed(Path path, Loaded own) {
        try {
            Properties lines = PropertiesFile.read(path);
            Object notFixed = lines.remove(StoredNames.of(Setting.SERVER));
            Reading read = SettingsText.read(lines, own.settings(), true);
            Stream<String> wrong = notFixed == null
                    ? read.wrong().stream()
                    : Stream.concat(Stream.of(StoredNames.of(Setting.SERVER)), read.wrong().stream());
            return new Loaded(
                    read.settings(),
                    read.used(),
                    wrong.findFirst()
                            .map(name ->
                                    line(SettingsCode.NOT_FIXED, path, name).build())
                            .or(own::problem));
        } catch (IOException unreadable) {
            return new Loaded(
                    own.settings(),
                    Set.of(),
                    Optional.of(problem(SettingsCode.NONE_FIXED, path).build()));
        }
    }

    /** Writes it whole, or leaves the old one as it was; of what is fixed the user's own value is kept. */
    public synchronized Outcome<Outcome.Done> save(Settings settings) {
        try {
            Properties lines = SettingsText.write(settings);
            Set<Setting> fixed = load().fixed();
            if (!fixed.isEmpty()) {
                Properties old = Files.exists(file) ? PropertiesFile.read(file) : new Properties();
                for (Setting setting : fixed) {
                    String name = StoredNames.of(setting);
                    lines.remove(name);
                    if (old.getProperty(name) != null) {
                        lines.setProperty(name, old.getProperty(name));
                    }
                }
            }
            PropertiesFile.write(lines, file);
            return Outcome.done();
        } catch (IOException refused) {
            return problem(SettingsCode.NOT_WRITTEN, file)
                    .remedy("settings-folder")
                    .failed();
        }
    }

    private static Diagnosis.Builder line(SettingsCode code, Path file, String name) {
        OptionalInt line = PropertiesFile.line(file, name);
        return problem(code, file)
                .with("name", name)
                .with("line", line.isPresent() ? Integer.toString(line.getAsInt()) : "?");
    }

    private static Diagnosis.Builder problem(SettingsCode code, Path file) {
        return Diagnosis.of(code).with("file", file);
    }
}
