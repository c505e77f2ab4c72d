package dev.gangway.bench;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gangway.bench.engine.NegativeProof;
import dev.gangway.bench.engine.NegativeProof.Result;
import dev.gangway.bench.engine.NegativeProof.Wrong;
import dev.gangway.bench.model.Comparison;
import dev.gangway.bench.model.Comparison.Difference;
import dev.gangway.bench.model.Endpoint;
import dev.gangway.bench.model.FieldDifferences;
import dev.gangway.bench.model.MqttOptions;
import dev.gangway.bench.model.MqttOptions.Version;
import dev.gangway.bench.model.Plan;
import dev.gangway.bench.model.Run;
import dev.gangway.bench.model.TlsOptions;
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
        Map<Wrong, Result> results = new EnumMap<>(Wrong.class);
        List<X509Certificate> other =
                TestChain.selfSigned("other-device", Purpose.DEVICE_CLIENT).chain();
        for (NegativeProof.Attempt attempt : NegativeProof.of(plan, other, new BouncyCastleMaker())) {
            results.put(attempt.wrong(), NegativeProof.result(Runs.of(attempt.plan())));
        }
        assertThat(results)
                .containsOnlyKeys(
                        Wrong.HOST,
                        Wrong.SERVER_AUTHORITY,
                        Wrong.CLIENT_AUTHORITY,
                        Wrong.EXPIRED,
                        Wrong.OTHER_DEVICE,
                        Wrong.NO_CREDENTIAL);
        assertThat(results.values()).containsOnly(Result.REFUSED);
    }

    @Test
    void aServerThatTakesItIsTooLaxAndOneThatIsNotThereProvesNothing() {
        assertThat(NegativeProof.result(Runs.of(plan))).isEqualTo(Result.ACCEPTED);
        Endpoint nowhere = Endpoint.of(server.host(), 1, true);
        assertThat(NegativeProof.result(Runs.of(plan.at(nowhere)))).isEqualTo(Result.UNDECIDED);
    }

    @Test
    void aComparisonMarksWhereTheRunsPart() {
        Run good = Runs.of(plan);
        Run bad = Runs.of(plan.withTls(plan.tls().withPresentation(TlsOptions.Presentation.NEVER)));
        List<Comparison.Row> rows = Comparison.of(good.events(), bad.events());
        assertThat(difference(rows, "ServerHello")).isEqualTo(Difference.NONE);
        assertThat(difference(rows, "CONNACK")).isEqualTo(Difference.CHANGED);
        assertThat(rows)
                .anyMatch(row -> row.difference() == Difference.LEFT_ONLY
                        && row.left().orElseThrow().name().equals("CertificateVerify"));
        assertThat(rows.stream().filter(row -> row.left().isPresent())).hasSameSizeAs(good.events());
        assertThat(rows.stream().filter(row -> row.right().isPresent())).hasSameSizeAs(bad.events());
    }

    @Test
    void twoRunsOfTheSamePlanDoNotDiffer() {
        List<Comparison.Row> rows =
                Comparison.of(Runs.of(plan).events(), Runs.of(plan).events());
        assertThat(rows)
                .as(rows.stream()
                        .filter(row -> row.left().isPresent() && row.right().isPresent())
                        .flatMap(row -> FieldDifferences.of(
                                row.left().get(), row.right().get())
                                .stream())
                        .filter(field -> !field.isFresh())
                        .toList()
                        .toString())
                .extracting(Comparison.Row::difference)
                .containsOnly(Difference.NONE);
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
