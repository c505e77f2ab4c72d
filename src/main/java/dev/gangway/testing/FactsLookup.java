package dev.gangway.testing;

import dev.gangway.background.Cancellation;
import dev.gangway.bench.model.ServerFacts;
import dev.gangway.device.Credential;
import dev.gangway.device.Device;
import dev.gangway.server.ServerAdapter;
import dev.gangway.server.ServerAdapter.RemoteCredential;
import dev.gangway.server.ServerAdapter.RemoteDetails;
import dev.gangway.server.ServerAdapter.RemoteDevice;
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
                        .orElseGet(this::absent));
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

    /** A chain makes its device by connecting, so that the device is missing explains nothing. */
    private Optional<ServerFacts> absent() {
        boolean registersItself = device.credential() instanceof Credential.X509Chain
                && device.server().remoteId().isEmpty();
        return registersItself ? Optional.empty() : Optional.of(nothing());
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
