package dev.gangway.bench.tls;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gangway.bench.Runs;
import dev.gangway.bench.event.Field;
import dev.gangway.bench.event.TlsDetail;
import dev.gangway.bench.event.TlsDetail.Staple;
import dev.gangway.bench.model.Check;
import dev.gangway.bench.model.Endpoint;
import dev.gangway.bench.model.MqttOptions;
import dev.gangway.bench.model.Plan;
import dev.gangway.bench.model.Run;
import dev.gangway.bench.model.TlsOptions;
import dev.gangway.faultlab.Forge;
import dev.gangway.faultlab.OpensslOcsp;
import dev.gangway.faultlab.OpensslServer;
import dev.gangway.pki.Identity;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** OCSP responses that {@code openssl ocsp} signs and {@code openssl s_server} staples. */
class StaplingIT {
    private static final Identity ROOT = Forge.authority("CN=Staple Root").make();
    private static final Identity LINE =
            Forge.authority("CN=Staple Line").by(ROOT).make();
    private static final Identity SERVER =
            Forge.server("CN=localhost", "localhost").by(LINE).make();

    @TempDir
    private Path folder;

    @BeforeAll
    static void check() {
        Assumptions.assumeTrue(OpensslServer.isInstalled(), "openssl is not installed");
    }

    @ParameterizedTest
    @EnumSource(TlsOptions.Version.class)
    void good(TlsOptions.Version version) {
        judged(version, Clock.systemUTC(), LINE, ocsp -> ocsp.good(SERVER.leaf()), Staple.GOOD, "staple-good");
    }

    @ParameterizedTest
    @EnumSource(TlsOptions.Version.class)
    void revokedIsRefused(TlsOptions.Version version) {
        Run run = judged(
                version,
                Clock.systemUTC(),
                LINE,
                ocsp -> ocsp.revoked(SERVER.leaf()),
                Staple.REVOKED,
                "staple-revoked");
        assertThat(Runs.code(run)).isEqualTo("tls.server-revoked");
        assertThat(Runs.detail(run, TlsDetail.Alert.class).orElseThrow().name()).isEqualTo("certificate_revoked");
        assertThat(run.events().stream()
                        .flatMap(event -> event.fields().stream())
                        .flatMap(StaplingIT::flat)
                        .map(Field::value))
                .contains("revoked at 2026-01-02T03:04:05Z, key compromise");
    }

    @ParameterizedTest
    @EnumSource(TlsOptions.Version.class)
    void expired(TlsOptions.Version version) {
        Clock later = Clock.offset(Clock.systemUTC(), Duration.ofDays(3));
        judged(version, later, LINE, ocsp -> ocsp.good(SERVER.leaf()), Staple.OUTDATED, "staple-outdated");
    }

    @ParameterizedTest
    @EnumSource(TlsOptions.Version.class)
    void ofSomebodyWhoMayNotSayIt(TlsOptions.Version version) {
        Identity colleague = Forge.server("CN=colleague", "colleague").by(LINE).make();
        judged(
                version,
                Clock.systemUTC(),
                colleague,
                ocsp -> ocsp.revoked(SERVER.leaf()),
                Staple.WRONG_SIGNER,
                "staple-wrong-signer");
    }

    @Test
    void ofOneWhomTheIssuerChargedWithIt() {
        Identity responder = Forge.client("CN=responder")
                .by(LINE)
                .purpose(KeyPurposeId.id_kp_OCSPSigning)
                .make();
        Function<OpensslOcsp, String> revoked = ocsp -> ocsp.revoked(SERVER.leaf());
        TlsOptions.Version version = TlsOptions.Version.TLS_1_3;
        judged(version, Clock.systemUTC(), responder, revoked, Staple.REVOKED, "staple-revoked");
    }

    @Test
    void aboutNobodyTheResponderKnows() {
        TlsOptions.Version version = TlsOptions.Version.TLS_1_3;
        judged(version, Clock.systemUTC(), LINE, ocsp -> ocsp.unknown(SERVER.leaf()), Staple.UNKNOWN, "staple-unknown");
    }

    @Test
    void aboutAnotherCertificate() {
        X509Certificate other =
                Forge.server("CN=other", "other").by(LINE).make().leaf();
        TlsOptions.Version version = TlsOptions.Version.TLS_1_2;
        judged(
                version,
                Clock.systemUTC(),
                LINE,
                ocsp -> ocsp.good(other),
                Staple.OTHER_CERTIFICATE,
                "staple-other-certificate");
    }

    private static Stream<Field> flat(Field field) {
        return Stream.concat(Stream.of(field), field.children().stream().flatMap(StaplingIT::flat));
    }

    private Run judged(
            TlsOptions.Version version,
            Clock clock,
            Identity responder,
            Function<OpensslOcsp, String> response,
            Staple expected,
            String check) {
        String file = response.apply(new OpensslOcsp(folder, LINE, responder));
        try (OpensslServer openssl = OpensslServer.start(folder, SERVER, "-status_file", file)) {
            Plan plan = Plan.connect(
                            Endpoint.of("localhost", openssl.port(), true),
                            TlsOptions.trusting(List.of(ROOT.leaf())).withVersions(List.of(version)),
                            MqttOptions.of(MqttOptions.Version.V5, "staple", Optional.empty(), Optional.empty()))
                    .judgedBy(clock);
            // behind TLS nobody speaks MQTT
            Run run = Runs.until(plan, "CONNECT", 1);
            assertThat(Runs.detail(run, TlsDetail.StapleJudged.class))
                    .as(Runs.show(run))
                    .contains(new TlsDetail.StapleJudged(expected));
            assertThat(run.checks()).extracting(Check::key).contains("bench." + check);
            return run;
        }
    }
}
