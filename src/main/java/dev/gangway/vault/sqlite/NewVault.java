package dev.gangway.vault.sqlite;

import dev.gangway.vault.files.OwnerOnly;
import dev.gangway.vault.sealing.VaultHeader;
import dev.gangway.vault.sealing.VaultKeys;
import java.io.IOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A vault that is being made. Written under another name first; where nothing comes of it, nothing is left of it. */
final class NewVault implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(NewVault.class);

    private final Path file;
    private final Deque<Undo> undone = new ArrayDeque<>();

    /** Takes one thing back. */
    @FunctionalInterface
    interface Undo {
        void run() throws IOException;
    }

    private NewVault(Path file) {
        this.file = file;
    }

    /** One that is to stand here, in a folder that is made where it is missing. */
    static NewVault at(Path file) throws IOException {
        Path folder = file.toAbsolutePath().getParent();
        if (folder == null) {
            throw new IllegalArgumentException("a vault needs a folder");
        }
        Deque<Undo> folders = new ArrayDeque<>();
        for (Path each = folder; each != null && !Files.exists(each); each = each.getParent()) {
            Path missing = each;
            folders.addFirst(() -> removeEmpty(missing));
        }
        try {
            OwnerOnly.createFolder(folder);
            NewVault fresh = new NewVault(folder.toRealPath().resolve(file.getFileName()));
            folders.forEach(fresh::undo);
            return fresh;
        } catch (IOException e) {
            undo(folders.reversed());
            throw e;
        }
    }

    /** Its real path. */
    Path file() {
        return file;
    }

    /** Has this taken back as well where nothing comes of the vault; what was made last goes first. */
    void undo(Undo undo) {
        undone.addFirst(undo);
    }

    /** Writes it, empty but for its header, and gives it its name. */
    void write(VaultHeader header, Supplier<VaultKeys> dataKeys) throws IOException {
        Path part = file.resolveSibling(file.getFileName() + ".new");
        undo(() -> delete(part));
        delete(part);
        OwnerOnly.createFile(part);
        try (Connected connected = Database.open(part);
                VaultKeys keys = dataKeys.get()) {
            Schema.create(connected);
            connected.transaction(() -> {
                HeaderTable.write(connected, header);
                VaultIntegrity.empty(header).save(connected, keys);
            });
        }
        undo(() -> delete(file));
        Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
    }

    /** It stays. */
    void keep() {
        undone.clear();
    }

    @Override
    public void close() {
        undo(undone);
        undone.clear();
    }

    private static void undo(Iterable<Undo> steps) {
        for (Undo step : steps) {
            try {
                step.run();
            } catch (IOException e) {
                LOG.warn("something is left of a vault that came to nothing", e);
            }
        }
    }

    private static void delete(Path database) throws IOException {
        for (String suffix : new String[] {"", "-wal", "-shm", "-journal"}) {
            Files.deleteIfExists(database.resolveSibling(database.getFileName() + suffix));
        }
    }

    private static void removeEmpty(Path folder) throws IOException {
        try {
            Files.deleteIfExists(folder);
        } catch (DirectoryNotEmptyException e) {
            // somebody else put something there
        }
    }
}
