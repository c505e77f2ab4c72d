package dev.gangway.ui.certificates;

import dev.gangway.authorities.Successor;
import dev.gangway.background.Cancellation;
import dev.gangway.credentials.Renewals.Renewed;
import dev.gangway.inventory.CertificateEntry;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;

/** What the screen asks of the use cases; all of it blocks. */
public interface CertificateWork {
    /** Every certificate in the vault. */
    List<CertificateEntry> all();

    /** Names of the servers, by their ids. */
    Map<UUID, String> servers();

    /** Renews these; {@code progress} hears of each in the calling thread. */
    List<Renewed> renew(
            List<CertificateEntry> entries, Successor.Key key, Consumer<Renewed> progress, Cancellation cancellation);
}
