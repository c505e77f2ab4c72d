package dev.gangway.onboarding;

import dev.gangway.background.Cancellation;
import dev.gangway.bench.ServerFacts;
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
    public Optional<ServerFacts> lookUp() {
        // Each call has a deadline of its own, so nothing is left to cancel.
        Cancellation never = new Cancellation();
        return adapter.find(device.name(), never)
                .toOptional()
                .flatMap(found ->
                        found.map(remote -> Optional.of(facts(remote, never))).orElseGet(this::absent));
    }

    private ServerFacts facts(RemoteDevice remote, Cancellation never) {
        Optional<RemoteCredential> stored =
                adapter.credential(remote.id(), never).toOptional();
        Optional<RemoteDetails> details = adapter.details(remote.id(), never).toOptional();
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
