package dev.gangway.ui.settings;

import dev.gangway.diagnosis.Outcome;
import dev.gangway.secret.Secret;
import java.nio.file.Path;

/** What the settings can do with the open vault. Both block, for seconds. */
public interface VaultCare {
    /** Seals it with another passphrase; fails where the current one is wrong or the new one too weak. */
    Outcome<Outcome.Done> changePassphrase(Secret current, Secret fresh);

    /** Writes a copy that was read back; fails where there is such a file. */
    Outcome<Outcome.Done> backup(Path target);
}
