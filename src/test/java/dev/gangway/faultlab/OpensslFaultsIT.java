package dev.gangway.faultlab;

import dev.gangway.bench.model.Plan;
import dev.gangway.bench.model.TlsOptions;
import dev.gangway.bench.model.TlsOptions.Presentation;
import dev.gangway.bench.model.TlsOptions.Version;
import dev.gangway.pki.Identity;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.PSSParameterSpec;
import java.security.spec.RSAKeyGenParameterSpec;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** TLS as OpenSSL judges it. Behind the handshake nobody speaks MQTT, so a good one ends with a missing CONNACK. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OpensslFaultsIT {
    private static final String HANDSHAKE_WORKS = "mqtt.no-connack";

    private final Lab lab = new Lab("OpenSSL");
    private final Devices devices = new Devices();
    private final Identity rsaRoot =
            Forge.authority("CN=RSA root").with(Forge.rsa(2048)).make();
    private final List<OpensslServer> servers = new ArrayList<>();

    @TempDir
    Path folder;

    @BeforeAll
    void check() {
        Assumptions.assumeTrue(Program.exists("openssl", "version"), "openssl is not installed");
    }

    @AfterAll
    void finish() {
        servers.forEach(OpensslServer::close);
        lab.finish();
    }

    @TestFactory
    Stream<DynamicTest> clientCertificates() {
        int port = strict().port();
        return Stream.of(
                        Stream.of(
                                lab.nearMiss(
                                        "full chain",
                                        "cert.required cert.intermediate-missing cert.issuer-unknown cert.key-mismatch"
                                                + " cert.wrong-order cert.issuer-not-an-authority",
                                        HANDSHAKE_WORKS,
                                        () -> briefly(with(port, devices.good))),
                                lab.nearMiss(
                                        "as a stock Java client, whose issuer the server names",
                                        "cert.withheld",
                                        HANDSHAKE_WORKS,
                                        () -> briefly(stockJava(with(port, devices.direct)))),
                                lab.nearMiss(
                                        "made for servers and clients",
                                        "cert.wrong-usage",
                                        HANDSHAKE_WORKS,
                                        () -> briefly(with(port, devices.forBoth))),
                                lab.nearMiss(
                                        "RSA 2048",
                                        "cert.weak",
                                        HANDSHAKE_WORKS,
                                        () -> briefly(with(port, devices.strong))),
                                lab.nearMiss(
                                        "ends in an hour, began an hour ago",
                                        "cert.expired cert.not-yet-valid",
                                        HANDSHAKE_WORKS,
                                        () -> briefly(with(port, devices.brief))),
                                lab.nearMiss(
                                        "self-signed, and known to the server",
                                        "cert.self-signed-refused",
                                        HANDSHAKE_WORKS,
                                        () -> briefly(with(knowing(devices.selfSigned), devices.selfSigned))),
                                lab.nearMiss(
                                        "issued by the root itself, and sent alone",
                                        "cert.intermediate-missing",
                                        HANDSHAKE_WORKS,
                                        () -> briefly(with(port, devices.direct)))),
                        both("no certificate", "cert.required", () -> none(port)),
                        both("self-signed", "cert.self-signed-refused", () -> with(port, devices.selfSigned)),
                        both(
                                "intermediate not sent",
                                "cert.intermediate-missing",
                                () -> with(port, devices.good.leafOnly())),
                        both(
                                "authority that the server does not know",
                                "cert.issuer-unknown",
                                () -> with(port, devices.strange)),
                        both("expired", "cert.expired", () -> with(port, devices.expired)),
                        both("not yet valid", "cert.not-yet-valid", () -> with(port, devices.early)),
                        both("made for servers", "cert.wrong-usage", () -> with(port, devices.forServers)),
                        both("key of another pair", "cert.key-mismatch", () -> with(port, devices.wrongKey)),
                        both("wrong order", "cert.wrong-order", () -> with(port, devices.reversed)),
                        both("RSA 1024", "cert.weak", () -> with(port, devices.weak)),
                        both(
                                "intermediate of version 1",
                                "cert.issuer-not-an-authority",
                                () -> with(port, devices.ofVersionOne)),
                        both(
                                "named like the authority that issued it",
                                "cert.subject-of-authority",
                                () -> with(port, devices.namesake)),
                        Stream.of(lab.nearMiss(
                                "named like the authority that issued it but for one more word",
                                "cert.subject-of-authority",
                                HANDSHAKE_WORKS,
                                () -> briefly(with(port, devices.nearlyNamesake)))))
                .flatMap(one -> one);
    }

    @TestFactory
    Stream<DynamicTest> revocation() {
        String list = OpensslServer.write(folder, "crl.pem", Forge.revoking(devices.root, devices.direct.leaf()));
        int port =
                start(devices.server(), verifying("-crl_check", "-CRL", list)).port();
        Identity kept = Forge.client("CN=kept").by(devices.root).make();
        return Stream.of(
                lab.fault("revoked", "cert.revoked", () -> with(port, devices.direct)),
                lab.nearMiss("not revoked", "cert.revoked", HANDSHAKE_WORKS, () -> briefly(with(port, kept))));
    }

    @TestFactory
    Stream<DynamicTest> signatures() {
        int rsaOnly = start(devices.server(), verifying("-client_sigalgs", "RSA-PSS+SHA256"))
                .port();
        int any = start(devices.server(), verifying("-client_sigalgs", "RSA-PSS+SHA256:ECDSA+SHA256"))
                .port();
        return Stream.of(
                lab.fault(
                        "signatures that an EC key cannot make",
                        "cert.no-common-signature",
                        () -> with(rsaOnly, devices.good)),
                lab.nearMiss(
                        "signatures of which an EC key can make one",
                        "cert.no-common-signature",
                        HANDSHAKE_WORKS,
                        () -> briefly(with(any, devices.good))));
    }

    @TestFactory
    Stream<DynamicTest> keysBoundToPss() throws GeneralSecurityException {
        int sha384 = start(devices.server(), verifying("-client_sigalgs", "rsa_pss_pss_sha384"))
                .port();
        Identity fits = boundToPss("SHA-384", MGF1ParameterSpec.SHA384, 48);
        Identity another = boundToPss("SHA-256", MGF1ParameterSpec.SHA256, 32);
        return Stream.of(
                lab.fault(
                        "a key that is bound to PSS with another hash",
                        "cert.no-common-signature",
                        () -> with(sha384, another)),
                lab.nearMiss(
                        "a key that is bound to PSS with the hash that the server takes",
                        "cert.no-common-signature",
                        HANDSHAKE_WORKS,
                        () -> briefly(with(sha384, fits))));
    }

    private Identity boundToPss(String hash, MGF1ParameterSpec mask, int salt) throws GeneralSecurityException {
        KeyPairGenerator keys = KeyPairGenerator.getInstance("RSASSA-PSS");
        keys.initialize(new RSAKeyGenParameterSpec(
                2048, RSAKeyGenParameterSpec.F4, new PSSParameterSpec(hash, "MGF1", mask, salt, 1)));
        return Forge.client("CN=pump-0417")
                .with(keys.generateKeyPair())
                .by(devices.root)
                .make();
    }

    @TestFactory
    Stream<DynamicTest> negotiation() {
        int only13 = start(devices.server(), "-tls1_3").port();
        int only12 = start(devices.server(), "-tls1_2").port();
        int rsaSuites = start(devices.server(), "-tls1_2", "-cipher", "ECDHE-RSA-AES128-GCM-SHA256")
                .port();
        int alpn = start(devices.server(), "-alpn", "other").port();
        int names = start(devices.server(), named("elsewhere.example")).port();
        int known = start(devices.server(), named("localhost")).port();
        Identity withRsa = Forge.server("CN=localhost", "localhost")
                .with(Forge.rsa(2048))
                .by(devices.root)
                .make();
        int rsa = start(withRsa, "-tls1_2", "-cipher", "ECDHE-RSA-AES128-GCM-SHA256")
                .port();
        return Stream.of(
                lab.fault("TLS 1.3 only, we speak 1.2", "tls.version-refused", () -> twelve(none(only13))),
                lab.fault(
                        "TLS 1.2 only, we speak 1.3",
                        "tls.version-refused",
                        () -> versions(none(only12), Version.TLS_1_3)),
                lab.nearMiss(
                        "TLS 1.2 only, we speak both",
                        "tls.version-refused",
                        HANDSHAKE_WORKS,
                        () -> briefly(none(only12))),
                lab.fault("suites for RSA, certificate for EC", "tls.nothing-in-common", () -> none(rsaSuites)),
                lab.fault("ALPN that the server does not know", "tls.alpn-refused", () -> alpn(none(alpn), "mqtt")),
                lab.nearMiss(
                        "ALPN that it knows",
                        "tls.alpn-refused",
                        HANDSHAKE_WORKS,
                        () -> briefly(alpn(none(alpn), "other"))),
                lab.fault("name that the server does not know", "tls.name-unknown", () -> none(names)),
                lab.nearMiss(
                        "name that the server knows", "tls.name-unknown", HANDSHAKE_WORKS, () -> briefly(none(known))),
                lab.nearMiss(
                        "suites for RSA, certificate for RSA",
                        "tls.nothing-in-common",
                        HANDSHAKE_WORKS,
                        () -> briefly(none(rsa))));
    }

    @TestFactory
    Stream<DynamicTest> serverCertificates() {
        Identity namesake = Forge.authority("CN=Lab Root").make();
        Identity renewed = Forge.authority("CN=Lab Line").by(devices.root).make();
        Identity oldAuthority =
                Forge.authority("CN=Old Line").by(devices.root).versionOne().make();
        return Stream.of(
                lab.fault(
                        "signed by a namesake of the root",
                        "tls.server-root-renewed",
                        () -> none(start(Forge.server("CN=localhost", "localhost")
                                        .by(namesake)
                                        .make())
                                .port())),
                lab.fault(
                        "issued by one that is no authority",
                        "tls.server-issuer-not-an-authority",
                        () -> none(start(Forge.server("CN=localhost", "localhost")
                                        .by(oldAuthority)
                                        .make())
                                .port())),
                lab.fault(
                        "the old intermediate sent instead of the new one of the same name",
                        "tls.server-root-renewed tls.server-intermediate-missing",
                        "tls.server-chain-broken",
                        () -> none(start(behind(renewed, devices.line)).port())),
                lab.nearMiss(
                        "the old intermediate sent beside the new one of the same name",
                        "tls.server-chain-broken",
                        HANDSHAKE_WORKS,
                        () -> briefly(none(
                                start(behind(renewed, devices.line, renewed)).port()))),
                lab.fault(
                        "signed with MD5",
                        "tls.server-weak",
                        () -> none(start(signedWith("MD5withRSA"), "-cipher", "DEFAULT:@SECLEVEL=0")
                                .port())),
                lab.nearMiss(
                        "signed with SHA-256",
                        "tls.server-weak",
                        HANDSHAKE_WORKS,
                        () -> briefly(none(start(signedWith("SHA256withRSA"), "-cipher", "DEFAULT:@SECLEVEL=0")
                                .port()))),
                lab.nearMiss(
                        "issued by an authority of version 3",
                        "tls.server-issuer-not-an-authority tls.server-chain-broken",
                        HANDSHAKE_WORKS,
                        () -> briefly(none(start(Forge.server("CN=localhost", "localhost")
                                        .by(devices.line)
                                        .make())
                                .port()))),
                lab.nearMiss(
                        "common name only",
                        "tls.host-mismatch",
                        HANDSHAKE_WORKS,
                        () -> briefly(none(start(Forge.server("CN=localhost")
                                        .by(devices.root)
                                        .make())
                                .port()))),
                lab.fault(
                        "another name",
                        "tls.host-mismatch",
                        () -> none(start(Forge.server("CN=x", "elsewhere.example")
                                        .by(devices.root)
                                        .make())
                                .port())),
                lab.nearMiss(
                        "the name by a star",
                        "tls.host-mismatch",
                        HANDSHAKE_WORKS,
                        () -> briefly(none(start(Forge.server("CN=x", "*.example", "localhost")
                                        .by(devices.root)
                                        .make())
                                .port()))));
    }

    @TestFactory
    Stream<DynamicTest> staples() {
        Identity server = devices.server();
        OpensslOcsp ocsp = new OpensslOcsp(folder, devices.root, devices.root);
        int revoked = start(server, "-status_file", ocsp.revoked(server.leaf())).port();
        int good = start(server, "-status_file", ocsp.good(server.leaf())).port();
        int strange = start(
                        server,
                        "-status_file",
                        new OpensslOcsp(folder, devices.root, devices.strange).revoked(server.leaf()))
                .port();
        return Stream.of(
                        both("stapled proof of being revoked", "tls.server-revoked", () -> none(revoked)),
                        Stream.of(
                                lab.nearMiss(
                                        "stapled proof of not being revoked",
                                        "tls.server-revoked",
                                        HANDSHAKE_WORKS,
                                        () -> briefly(none(good))),
                                lab.nearMiss(
                                        "stapled proof of being revoked, signed by somebody else",
                                        "tls.server-revoked",
                                        HANDSHAKE_WORKS,
                                        () -> briefly(none(strange)))))
                .flatMap(one -> one);
    }

    /** The same refusal in both TLS versions. */
    private Stream<DynamicTest> both(String name, String expected, Supplier<Plan> plan) {
        return Stream.of(
                lab.fault(name + ", TLS 1.3", expected, () -> versions(plan.get(), Version.TLS_1_3)),
                lab.fault(name + ", TLS 1.2", expected, () -> twelve(plan.get())));
    }

    /** By the trusted root, which is of RSA for once. */
    private Identity signedWith(String algorithm) {
        return Forge.server("CN=localhost", "localhost")
                .with(Forge.rsa(2048))
                .by(rsaRoot)
                .signedWith(algorithm)
                .make();
    }

    /** By this intermediate, and sends these after its own. */
    private static Identity behind(Identity issuer, Identity... sent) {
        Identity server = Forge.server("CN=localhost", "localhost").by(issuer).make();
        return new Identity(
                Stream.concat(Stream.of(server.leaf()), Stream.of(sent).map(Identity::leaf))
                        .toList(),
                server.key());
    }

    private int knowing(Identity client) {
        String known = OpensslServer.write(folder, "known.pem", Pems.pem(client.leaf()));
        return start(devices.server(), "-Verify", "3", "-verify_return_error", "-CAfile", known)
                .port();
    }

    private OpensslServer strict() {
        return start(devices.server(), verifying());
    }

    private String[] verifying(String... more) {
        String authority = OpensslServer.write(folder, "ca.pem", Pems.pem(devices.root.leaf()));
        return Stream.concat(Stream.of("-Verify", "3", "-verify_return_error", "-CAfile", authority), Stream.of(more))
                .toArray(String[]::new);
    }

    private String[] named(String name) {
        Identity second = Forge.server("CN=" + name, name).by(devices.root).make();
        return new String[] {
            "-servername",
            name,
            "-servername_fatal",
            "-cert2",
            OpensslServer.write(folder, "second.pem", Pems.pem(second.leaf())),
            "-key2",
            OpensslServer.write(folder, "second.key", Pems.pem(second.key()))
        };
    }

    private OpensslServer start(Identity identity, String... args) {
        OpensslServer server = OpensslServer.start(folder, identity, args);
        servers.add(server);
        return server;
    }

    private Plan with(int port, Identity identity) {
        return Lab.tls(port, devices.root.leaf(), identity);
    }

    private Plan none(int port) {
        return Lab.tls(port, devices.root.leaf(), "t")
                .withTls(TlsOptions.trusting(List.of(devices.root.leaf(), rsaRoot.leaf())));
    }

    private static Plan twelve(Plan plan) {
        return versions(plan, Version.TLS_1_2);
    }

    private static Plan versions(Plan plan, Version version) {
        return plan.withTls(plan.tls().withVersions(List.of(version)));
    }

    private static Plan stockJava(Plan plan) {
        return plan.withTls(plan.tls().withPresentation(Presentation.STOCK_JAVA));
    }

    private static Plan alpn(Plan plan, String protocol) {
        return plan.withTls(plan.tls().offering(offer -> offer.withAlpn(List.of(protocol))));
    }

    /** For handshakes that work, behind which nobody answers. */
    private static Plan briefly(Plan plan) {
        return plan.within(Duration.ofSeconds(3));
    }
}
