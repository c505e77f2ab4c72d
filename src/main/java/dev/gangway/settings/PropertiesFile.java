package dev.gangway.settings;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.OptionalInt;
import java.util.Properties;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

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
     * On which line of it a key stands, counted from 1; the last one where it stands on several, as that one holds. Empty
     * where the file cannot be read any more, or the key is written with escapes.
     */
    public static OptionalInt line(Path file, String key) {
        Pattern written = Pattern.compile("\\s*" + Pattern.quote(key) + "\\s*([=:\\s].*)?");
        try {
            List<String> lines = Files.readAllLines(file);
            return IntStream.rangeClosed(1, lines.size())
                    .filter(number -> written.matcher(lines.get(number - 1)).matches())
                    .reduce((_, later) -> later);
        } catch (IOException gone) {
            return OptionalInt.empty();
        }
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
