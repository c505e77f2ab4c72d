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
import org.jdbi.v3.core.Handle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes a copy of an open vault, and reads it back before it gets its name. */
final class Backup {
    private static final Logger LOG = LoggerFactory.getLogger(Backup.class);

    private Backup() {}

    static Outcome<Outcome.Done> write(Session session, Path target) {
        if (Files.exists(target)) {
            return Outcome.failed(Faults.about(VaultCode.ALREADY_EXISTS, target).build());
        }
        Path part = target.resolveSibling(target.getFileName() + ".part");
        try {
            delete(part);
            OwnerOnly.createFile(part);
            // a connection of its own sees one moment, and does not keep others waiting
            try (Handle handle = Database.open(session.file())) {
                handle.execute("VACUUM INTO ?", part.toAbsolutePath().toString());
            }
            Optional<Diagnosis> fault = check(session, part);
            if (fault.isEmpty()) {
                Files.move(part, target, StandardCopyOption.ATOMIC_MOVE);
                return Outcome.done();
            }
            delete(part);
            return Outcome.failed(fault.get());
        } catch (IOException e) {
            LOG.warn("backup to {} failed", target, e);
            return Outcome.failed(Faults.of(e, target));
        } catch (RuntimeException e) {
            return Outcome.failed(Faults.of(e, target).orElseThrow(() -> e));
        }
    }

    private static Optional<Diagnosis> check(Session session, Path copy) {
        try (Handle handle = Database.open(copy)) {
            Optional<Ledger> ledger =
                    HeaderTable.read(handle).flatMap(header -> Ledger.load(handle, session.keys(), header));
            return ledger.isEmpty()
                    ? Optional.of(Faults.damaged(copy))
                    : Integrity.check(handle, session.keys(), ledger.get(), copy);
        }
    }

    private static void delete(Path part) throws IOException {
        Files.deleteIfExists(part);
    }
}
