package dev.gangway.vault.sqlite;

import dev.gangway.diagnosis.Diagnosis;
import dev.gangway.diagnosis.Outcome;
import dev.gangway.vault.VaultCode;
import dev.gangway.vault.files.OwnerOnly;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes a copy of an open vault, and reads it back before it gets its name. Where it fails, nothing is left of it. */
final class Backup {
    private static final Logger LOG = LoggerFactory.getLogger(Backup.class);

    private Backup() {}

    static Outcome<Outcome.Done> write(VaultSession session, Path target) {
        if (Files.exists(target)) {
            return Outcome.failed(
                    SqliteErrors.about(VaultCode.ALREADY_EXISTS, target).build());
        }
        Path part = target.resolveSibling(target.getFileName() + ".part");
        try {
            try {
                delete(part);
                OwnerOnly.createFile(part);
                session.copyTo(part.toAbsolutePath());
                Optional<Diagnosis> fault = check(session, part);
                if (fault.isPresent()) {
                    return Outcome.failed(fault.get());
                }
                Files.move(part, target, StandardCopyOption.ATOMIC_MOVE);
                return Outcome.done();
            } finally {
                delete(part);
            }
        } catch (IOException e) {
            LOG.warn("a backup failed", e);
            return Outcome.failed(SqliteErrors.of(e, target));
        } catch (RuntimeException e) {
            LOG.warn("a backup failed", e);
            return Outcome.failed(SqliteErrors.of(e, target).orElseThrow(() -> e));
        }
    }

    private static Optional<Diagnosis> check(VaultSession session, Path copy) throws IOException {
        try (Connected connected = Database.look(copy)) {
            Optional<VaultIntegrity> ledger = HeaderTable.read(connected)
                    .flatMap(header -> VaultIntegrity.load(connected, session.keys(), header));
            return ledger.isEmpty()
                    ? Optional.of(SqliteErrors.damaged(copy))
                    : IntegrityCheck.check(connected, session.keys(), ledger.get(), copy);
        }
    }

    private static void delete(Path part) throws IOException {
        for (String suffix : new String[] {"", "-journal", "-wal", "-shm"}) {
            Files.deleteIfExists(part.resolveSibling(part.getFileName() + suffix));
        }
    }
}
