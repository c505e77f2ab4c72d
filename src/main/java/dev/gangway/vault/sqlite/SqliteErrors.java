package dev.gangway.vault.sqlite;

import dev.gangway.diagnosis.Diagnosis;
import dev.gangway.vault.VaultCode;
import dev.gangway.vault.VaultException;
import dev.gangway.vault.mapping.MalformedCborException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.ReadOnlyFileSystemException;
import java.sql.SQLException;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteException;

/** Turns failures of the disk and of SQLite into diagnoses, by their types and result codes. */
final class SqliteErrors {
    private static final int MOST_CAUSES = 20;
    private static final long SMALLEST_ROOM = 128 << 10; // less than a new vault with its write-ahead log takes
    private static final int PRIMARY_CODE = 0xFF; // the upper bits of a result code only refine it

    private static final int SQLITE_PERM = 3;
    private static final int SQLITE_BUSY = 5;
    private static final int SQLITE_LOCKED = 6;
    private static final int SQLITE_READONLY = 8;
    private static final int SQLITE_IOERR = 10;
    private static final int SQLITE_CORRUPT = 11;
    private static final int SQLITE_FULL = 13;
    private static final int SQLITE_CANTOPEN = 14;
    private static final int SQLITE_NOTADB = 26;

    private SqliteErrors() {}

    /** The words for this code, about this file. */
    static Diagnosis.Builder about(VaultCode code, Path file) {
        return Diagnosis.of(code).with("file", file);
    }

    static Diagnosis of(IOException failure, Path file) {
        return switch (failure) {
            case AccessDeniedException e -> noAccess(file);
            case FileAlreadyExistsException e ->
                about(VaultCode.ALREADY_EXISTS, file).build();
            case NoSuchFileException e -> about(VaultCode.MISSING, file).build();
            case NotDirectoryException e -> noAccess(file);
            default -> disk(file);
        };
    }

    /** What the exception stands for; empty where it is a bug of ours. */
    static Optional<Diagnosis> of(RuntimeException failure, Path file) {
        return switch (failure) {
            case VaultException known -> Optional.of(known.diagnosis());
            case ReadOnlyFileSystemException e -> Optional.of(readOnly(file));
            case UncheckedIOException e -> Optional.of(of(Objects.requireNonNull(e.getCause()), file));
            default -> sqlite(failure).flatMap(e -> bySqlite(e, file));
        };
    }

    /**
     * What the exception stands for while a file is read that is not yet known to be sound: all that SQLite and its
     * driver complain of is then damage, unless it is the disk.
     */
    static Optional<Diagnosis> ofOpening(RuntimeException failure, Path file) {
        return of(failure, file)
                .or(() -> causes(failure).anyMatch(SQLException.class::isInstance)
                                || failure instanceof MalformedCborException
                        ? Optional.of(damaged(file))
                        : Optional.empty());
    }

    /** The exception to go on with: with a diagnosis where the failure was to be expected. */
    static RuntimeException wrapped(RuntimeException failure, Path file) {
        return failure instanceof VaultException
                ? failure
                : of(failure, file)
                        .<RuntimeException>map(d -> new VaultException(d, failure))
                        .orElse(failure);
    }

    private static Optional<SQLiteException> sqlite(Throwable failure) {
        return causes(failure)
                .filter(SQLiteException.class::isInstance)
                .map(SQLiteException.class::cast)
                .findFirst();
    }

    private static Stream<Throwable> causes(Throwable failure) {
        return Stream.<@Nullable Throwable>iterate(
                        failure, Objects::nonNull, each -> each == null ? null : each.getCause())
                .limit(MOST_CAUSES)
                .map(Objects::requireNonNull);
    }

    private static Optional<Diagnosis> bySqlite(SQLiteException failure, Path file) {
        return switch (failure.getResultCode().code & PRIMARY_CODE) {
            case SQLITE_CORRUPT, SQLITE_NOTADB -> Optional.of(damaged(file));
            case SQLITE_FULL -> Optional.of(full(file));
            case SQLITE_IOERR -> Optional.of(disk(file));
            case SQLITE_PERM, SQLITE_READONLY, SQLITE_CANTOPEN ->
                Optional.of(isReadOnly(file) ? readOnly(file) : isFull(file) ? full(file) : noAccess(file));
            case SQLITE_BUSY, SQLITE_LOCKED -> Optional.of(inUse(file));
            default -> Optional.empty();
        };
    }

    static Diagnosis damaged(Path file) {
        return about(VaultCode.DAMAGED, file).remedy("vault.restore-backup").build();
    }

    static Diagnosis inUse(Path file) {
        return about(VaultCode.IN_USE, file).remedy("vault.close-other").build();
    }

    private static Diagnosis noAccess(Path file) {
        return about(VaultCode.NO_ACCESS, file).remedy("vault.check-rights").build();
    }

    /** Something stands in the file that no Gangway put there, or is not as it was put there. */
    static Diagnosis foreign(String what, Path file) {
        return about(VaultCode.DAMAGED, file)
                .fact("vault.foreign-schema", "name", what)
                .remedy("vault.restore-backup")
                .build();
    }

    private static Diagnosis readOnly(Path file) {
        return about(VaultCode.READ_ONLY, file).remedy("vault.copy-elsewhere").build();
    }

    private static Diagnosis full(Path file) {
        return about(VaultCode.DISK_FULL, file).remedy("vault.make-room").build();
    }

    /** The operating system gives one exception for all of these, so the disk itself is asked. */
    private static Diagnosis disk(Path file) {
        if (isReadOnly(file) || !nearest(file).map(Files::isWritable).orElse(true)) {
            return readOnly(file); // a right that is missing is another exception
        }
        return isFull(file)
                ? full(file)
                : about(VaultCode.DISK_FAILED, file).remedy("vault.check-disk").build();
    }

    private static boolean isReadOnly(Path file) {
        return store(file).map(FileStore::isReadOnly).orElse(false);
    }

    private static boolean isFull(Path file) {
        try {
            Optional<FileStore> store = store(file);
            return store.isPresent() && store.get().getUsableSpace() < SMALLEST_ROOM;
        } catch (IOException e) {
            return false;
        }
    }

    /** The disk that the file is on, or would be on. */
    private static Optional<FileStore> store(Path file) {
        try {
            Optional<Path> nearest = nearest(file);
            return nearest.isPresent() ? Optional.of(Files.getFileStore(nearest.get())) : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** The file, or the folder that it is in, or the nearest one above that exists. */
    private static Optional<Path> nearest(Path file) {
        for (Path at = file.toAbsolutePath(); at != null; at = at.getParent()) {
            if (Files.exists(at)) {
                return Optional.of(at);
            }
        }
        return Optional.empty();
    }
}
