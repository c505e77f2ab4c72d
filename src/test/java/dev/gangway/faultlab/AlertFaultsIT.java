package dev.gangway.faultlab;

import dev.gangway.bench.Plan;
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
        return Stream.of(
                fault("bad_certificate", AlertDescription.bad_certificate, "cert.bad"),
                fault("unsupported_certificate", AlertDescription.unsupported_certificate, "cert.unsupported"),
                fault("certificate_revoked", AlertDescription.certificate_revoked, "cert.revoked"),
                fault("certificate_expired, though it is not", AlertDescription.certificate_expired, "cert.expired"),
                fault("access_denied", AlertDescription.access_denied, "cert.access-denied"),
                fault("certificate_unknown", AlertDescription.certificate_unknown, "cert.refused"),
                fault("internal_error", AlertDescription.internal_error, "cert.refused"),
                lab.fault(
                        "hung up on a sound certificate", "cert.refused-silently", () -> to(Optional.empty(), device)),
                lab.nearMiss(
                        "bad_certificate for an expired certificate",
                        "cert.expired",
                        () -> to(
                                Optional.of(AlertDescription.bad_certificate),
                                Forge.client("CN=pump").by(root).expired().make())));
    }

    private DynamicTest fault(String name, short alert, String code) {
        return lab.fault(name, code, () -> to(Optional.of(alert), device));
    }

    private Plan signedWithMd5() {
        Identity old = Forge.authority("CN=Old RSA root").with(Forge.rsa(2048)).make();
        Identity weak = Forge.server("CN=localhost", "localhost")
                .by(old)
                .signedWith("MD5withRSA")
                .make();
        HostileServer started = HostileServer.start(AlertingServer.refusing(weak, Optional.empty()));
        servers.add(started);
        return Lab.tls(started.port(), old.leaf(), device);
    }

    private Plan to(Optional<Short> alert, Identity shown) {
        HostileServer started = HostileServer.start(AlertingServer.refusing(server, alert));
        servers.add(started);
        return Lab.tls(started.port(), root.leaf(), shown);
    }
}
