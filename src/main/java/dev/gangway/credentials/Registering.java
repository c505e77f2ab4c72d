package dev.gangway.credentials;

import dev.gangway.background.Cancellation;
import dev.gangway.device.Registration;
import dev.gangway.diagnosis.Outcome;
import dev.gangway.server.AttributeScope;
import dev.gangway.server.ServerAdapter;

/** Puts on a server what it shall keep of a device beside its credential. Doing it twice changes nothing. */
final class Registering {
    private final Registration wanted;
    private final ServerAdapter adapter;

    Registering(Registration wanted, ServerAdapter adapter) {
        this.wanted = wanted;
        this.adapter = adapter;
    }

    /** Whether the device is to be made as a gateway. */
    boolean asGateway() {
        return wanted.gateway();
    }

    /** Fails where it could never be done; asked before anything is made. */
    Outcome<Outcome.Done> possible(Cancellation cancellation) {
        return wanted.customer().isEmpty()
                ? Outcome.done()
                : adapter.customer(wanted.customer().get(), cancellation).map(there -> Outcome.Done.DONE);
    }

    /** Does it on the device with this id of the server's, each part read back. */
    Outcome<Outcome.Done> run(String deviceId, Cancellation cancellation) {
        return attributes(deviceId, AttributeScope.SERVER, cancellation)
                .then(done -> attributes(deviceId, AttributeScope.SHARED, cancellation))
                .then(done -> wanted.gateway() ? adapter.setGateway(deviceId, true, cancellation) : Outcome.done())
                .then(done -> wanted.customer()
                        .map(customer -> adapter.assign(deviceId, customer, cancellation))
                        .orElseGet(Outcome::done));
    }

    private Outcome<Outcome.Done> attributes(String deviceId, AttributeScope scope, Cancellation cancellation) {
        var values = scope == AttributeScope.SERVER ? wanted.server() : wanted.shared();
        return values.isEmpty() ? Outcome.done() : adapter.setAttributes(deviceId, scope, values, cancellation);
    }
}
