package dev.gangway.settings;

import dev.gangway.diagnosis.Diagnosis;
import dev.gangway.diagnosis.Outcome;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import java.util.Properties;

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
        Properties properties = new Properties();
        try (BufferedReader reader = Files.newBufferedReader(file)) {
            properties.load(reader);
        } catch (IOException | IllegalArgumentException unreadable) {
            return new Loaded(
                    Settings.defaults(),
                    Optional.of(problem(SettingsCode.UNREADABLE).build()));
        }
        return SettingsText.read(properties, file);
    }

    /** Writes it whole, or leaves the old one as it was. */
    public synchronized Outcome<Outcome.Done> save(Settings settings) {
        try {
            Path folder = file.toAbsolutePath().getParent();
            Files.createDirectories(folder);
            Path fresh = Files.createTempFile(folder, "settings", ".new");
            StringWriter text = new StringWriter();
            SettingsText.write(settings).store(text, "Gangway");
            Files.writeString(fresh, text.toString());
            Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
            return Outcome.done();
        } catch (IOException refused) {
            return problem(SettingsCode.NOT_WRITTEN).remedy("settings-folder").failed();
        }
    }

    private Diagnosis.Builder problem(SettingsCode code) {
        return Diagnosis.of(code).with("file", file);
    }
}
