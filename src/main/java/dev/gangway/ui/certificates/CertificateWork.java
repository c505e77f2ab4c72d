package dev.gangway.ui.certificates;

import dev.gangway.authorities.Successor;
import dev.gangway.background.Cancellation;
import dev.gangway.diagnosis.Outcome;
import dev.gangway.inventory.CertificateEntry;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What the screen asks of the use cases; all of it blocks. */
public interface CertificateWork {
    /** Every certificate in the vault. */
    List<CertificateEntry> all();

    /** Names of the servers, by their ids. */
    Map<UUID, String> servers();

    /** Renews one; a device's on its server too. */
    Outcome<Outcome.Done> renew(CertificateEntry entry, Successor.Key key, Cancellation cancellation);
}
