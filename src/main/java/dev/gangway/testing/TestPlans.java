package dev.gangway.testing;

import dev.gangway.bench.model.Endpoint;
import dev.gangway.bench.model.Plan;
import dev.gangway.bench.model.TlsOptions;
import dev.gangway.credentials.Identities;
import dev.gangway.credentials.Logins;
import dev.gangway.device.Credential;
import dev.gangway.device.Device;
import dev.gangway.diagnosis.Action;
import dev.gangway.diagnosis.Diagnosis;
import dev.gangway.diagnosis.Outcome;
import dev.gangway.inventory.OnboardingCode;
import dev.gangway.inventory.Servers;
import dev.gangway.server.ServerAdapter;
import dev.gangway.server.ServerEntry;
import dev.gangway.server.ServerEntry.HostPort;
import dev.gangway.server.TrustAnchors;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/** Derives from device, server and choices what a test does. */
final class TestPlans {
    private final Servers servers;
    private final Identities identities;
    private final Clock clock;

    TestPlans(Servers servers, Identities identities, Clock clock) {
        this.servers = servers;
        this.identities = identities;
        this.clock = clock;
    }

    Outcome<Plan> of(Device device, TestChoices choices) {
        if (device.server().server().isEmpty()) {
            return Diagnosis.of(OnboardingCode.DEVICE_HAS_NO_SERVER)
                    .with("name", device.name())
                    .remedy("choose-server")
                    .failed();
        }
        return servers.known(device.server().server().get()).then(entry -> of(device, entry, choices));
    }

    private Outcome<Plan> of(Device device, ServerEntry entry, TestChoices choices) {
        if (device.credential() instanceof Credential.None) {
            return Diagnosis.of(OnboardingCode.NO_CREDENTIAL)
                    .with("name", device.name())
                    .remedy("make-credential")
                    .failed();
        }
        return endpoint(device.credential(), entry, choices.way())
                .then(endpoint -> tls(device.credential(), entry, choices).map(tls -> {
                    Plan clocked = Plan.connect(
                                    endpoint, tls, Logins.of(device, choices.mqtt(), choices.tokenInPassword()))
                            .judgedBy(clock);
                    return withServer(clocked, device, entry, choices);
                }));
    }

    private Plan withServer(Plan plan, Device device, ServerEntry entry, TestChoices choices) {
        long value = clock.millis();
        Plan publishing = choices.telemetry() == TestChoices.Telemetry.NONE
                ? plan
                : plan.publishing(TelemetryReadBack.publication(
                        servers.kind(entry).devices().telemetryTopic(device.name()), value));
        Optional<ServerAdapter> adapter = servers.session(entry).toOptional();
        // Behind a token stands no device that the server could be asked for.
        if (adapter.isEmpty() || !servers.holdsCredential(device, entry)) {
            return publishing;
        }
        Plan asking = publishing.lookingUp(new FactsLookup(adapter.get(), device));
        return choices.telemetry() == TestChoices.Telemetry.READ_BACK
                ? asking.readingBack(new TelemetryReadBack(
                        adapter.get(), device.name(), device.server().remoteId(), value))
                : asking;
    }

    private Outcome<Endpoint> endpoint(Credential credential, ServerEntry entry, TestChoices.Way way) {
        if (way.isDeviceApi()) {
            return DeviceApiEndpoints.of(
                    credential, entry, way, servers.kind(entry).devices().deviceApi());
        }
        boolean needsTls = credential instanceof Credential.X509Leaf || credential instanceof Credential.X509Chain;
        if (needsTls && way == TestChoices.Way.PLAIN) {
            return Diagnosis.of(OnboardingCode.CERTIFICATE_NEEDS_TLS)
                    .remedy(Action.TURN_TLS_ON, "turn-tls-on")
                    .failed();
        }
        boolean tls = needsTls
                || way == TestChoices.Way.TLS
                || (way == TestChoices.Way.BEST && entry.mqtts().isPresent());
        Optional<HostPort> listener = tls ? entry.mqtts() : entry.mqtt();
        return listener.map(at -> Outcome.ok(Endpoint.of(at.host(), at.port(), tls)))
                .orElseGet(() -> Diagnosis.of(OnboardingCode.NO_LISTENER)
                        .with("server", entry.name())
                        .with("scheme", tls ? "mqtts" : "mqtt")
                        .remedy("edit-server")
                        .failed());
    }

    private Outcome<TlsOptions> tls(Credential credential, ServerEntry entry, TestChoices choices) {
        return TrustAnchors.of(entry)
                .then(anchors -> identities.of(credential).map(identity -> {
                    TlsOptions options = options(anchors, choices);
                    return identity.map(options::withIdentity).orElse(options);
                }));
    }

    private static TlsOptions options(List<X509Certificate> anchors, TestChoices choices) {
        return TlsOptions.trusting(anchors).withVersions(choices.tls()).withPresentation(choices.presentation());
    }
}
