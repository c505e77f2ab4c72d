package dev.gangway.settings;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Properties;

/** Small text files of keys and values, in UTF-8. Blocks for disk, for a moment. */
public final class PropertiesFile {
    private PropertiesFile() {}

    /**
     * What is in it.
     *
     * @throws IOException where it cannot be read, or is not such a file
     */
    public static Properties read(Path file) throws IOException {
        Properties properties = new Properties();
        try (BufferedReader reader = Files.newBufferedReader(file)) {
            properties.load(reader);
        } catch (IllegalArgumentException malformed) {
            throw new IOException(malformed);
        }
        return properties;
    }

    /**
     * Writes it whole, with the folders above it, or leaves the old one as it was.
     *
     * @throws IOException where it cannot be written
     */
    public static void write(Properties properties, Path file) throws IOException {
        Path folder = file.toAbsolutePath().getParent();
        Files.createDirectories(folder);
        Path fresh = Files.createTempFile(folder, "gangway", ".new");
        try {
            StringWriter text = new StringWriter();
            properties.store(text, "Gangway");
            Files.writeString(fresh, text.toString());
            Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(fresh);
        }
    }
}
