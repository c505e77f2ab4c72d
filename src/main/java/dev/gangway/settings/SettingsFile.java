package dev.gangway.settings;

import dev.gangway.diagnosis.Diagnosis;
import dev.gangway.diagnosis.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** The settings as a small text file. Blocks for disk, for a moment. Safe for use by several threads. */
public final class SettingsFile {
    private final Path file;

    /** Uses this file; it need not exist. */
    public SettingsFile(Path file) {
        this.file = file;
    }

    /**
     * What was read.
     *
     * @param settings to use; the defaults where the file is no good
     * @param problem why it is no good, where it is not
     */
    public record Loaded(Settings settings, Optional<Diagnosis> problem) {}

    /** Where it is. */
    public Path path() {
        return file;
    }

    /** Reads it; a file that is not there is no problem. */
    public Loaded load() {
        if (!Files.exists(file)) {
            return new Loaded(Settings.defaults(), Optional.empty());
        }
        try {
            return SettingsText.read(PropertiesFile.read(file), file);
        } catch (IOException unreadable) {
            return new Loaded(
                    Settings.defaults(),
                    Optional.of(problem(SettingsCode.UNREADABLE).build()));
        }
    }

    /** Writes it whole, or leaves the old one as it was. */
    public synchronized Outcome<Outcome.Done> save(Settings settings) {
        try {
            PropertiesFile.write(SettingsText.write(settings), file);
            return Outcome.done();
        } catch (IOException refused) {
            return problem(SettingsCode.NOT_WRITTEN).remedy("settings-folder").failed();
        }
    }

    private Diagnosis.Builder problem(SettingsCode code) {
        return Diagnosis.of(code).with("file", file);
    }
}
