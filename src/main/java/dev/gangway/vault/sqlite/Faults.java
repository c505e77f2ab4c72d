package dev.gangway.vault.sqlite;

import dev.gangway.diagnosis.Diagnosis;
import dev.gangway.vault.VaultCode;
import dev.gangway.vault.VaultException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.ReadOnlyFileSystemException;
import java.util.Optional;
import org.jdbi.v3.core.JdbiException;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteException;

/** Turns failures of the disk and of SQLite into diagnoses, by their types and result codes. */
final class Faults {
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

    private Faults() {}

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
            default -> failed(file);
        };
    }

    /** What the exception stands for; empty where it is a bug of ours. */
    static Optional<Diagnosis> of(RuntimeException failure, Path file) {
        return switch (failure) {
            case VaultException known -> Optional.of(known.diagnosis());
            case ReadOnlyFileSystemException e -> Optional.of(noAccess(file));
            case JdbiException e -> sqlite(e.getCause()).flatMap(e2 -> bySqlite(e2, file));
            default -> Optional.empty();
        };
    }

    /** The exception to go on with: with a diagnosis where the failure was to be expected. */
    static RuntimeException wrapped(RuntimeException failure, Path file) {
        return failure instanceof VaultException
                ? failure
                : of(failure, file)
                        .<RuntimeException>map(d -> new VaultException(d, failure))
                        .orElse(failure);
    }

    private static Optional<SQLiteException> sqlite(@Nullable Throwable cause) {
        return cause instanceof SQLiteException e ? Optional.of(e) : Optional.empty();
    }

    private static Optional<Diagnosis> bySqlite(SQLiteException failure, Path file) {
        return switch (failure.getResultCode().code & PRIMARY_CODE) {
            case SQLITE_CORRUPT, SQLITE_NOTADB -> Optional.of(damaged(file));
            case SQLITE_FULL ->
                Optional.of(about(VaultCode.DISK_FULL, file)
                        .remedy("vault.make-room")
                        .build());
            case SQLITE_IOERR -> Optional.of(failed(file));
            case SQLITE_PERM, SQLITE_READONLY, SQLITE_CANTOPEN -> Optional.of(noAccess(file));
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

    private static Diagnosis failed(Path file) {
        return about(VaultCode.DISK_FAILED, file).remedy("vault.check-disk").build();
    }
}
