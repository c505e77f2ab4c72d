package dev.gangway.bench;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gangway.bench.Comparison.Difference;
import dev.gangway.bench.MqttOptions.Version;
import dev.gangway.bench.NegativeProof.Wrong;
import dev.gangway.pki.CertificateSpec.Purpose;
import dev.gangway.pki.Identity;
import dev.gangway.pki.bouncycastle.BouncyCastleMaker;
import dev.gangway.practice.PracticeClient;
import dev.gangway.practice.PracticeOptions;
import dev.gangway.practice.PracticeServer;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.Base64;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Several runs taken together: the comparison, and the proof that wrong things are refused. */
class BeyondOneRunIT {
    private static PracticeServer server;
    private static Plan plan;

    @BeforeAll
    static void start() throws Exception {
        server = PracticeServer.start(PracticeOptions.freePorts(new BouncyCastleMaker()))
                .orThrow();
        X509Certificate authority = (X509Certificate) CertificateFactory.getInstance("X.509")
                .generateCertificate(
                        new ByteArrayInputStream(server.authorityPem().getBytes(StandardCharsets.US_ASCII)));
        Identity device = TestChain.selfSigned("proof-device", Purpose.DEVICE_CLIENT);
        try (PracticeClient rest = PracticeClient.of(server)) {
            rest.deviceWithCertificate(
                    "proof-device",
                    "-----BEGIN CERTIFICATE-----\n"
                            + Base64.getEncoder().encodeToString(device.leaf().getEncoded())
                            + "\n-----END CERTIFICATE-----\n");
        }
        plan = Plan.connect(
                Endpoint.of(server.host(), server.mqttsPort(), true),
                TlsOptions.trusting(List.of(authority)).withIdentity(device),
                MqttOptions.of(Version.V5, "proof", Optional.empty(), Optional.empty()));
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void whatIsWrongIsRefused() {
        Map<Wrong, Boolean> lax = new EnumMap<>(Wrong.class);
        for (NegativeProof.Attempt attempt : NegativeProof.of(plan, new BouncyCastleMaker())) {
            lax.put(attempt.wrong(), NegativeProof.isTooLax(Runs.of(attempt.plan())));
        }
        assertThat(lax)
                .containsOnlyKeys(
                        Wrong.HOST, Wrong.SERVER_AUTHORITY, Wrong.CLIENT_AUTHORITY, Wrong.EXPIRED, Wrong.NO_CREDENTIAL);
        assertThat(lax.values()).containsOnly(false);
    }

    @Test
    void aComparisonMarksWhereTheRunsPart() {
        Run good = Runs.of(plan);
        Run bad = Runs.of(plan.withTls(plan.tls().withPresentation(TlsOptions.Presentation.NEVER)));
        List<Comparison.Row> rows = Comparison.of(good, bad);
        assertThat(difference(rows, "ServerHello")).isEqualTo(Difference.NONE);
        assertThat(difference(rows, "CONNACK")).isEqualTo(Difference.CHANGED);
        assertThat(rows)
                .anyMatch(row -> row.difference() == Difference.LEFT_ONLY
                        && row.left().orElseThrow().name().equals("CertificateVerify"));
        assertThat(rows.stream().filter(row -> row.left().isPresent())).hasSameSizeAs(good.events());
        assertThat(rows.stream().filter(row -> row.right().isPresent())).hasSameSizeAs(bad.events());
    }

    private static Difference difference(List<Comparison.Row> rows, String name) {
        return rows.stream()
                .filter(row ->
                        row.left().filter(event -> event.name().equals(name)).isPresent())
                .findFirst()
                .orElseThrow()
                .difference();
    }
}
