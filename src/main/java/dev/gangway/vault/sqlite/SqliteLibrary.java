package dev.gangway.vault.sqlite;

import dev.gangway.diagnosis.Diagnosis;
import dev.gangway.vault.VaultCode;
import dev.gangway.vault.VaultException;
import dev.gangway.vault.files.OwnerOnly;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.sqlite.SQLiteJDBCLoader;
import org.sqlite.util.OSInfo;

/**
 * Puts SQLite's native library where it stays: once, in this account's folder for caches. The driver by itself writes a
 * fresh copy into the temporary folder at each start, which stays there when the process is killed, and cannot start
 * where that folder takes no programs.
 */
final class SqliteLibrary {
    private static final Logger LOG = LoggerFactory.getLogger(SqliteLibrary.class);
    private static final String PATH = "org.sqlite.lib.path";
    private static boolean provided;

    private SqliteLibrary() {}

    /**
     * Before the first connection. Where there is no place for it, the driver does as it always does.
     *
     * @throws VaultException where the library can be put nowhere
     */
    static synchronized void provide() {
        if (provided) {
            return;
        }
        if (System.getProperty(PATH) == null) {
            keep();
        }
        try {
            SQLiteJDBCLoader.initialize();
            provided = true;
        } catch (Exception e) { // what the driver declares
            throw new VaultException(
                    Diagnosis.of(VaultCode.NO_LIBRARY)
                            .with("cache", places().getFirst())
                            .with("temporary", System.getProperty("java.io.tmpdir", ""))
                            .remedy("vault.make-folder-usable")
                            .build(),
                    e);
        }
    }

    private static void keep() {
        String name = System.mapLibraryName("sqlitejdbc");
        String resource = "/org/sqlite/native/" + OSInfo.getNativeLibFolderPathForCurrentOS() + "/" + name;
        try (InputStream in = SQLiteJDBCLoader.class.getResourceAsStream(resource)) {
            if (in == null) {
                return; // a platform that the driver names otherwise, or does not know
            }
            byte[] library = in.readAllBytes();
            for (Path place : places()) {
                if (put(library, place.resolve("sqlite-" + SQLiteJDBCLoader.getVersion()), name)) {
                    return;
                }
            }
        } catch (IOException e) {
            LOG.warn("SQLite's library cannot be read from the program", e);
        }
    }

    private static boolean put(byte[] library, Path folder, String name) {
        Path file = folder.resolve(name);
        try {
            if (!Files.exists(file) || !Arrays.equals(Files.readAllBytes(file), library)) {
                OwnerOnly.createFolder(folder);
                OwnerOnly.write(file, out -> out.write(library));
            }
            System.setProperty(PATH, folder.toString());
            return true;
        } catch (IOException e) {
            LOG.debug("no place for SQLite's library in {}", folder, e);
            return false;
        }
    }

    /** Folders for caches of this account, the usual one of the platform; none where it has no home folder. */
    private static List<Path> places() {
        String system = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
        // Java says "?" where the system knows none
        Optional<Path> home = Optional.of(System.getProperty("user.home", ""))
                .filter(known -> !known.isBlank() && !known.equals("?"))
                .map(Path::of);
        Optional<Path> usual;
        if (system.startsWith("windows")) {
            usual = environment("LOCALAPPDATA").or(() -> home.map(at -> at.resolve("AppData/Local")));
        } else if (system.startsWith("mac")) {
            usual = home.map(at -> at.resolve("Library/Caches"));
        } else {
            usual = environment("XDG_CACHE_HOME").or(() -> home.map(at -> at.resolve(".cache")));
        }
        return usual.map(at -> at.resolve("gangway").toAbsolutePath()).stream().toList();
    }

    private static Optional<Path> environment(String name) {
        return Optional.ofNullable(System.getenv(name))
                .filter(value -> !value.isBlank())
                .map(Path::of);
    }
}
