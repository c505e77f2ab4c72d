package dev.gangway.faultlab;

import dev.gangway.bench.model.Plan;
import dev.gangway.bench.model.Run;
import dev.gangway.bench.model.ServerSeen;
import dev.gangway.pki.bouncycastle.BouncyCastleMaker;
import dev.gangway.practice.PracticeClient;
import dev.gangway.practice.PracticeOptions;
import dev.gangway.practice.PracticeServer;
import dev.gangway.practice.tls.TlsProfile.ServerCertificate;
import java.security.cert.X509Certificate;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;

/** The practice server passes a test, and is started again at the same ports with another authority. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ChangedServerFaultsIT {
    private static final String TOKEN = "CHANGED_LAB_TOKEN";

    private final Lab lab = new Lab("A server that has changed");
    private PracticeServer server;
    private X509Certificate oldAuthority;
    private Optional<ServerSeen> before = Optional.empty();

    @BeforeAll
    void start() {
        server = PracticeServer.start(PracticeOptions.freePorts(new BouncyCastleMaker()))
                .orThrow();
        oldAuthority = authority();
        Run passed = Lab.run(plan(oldAuthority));
        before = ServerSeen.in(passed);
        int rest = server.restUrl().getPort();
        int mqtt = server.mqttPort();
        int mqtts = server.mqttsPort();
        server.close();
        server = PracticeServer.start(new PracticeOptions(new BouncyCastleMaker(), rest, mqtt, mqtts))
                .orThrow();
    }

    @AfterAll
    void finish() {
        server.close();
        lab.finish();
    }

    @TestFactory
    Stream<DynamicTest> since() {
        return Stream.of(
                lab.fault(
                        "another authority than at the last pass",
                        "tls.server-untrusted tls.server-root-renewed",
                        "tls.server-changed",
                        () -> knowing(oldAuthority)),
                lab.nearMiss(
                        "the same, and nothing passed before",
                        "tls.server-changed",
                        "tls.server-root-renewed",
                        () -> plan(oldAuthority)),
                lab.nearMiss(
                        "the same, and the new authority is trusted, which leaves a warning",
                        "tls.server-changed",
                        Lab.PASS,
                        () -> knowing(authority())),
                lab.nearMiss(
                        "another authority, and an expired certificate",
                        "tls.server-changed",
                        "tls.server-expired",
                        () -> {
                            Plan plan = knowing(authority());
                            server.faults().serverCertificate(ServerCertificate.EXPIRED);
                            return plan;
                        }));
    }

    private Plan knowing(X509Certificate authority) {
        return plan(authority).knowing(before);
    }

    private Plan plan(X509Certificate authority) {
        server.faults().reset();
        try (PracticeClient client = PracticeClient.of(server)) {
            client.post("/api/device?accessToken=" + TOKEN, "{\"name\":\"changed-lab\"}");
        }
        return Lab.tls(server.mqttsPort(), authority, TOKEN);
    }

    private X509Certificate authority() {
        return Pems.certificate(server.authorityPem());
    }
}
