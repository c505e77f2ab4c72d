package dev.gangway.vault.sqlite;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.UserPrincipal;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.flywaydb.core.Flyway;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteDataSource;

/** The SQLite file: what it is, its schema, and connections to it. */
final class Database {
    /** The format that this program writes; the newest migration sets it. */
    static final int VERSION = 1;

    private static final byte[] MAGIC = "SQLite format 3\0".getBytes(StandardCharsets.US_ASCII);
    static final int APPLICATION_ID = 0x474E4757;
    private static final int VERSION_AT = 60; // https://www.sqlite.org/fileformat.html, section 1.3
    private static final int APPLICATION_ID_AT = 68;
    private static final int FILE_HEADER_BYTES = 100;
    private static final int BUSY_MILLIS = 2000;
    private static final String COPIES = "gangway-look";
    private static final Logger LOG = LoggerFactory.getLogger(Database.class);

    private Database() {}

    /** The format's version, read from the file's first bytes; empty where it is no vault. Reserve the vault first. */
    static Optional<Integer> version(Path file) throws IOException {
        byte[] header;
        try (InputStream in = Files.newInputStream(file)) {
            header = in.readNBytes(FILE_HEADER_BYTES);
        }
        ByteBuffer fields = ByteBuffer.wrap(header);
        boolean ours = header.length == FILE_HEADER_BYTES
                && fields.slice(0, MAGIC.length).equals(ByteBuffer.wrap(MAGIC))
                && fields.getInt(APPLICATION_ID_AT) == APPLICATION_ID;
        return ours ? Optional.of(fields.getInt(VERSION_AT)) : Optional.empty();
    }

    /** Brings the schema of an older file to {@link #VERSION}; for a file that no one has open. */
    static void migrate(Path file) {
        Flyway.configure()
                .dataSource(source(file, "", writing()))
                .locations("classpath:dev/gangway/vault/sqlite")
                .installedBy("gangway")
                .load()
                .migrate();
    }

    /**
     * A connection that changes nothing, not even beside the file, and waits for nobody: it sees the file without its
     * write-ahead log. Where the file is not whole without that, as a crash or a full disk in the middle of a checkpoint
     * leaves it, it sees a copy of both, which is gone when it is closed. The caller closes it.
     */
    static Connected look(Path file) throws IOException {
        SQLiteConfig config = new SQLiteConfig();
        config.setReadOnly(true);
        Connected alone = guarded(Connected.to(source(file, "?mode=ro&immutable=1", config)));
        Path log = file.resolveSibling(file.getFileName() + "-wal");
        if (!Files.isRegularFile(log) || Files.size(log) == 0 || isWhole(alone)) {
            return alone;
        }
        alone.close();
        Path folder = Files.createTempDirectory(COPIES); // for its owner alone; what is copied is sealed
        sweep(folder);
        boolean looking = false;
        try {
            Path copy = Files.copy(file, folder.resolve("copy"));
            Files.copy(log, folder.resolve("copy-wal"));
            Connected both = guarded(Connected.to(source(copy, "?mode=ro", config)));
            both.closeLast(() -> delete(folder));
            looking = true;
            return both;
        } finally {
            if (!looking) {
                delete(folder);
            }
        }
    }

    /** Takes away what processes that were killed while they looked have left beside this folder. */
    static void sweep(Path folder) throws IOException {
        UserPrincipal owner = Files.getOwner(folder);
        Instant old = Instant.now().minus(Duration.ofHours(1));
        try (DirectoryStream<Path> left = Files.newDirectoryStream(folder.resolveSibling(""), COPIES + "*")) {
            for (Path each : left) {
                try {
                    if (Files.isDirectory(each, LinkOption.NOFOLLOW_LINKS)
                            && Files.getOwner(each, LinkOption.NOFOLLOW_LINKS).equals(owner)
                            && Files.getLastModifiedTime(each).toInstant().isBefore(old)) {
                        delete(each);
                    }
                } catch (IOException goneOrInUse) {
                    LOG.debug("left {} where it is", each, goneOrInUse);
                }
            }
        }
    }

    private static boolean isWhole(Connected connected) {
        try {
            return connected
                    .first("PRAGMA quick_check(1)", row -> row.getString(1))
                    .equals(Optional.of("ok"));
        } catch (Connected.SqlFailure malformed) {
            return false;
        }
    }

    private static void delete(Path folder) throws IOException {
        for (String each : new String[] {"copy", "copy-wal", "copy-shm", "copy-journal"}) {
            Files.deleteIfExists(folder.resolve(each));
        }
        Files.delete(folder);
    }

    /** A connection of its own beside none: SQLite keeps all others away until it is closed, which the caller does. */
    static Connected open(Path file) {
        Connected connected = guarded(Connected.to(source(file, "", writing())));
        boolean opened = false;
        try {
            connected.run("PRAGMA locking_mode = EXCLUSIVE"); // before the first use, so that no shared memory is made
            connected.run("PRAGMA journal_mode = WAL");
            connected.run("BEGIN EXCLUSIVE");
            connected.run("COMMIT");
            opened = true;
            return connected;
        } finally {
            if (!opened) {
                connected.close();
            }
        }
    }

    private static Connected guarded(Connected connected) {
        connected.run("PRAGMA trusted_schema = OFF"); // what a forged schema could call
        connected.run("PRAGMA cell_size_check = ON");
        return connected;
    }

    private static SQLiteConfig writing() {
        SQLiteConfig config = new SQLiteConfig();
        config.setSynchronous(SQLiteConfig.SynchronousMode.FULL); // on disk when a commit returns
        config.setGetGeneratedKeys(false); // nobody asks, and it costs a query after each insert
        config.setTempStore(SQLiteConfig.TempStore.MEMORY);
        config.setBusyTimeout(BUSY_MILLIS);
        config.enforceForeignKeys(true);
        config.setPragma(SQLiteConfig.Pragma.SECURE_DELETE, "true"); // zeroes what is deleted
        return config;
    }

    /** As a URI with everything escaped: a question mark in a name is no parameter. */
    private static SQLiteDataSource source(Path file, String parameters, SQLiteConfig config) {
        SqliteLibrary.provide();
        SQLiteDataSource source = new SQLiteDataSource(config);
        URI uri = file.toAbsolutePath().toUri();
        String share = uri.getRawAuthority() == null ? "" : "////" + uri.getRawAuthority();
        source.setUrl("jdbc:sqlite:file:" + share + uri.getRawPath() + parameters);
        return source;
    }
}
