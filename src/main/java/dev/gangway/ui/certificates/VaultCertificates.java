package dev.gangway.ui.certificates;

import dev.gangway.authorities.Successor;
import dev.gangway.background.Cancellation;
import dev.gangway.credentials.Renewals;
import dev.gangway.diagnosis.Outcome;
import dev.gangway.inventory.CertificateEntry;
import dev.gangway.inventory.Inventory;
import dev.gangway.inventory.Servers;
import dev.gangway.server.ServerEntry;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/** The use cases of an unlocked vault. */
public record VaultCertificates(Inventory inventory, Servers knownServers, Renewals renewals)
        implements CertificateWork {
    @Override
    public List<CertificateEntry> all() {
        return inventory.all();
    }

    @Override
    public Map<UUID, String> servers() {
        return knownServers.all().stream().collect(Collectors.toMap(ServerEntry::id, ServerEntry::name));
    }

    @Override
    public Outcome<Outcome.Done> renew(CertificateEntry entry, Successor.Key key, Cancellation cancellation) {
        return renewals.renew(entry, key, cancellation);
    }
}
