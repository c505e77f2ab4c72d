package dev.gangway.testing;

import dev.gangway.background.Cancellation;
import dev.gangway.bench.model.ServerFacts;
import dev.gangway.device.Credential;
import dev.gangway.device.Device;
import dev.gangway.pki.Fingerprints;
import dev.gangway.server.ChainProfile;
import dev.gangway.server.ServerAdapter;
import dev.gangway.server.ServerAdapter.RemoteCredential;
import dev.gangway.server.ServerAdapter.RemoteDetails;
import dev.gangway.server.ServerAdapter.RemoteDevice;
import java.util.List;
import java.util.Optional;

/** Asks the server what it knows of a device that was refused. */
final class FactsLookup implements ServerFacts.Lookup {
    private static final String X509 = "X509_CERTIFICATE";

    private final ServerAdapter adapter;
    private final Device device;

    FactsLookup(ServerAdapter adapter, Device device) {
        this.adapter = adapter;
        this.device = device;
    }

    @Override
    public Optional<ServerFacts> lookUp(Cancellation cancellation) {
        return adapter.find(device.name(), cancellation)
                .toOptional()
                .flatMap(found -> found.map(remote -> Optional.of(facts(remote, cancellation)))
                        .orElseGet(() -> absent(cancellation)));
    }

    private ServerFacts facts(RemoteDevice remote, Cancellation cancellation) {
        Optional<RemoteCredential> stored =
                adapter.credential(remote.id(), cancellation).toOptional();
        Optional<RemoteDetails> details =
                adapter.details(remote.id(), cancellation).toOptional();
        return new ServerFacts(
                true,
                stored.map(RemoteCredential::type),
                stored.map(credential -> adapter.isSame(credential, device.credential())),
                stored.filter(credential -> credential.type().equals(X509))
                        .map(credential -> credential.credentialsId().reveal()),
                details.map(RemoteDetails::profile),
                details.map(RemoteDetails::transport),
                details.map(RemoteDetails::provisioning),
                details.flatMap(RemoteDetails::nameExpression),
                details.flatMap(RemoteDetails::active));
    }

    /**
     * A chain makes its device by connecting, so that the device is missing explains nothing: what does is the profile
     * of the authority nearest to the leaf.
     */
    private Optional<ServerFacts> absent(Cancellation cancellation) {
        if (!(device.credential() instanceof Credential.X509Chain chain)
                || device.server().remoteId().isPresent()) {
            return Optional.of(nothing());
        }
        List<ChainProfile> profiles =
                adapter.chainProfiles(cancellation).toOptional().orElse(List.of());
        return chain.chain().stream()
                .map(Fingerprints::credentialsId)
                .flatMap(id -> profiles.stream()
                        .filter(profile -> profile.authorityId().equals(id)))
                .findFirst()
                .map(profile -> new ServerFacts(
                        false,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of(profile.name()),
                        Optional.empty(),
                        Optional.of("X509_CERTIFICATE_CHAIN"),
                        Optional.of(profile.nameExpression()),
                        Optional.empty()));
    }

    private static ServerFacts nothing() {
        return new ServerFacts(
                false,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }
}
