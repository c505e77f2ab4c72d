package dev.gangway.bench.tls;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gangway.bench.Runs;
import dev.gangway.bench.event.Event;
import dev.gangway.bench.event.TlsDetail;
import dev.gangway.bench.model.Endpoint;
import dev.gangway.bench.model.ExperimentBounds;
import dev.gangway.bench.model.MqttOptions;
import dev.gangway.bench.model.Plan;
import dev.gangway.bench.model.Run;
import dev.gangway.bench.model.TlsOptions;
import dev.gangway.bench.tls.decode.TlsNames;
import dev.gangway.faultlab.Forge;
import dev.gangway.faultlab.OpensslServer;
import dev.gangway.pki.Identity;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** For every suite, group and signature scheme of the default offer a server that takes this one alone: OpenSSL's. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DefaultOfferIT {
    private final Identity root = Forge.authority("CN=Root").make();
    private final Identity ec =
            Forge.server("CN=localhost", "localhost").by(root).make();
    private final Identity rsa = Forge.server("CN=localhost", "localhost")
            .by(root)
            .with(Forge.rsa(2048))
            .make();

    @TempDir
    Path folder;

    @BeforeAll
    void check() {
        Assumptions.assumeTrue(OpensslServer.isInstalled(), "openssl is not installed");
    }

    @TestFactory
    Stream<DynamicTest> suites() throws Exception {
        Map<String, String> openssl = opensslNames();
        return DefaultOffer.SUITES.stream()
                .filter(openssl::containsKey)
                .filter(suite -> !suite.contains("_DSS_")) // nobody issues certificates for DSA keys any more
                .map(suite -> DynamicTest.dynamicTest(suite, () -> {
                    boolean new13 = !suite.contains("_WITH_");
                    Identity identity = suite.contains("_ECDSA_") || new13 ? ec : rsa;
                    Run run = new13
                            ? run(identity, "-tls1_3", "-ciphersuites", openssl.get(suite))
                            : run(identity, "-tls1_2", "-cipher", openssl.get(suite) + ":@SECLEVEL=0");
                    assertThat(chosen(run).map(TlsDetail.ServerHello::cipherSuite))
                            .contains(suite);
                    assertStands(run);
                }));
    }

    @TestFactory
    Stream<DynamicTest> groups() {
        Map<String, String> names = Map.of(
                "x25519", "X25519", "x448", "X448", "secp256r1", "P-256", "secp384r1", "P-384", "secp521r1", "P-521");
        return DefaultOffer.GROUPS.stream()
                .map(group -> DynamicTest.dynamicTest(group, () -> {
                    boolean brainpool = group.startsWith("brainpool");
                    Run run = run(
                            ec,
                            brainpool ? "-tls1_2" : "-tls1_3", // RFC 8734 is unknown to OpenSSL 3.0
                            "-groups",
                            names.getOrDefault(group, group));
                    assertThat(Negotiated.of(run.events()).flatMap(Negotiated::group))
                            .contains(group);
                    assertStands(run);
                }));
    }

    @TestFactory
    Stream<DynamicTest> schemes() {
        Map<String, Identity> others = Map.of(
                "ecdsa_secp384r1_sha384", server("secp384r1"),
                "ecdsa_secp521r1_sha512", server("secp521r1"),
                "ed25519", server("Ed25519"),
                "ed448", server("Ed448"));
        return DefaultOffer.SCHEMES.stream()
                .filter(scheme -> !scheme.startsWith("rsa_pss_pss")) // needs a key of a kind of its own
                .map(scheme -> DynamicTest.dynamicTest(scheme, () -> {
                    Identity identity = others.getOrDefault(scheme, scheme.startsWith("rsa") ? rsa : ec);
                    boolean old = scheme.startsWith("rsa_pkcs1") || scheme.endsWith("sha1");
                    Run run = run(
                            identity,
                            old ? "-tls1_2" : "-tls1_3",
                            "-sigalgs",
                            openssl(scheme),
                            "-cipher",
                            "ALL:@SECLEVEL=0");
                    assertThat(Negotiated.of(run.events()).flatMap(Negotiated::scheme))
                            .contains(scheme);
                    assertStands(run);
                }));
    }

    private Identity server(String curve) {
        return Forge.server("CN=localhost", "localhost")
                .by(root)
                .with(curve.startsWith("Ed") ? Forge.keys(curve) : Forge.ec(curve))
                .make();
    }

    private static String openssl(String scheme) {
        return switch (scheme) {
            case "ecdsa_secp256r1_sha256" -> "ECDSA+SHA256";
            case "ecdsa_secp384r1_sha384" -> "ECDSA+SHA384";
            case "ecdsa_secp521r1_sha512" -> "ECDSA+SHA512";
            case "ecdsa_sha1" -> "ECDSA+SHA1";
            case "rsa_pkcs1_sha1" -> "RSA+SHA1";
            case "rsa_pkcs1_sha256" -> "RSA+SHA256";
            case "rsa_pkcs1_sha384" -> "RSA+SHA384";
            case "rsa_pkcs1_sha512" -> "RSA+SHA512";
            default -> scheme;
        };
    }

    private static void assertStands(Run run) {
        assertThat(run.events())
                .as(String.join("\n", run.events().stream().map(Event::summary).toList()))
                .anyMatch(event -> event.detail() instanceof TlsDetail.HandshakeComplete);
    }

    private static Optional<TlsDetail.ServerHello> chosen(Run run) {
        return Negotiated.of(run.events()).flatMap(Negotiated::chosen);
    }

    private Run run(Identity identity, String... args) {
        try (OpensslServer server = OpensslServer.start(folder, identity, args)) {
            return Runs.until(
                    Plan.connect(
                                    Endpoint.of("localhost", server.port(), true),
                                    TlsOptions.trusting(List.of(root.leaf())),
                                    MqttOptions.of(MqttOptions.Version.V5, "id", Optional.empty(), Optional.empty()))
                            .experimenting(ExperimentBounds.NONE)
                            .within(Duration.ofSeconds(10)),
                    "CONNECT",
                    1);
        }
    }

    /** What OpenSSL calls each suite that it can speak. */
    private static Map<String, String> opensslNames() throws IOException, InterruptedException {
        Process process = new ProcessBuilder("openssl", "ciphers", "-stdname", "-V", "ALL:COMPLEMENTOFALL:@SECLEVEL=0")
                .redirectErrorStream(true)
                .start();
        Map<String, String> names = new TreeMap<>();
        new String(process.getInputStream().readAllBytes(), StandardCharsets.US_ASCII)
                .lines()
                .map(line -> line.strip().split("\\s+"))
                .filter(parts -> parts.length > 4 && parts[0].startsWith("0x"))
                .forEach(parts -> {
                    String[] id = parts[0].split(",");
                    names.put(TlsNames.suite(Integer.decode(id[0]) << 8 | Integer.decode(id[1])), parts[4]);
                });
        process.waitFor();
        return names;
    }
}
