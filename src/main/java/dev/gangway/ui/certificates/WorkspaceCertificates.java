package dev.gangway.ui.certificates;

import dev.gangway.authorities.Successor;
import dev.gangway.background.Cancellation;
import dev.gangway.credentials.Renewals.Renewed;
import dev.gangway.inventory.CertificateEntry;
import dev.gangway.onboarding.Workspace;
import dev.gangway.server.ServerEntry;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** The use cases of an unlocked vault. */
public record WorkspaceCertificates(Workspace workspace) implements CertificateWork {
    @Override
    public List<CertificateEntry> all() {
        return workspace.inventory().all();
    }

    @Override
    public Map<UUID, String> servers() {
        return workspace.servers().all().stream().collect(Collectors.toMap(ServerEntry::id, ServerEntry::name));
    }

    @Override
    public List<Renewed> renew(
            List<CertificateEntry> entries, Successor.Key key, Consumer<Renewed> progress, Cancellation cancellation) {
        return workspace.renewals().renewAll(entries, key, progress, cancellation);
    }
}
