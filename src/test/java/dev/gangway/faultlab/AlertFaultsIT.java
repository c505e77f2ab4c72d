package dev.gangway.faultlab;

import dev.gangway.bench.model.Plan;
import dev.gangway.pki.Identity;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.bouncycastle.tls.AlertDescription;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;

/** Alerts that the servers on this machine do not send for a certificate that is in order. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AlertFaultsIT {
    private final Lab lab = new Lab("Alerts");
    private final List<HostileServer> servers = new ArrayList<>();
    private final Identity root = Forge.authority("CN=Root of alerts").make();
    private final Identity server =
            Forge.server("CN=localhost", "localhost").by(root).make();
    private final Identity device = Forge.client("CN=pump").by(root).make();

    @AfterAll
    void finish() {
        servers.forEach(HostileServer::close);
        lab.finish();
    }

    @TestFactory
    Stream<DynamicTest> ofServers() {
        Identity expired = Forge.client("CN=pump").by(root).expired().make();
        Identity line = Forge.authority("CN=Line of alerts").by(root).make();
        Identity chained = Forge.client("CN=pump").by(line).make();
        Identity reversed = new Identity(List.copyOf(chained.chain().reversed()), chained.key());
        Identity forServers = Forge.server("CN=pump", "pump").by(root).make();
        return Stream.of(
                fault("bad_certificate", AlertDescription.bad_certificate, "cert.unsupported", "cert.bad"),
                nearMiss(
                        "bad_certificate for an expired one",
                        AlertDescription.bad_certificate,
                        expired,
                        "cert.bad cert.called-expired",
                        "cert.expired"),
                fault(
                        "unsupported_certificate",
                        AlertDescription.unsupported_certificate,
                        "cert.bad",
                        "cert.unsupported"),
                nearMiss(
                        "unsupported_certificate for one made for servers",
                        AlertDescription.unsupported_certificate,
                        forServers,
                        "cert.unsupported",
                        "cert.wrong-usage"),
                fault("certificate_revoked", AlertDescription.certificate_revoked, "cert.expired", "cert.revoked"),
                fault(
                        "certificate_expired, though it is not",
                        AlertDescription.certificate_expired,
                        "cert.revoked cert.expired",
                        "cert.called-expired"),
                fault("access_denied", AlertDescription.access_denied, "cert.refused", "cert.access-denied"),
                nearMiss(
                        "certificate_unknown in place of access_denied",
                        AlertDescription.certificate_unknown,
                        device,
                        "cert.access-denied",
                        "cert.refused"),
                fault("certificate_unknown", AlertDescription.certificate_unknown, "cert.bad", "cert.refused"),
                nearMiss(
                        "certificate_unknown for a chain in the wrong order",
                        AlertDescription.certificate_unknown,
                        reversed,
                        "cert.refused",
                        "cert.wrong-order"),
                fault("internal_error", AlertDescription.internal_error, "tls.alert", "cert.refused"),
                lab.fault(
                        "hung up on a sound certificate", "cert.refused-silently", () -> to(Optional.empty(), device)),
                lab.nearMiss(
                        "hung up on an expired certificate",
                        "cert.refused-silently",
                        "cert.expired",
                        () -> to(Optional.empty(), expired)));
    }

    private DynamicTest fault(String name, short alert, String near, String code) {
        return lab.fault(name, near, code, () -> to(Optional.of(alert), device));
    }

    private DynamicTest nearMiss(String name, short alert, Identity shown, String near, String code) {
        return lab.nearMiss(name, near, code, () -> to(Optional.of(alert), shown));
    }

    private Plan to(Optional<Short> alert, Identity shown) {
        HostileServer started = HostileServer.start(AlertingServer.refusing(server, alert));
        servers.add(started);
        return Lab.tls(started.port(), root.leaf(), shown);
    }
}
