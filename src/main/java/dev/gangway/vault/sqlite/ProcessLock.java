package dev.gangway.vault.sqlite;

import dev.gangway.vault.files.OwnerOnly;
import dev.gangway.vault.sealing.Argon2Cost;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Has a vault to itself. Three things keep others out: within this process a register of held files, by their identity
 * and not by their name; between processes a lock of the operating system on the file {@code .lock} beside the vault's
 * real name, and SQLite's own exclusive lock on the vault itself ({@link Database#open}), which also holds where the
 * vault is reached by a hard link or through another mount.
 *
 * <p>On POSIX, closing any channel to a file lets go of every lock that the process has on it. So the register is asked
 * before any channel to a vault or its lock is opened: hold a reservation while reading a vault's bytes. All of it goes
 * when the process ends, however it ends.
 */
final class ProcessLock implements AutoCloseable {
    /** Where SQLite locks a file, as long as it is open (https://www.sqlite.org/src/doc/trunk/src/os.h). */
    private static final long SQLITE_LOCKS_AT = 0x40000000;

    private static final long SQLITE_LOCKS = 512;
    private static final int TRIES = 10;

    private static final Map<Object, ProcessLock> HELD = new HashMap<>();

    private final Path vault;
    private final Path file;
    private @Nullable FileChannel channel;
    private boolean madeFile;
    private volatile Optional<Argon2Cost> cost = Optional.empty();

    private ProcessLock(Path vault) {
        this.vault = vault;
        file = vault.resolveSibling(vault.getFileName() + ".lock");
    }

    /**
     * Reserves the vault within this process; opens nothing. Empty where another part of the process has it.
     *
     * @param vault its real path; need not exist
     */
    static Optional<ProcessLock> reserve(Path vault) throws IOException {
        ProcessLock lock = new ProcessLock(vault);
        return lock.register(vault) && lock.register(lock.file) ? Optional.of(lock) : lock.refused();
    }

    /** What it costs to unlock the vault that this process has, where it knows. Opens nothing. */
    static Optional<Argon2Cost> costOfHeld(Path vault) throws IOException {
        Object identity = identity(vault);
        synchronized (HELD) {
            return Optional.ofNullable(HELD.get(identity)).flatMap(holder -> holder.cost);
        }
    }

    /** The real path of what is held. */
    Path vault() {
        return vault;
    }

    /** Locks the reserved vault against other processes; false where one has it. */
    boolean lock() throws IOException {
        for (int tries = 0; tries < TRIES; tries++) {
            if (!Files.exists(file)) {
                try {
                    OwnerOnly.createFile(file);
                    madeFile = true;
                } catch (FileAlreadyExistsException e) {
                    // another process was quicker, which is as good
                }
            }
            if (!register(file)) {
                return false;
            }
            Object before = identity(file);
            FileChannel opened = FileChannel.open(file, StandardOpenOption.WRITE);
            FileLock lock = opened.tryLock();
            if (lock == null) {
                opened.close();
                return false;
            }
            if (before.equals(identity(file))) {
                channel = opened;
                return true;
            }
            opened.close(); // somebody took the file away meanwhile: what is locked is not what others see
        }
        return false;
    }

    /** Holds a vault that was just written under its name. */
    void adopt() throws IOException {
        register(vault);
    }

    /** Remembers what can be told of the vault while it is held. */
    void describe(Argon2Cost of) {
        cost = Optional.of(of);
    }

    /** Whether another process has the vault open; changes nothing, makes no file. */
    boolean isHeldElsewhere() throws IOException {
        return isLocked(file, 0, Long.MAX_VALUE) || isLocked(vault, SQLITE_LOCKS_AT, SQLITE_LOCKS);
    }

    /** Takes the lock's own file away where this made it, for a vault that came to nothing. */
    void discard() throws IOException {
        if (madeFile) {
            Files.deleteIfExists(file);
        }
    }

    @Override
    public void close() {
        try {
            if (channel != null) {
                channel.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            synchronized (HELD) {
                HELD.values().removeIf(holder -> holder == this);
            }
        }
    }

    private Optional<ProcessLock> refused() {
        close();
        return Optional.empty();
    }

    /** Whether the file is this lock's now; one that does not exist is nobody's. */
    private boolean register(Path path) throws IOException {
        if (!Files.exists(path)) {
            return true;
        }
        Object identity = identity(path);
        synchronized (HELD) {
            if (HELD.putIfAbsent(identity, this) != null && HELD.get(identity) != this) {
                return false;
            }
        }
        return true;
    }

    /** Device and number of the file; where the system tells no such thing, its real path. */
    private static Object identity(Path path) throws IOException {
        Object key = Files.readAttributes(path, BasicFileAttributes.class).fileKey();
        return key == null ? path.toRealPath() : key;
    }

    private static boolean isLocked(Path path, long at, long bytes) throws IOException {
        try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ);
                FileLock lock = channel.tryLock(at, bytes, true)) {
            return lock == null;
        } catch (NoSuchFileException e) {
            return false;
        }
    }
}
