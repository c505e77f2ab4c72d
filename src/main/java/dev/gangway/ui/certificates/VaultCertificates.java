package dev.gangway.ui.certificates;

import dev.gangway.authorities.Successor;
import dev.gangway.background.Cancellation;
import dev.gangway.credentials.Renewals;
import dev.gangway.credentials.Renewals.Renewed;
import dev.gangway.inventory.CertificateEntry;
import dev.gangway.inventory.Inventory;
import dev.gangway.inventory.Servers;
import dev.gangway.server.ServerEntry;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
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
    public List<Renewed> renew(
            List<CertificateEntry> entries, Successor.Key key, Consumer<Renewed> progress, Cancellation cancellation) {
        return renewals.renewAll(entries, key, progress, cancellation);
    }
}
