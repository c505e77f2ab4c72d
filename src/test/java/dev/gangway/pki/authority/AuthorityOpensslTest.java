package dev.gangway.pki.authority;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gangway.pki.AuthorityLimits;
import dev.gangway.pki.CertificateSpec;
import dev.gangway.pki.Explained;
import dev.gangway.pki.Family;
import dev.gangway.pki.Identity;
import dev.gangway.pki.KeyType;
import dev.gangway.pki.Openssl;
import dev.gangway.pki.Pem;
import dev.gangway.pki.PkiCode;
import dev.gangway.pki.Samples;
import dev.gangway.pki.Source;
import dev.gangway.pki.authority.RevocationLists.Reason;
import dev.gangway.pki.authority.RevocationLists.Revoked;
import dev.gangway.pki.bouncycastle.BouncyCastleMaker;
import dev.gangway.pki.bouncycastle.BouncyCastleRequests;
import dev.gangway.pki.bouncycastle.BouncyCastleRevocationLists;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What our authorities sign, as openssl judges it. */
class AuthorityOpensslTest {
    private static final Instant NOW = Instant.now();

    @TempDir
    Path folder;

    private final BouncyCastleRequests requests = new BouncyCastleRequests();
    private Openssl openssl;

    @BeforeEach
    void findOpenssl() {
        openssl = new Openssl(folder);
    }

    @ParameterizedTest
    @EnumSource(
            value = KeyType.class,
            names = {"EC_P256", "EC_P384", "RSA_2048", "ED25519"})
    void aChainPassesTheStrictCheck(KeyType type) {
        Family family = new Family(type);
        assertThat(verify(family, family.device, "sslclient", "-x509_strict").code())
                .isZero();
        assertThat(verify(family, family.device, "sslserver").code()).isNotZero();
        assertThat(verify(family, family.server("broker.example"), "sslserver", "-verify_hostname", "broker.example")
                        .code())
                .isZero();
    }

    @Test
    void anAuthorityWithNameConstraintsSignsForThemAlone() {
        Family family = new Family(
                KeyType.EC_P256,
                new AuthorityLimits(Optional.empty(), List.of("plant2.example"), List.of("x.plant2.example")));
        assertThat(verify(family, family.server("mqtt.plant2.example"), "sslserver", "-x509_strict")
                        .output())
                .endsWith("OK\n");
        for (String refused : List.of("mqtt.plant3.example", "x.plant2.example", "a.x.plant2.example")) {
            Explained.failedWith(
                    new BouncyCastleMaker()
                            .issue(
                                    family.device.leaf().getPublicKey(),
                                    family.serverSpec(refused),
                                    family.intermediate),
                    PkiCode.NAME_NOT_PERMITTED);
        }
    }

    @Test
    void aRevokedCertificateIsRefused() throws Exception {
        Family family = new Family(KeyType.EC_P256);
        BigInteger serial = family.device.leaf().getSerialNumber();
        X509CRL list = list(family.intermediate, List.of(new Revoked(serial, NOW, Reason.KEY_COMPROMISE)));
        X509CRL empty = list(family.intermediate, List.of());
        assertThat(list.getRevokedCertificate(serial).getRevocationReason().ordinal())
                .isEqualTo(Reason.KEY_COMPROMISE.number());
        assertThat(check(family, empty).code()).isZero();
        assertThat(check(family, list).output()).contains("certificate revoked");
        Explained.failedWith(
                new BouncyCastleRevocationLists()
                        .make(family.device, List.of(), BigInteger.ONE, NOW, NOW.plusSeconds(60)),
                PkiCode.AUTHORITY_NOT_CA);
    }

    private Openssl.Result check(Family family, X509CRL list) throws Exception {
        String file = openssl.file("list.pem", Pem.block("X509 CRL", list.getEncoded()));
        return verify(family, family.device, "sslclient", "-crl_check", "-CRLfile", file);
    }

    private static X509CRL list(Identity authority, List<Revoked> revoked) {
        return new BouncyCastleRevocationLists()
                .make(authority, revoked, BigInteger.TWO, NOW.minusSeconds(60), NOW.plus(Duration.ofDays(7)))
                .orThrow();
    }

    @Test
    void aRequestMadeByOpensslIsSigned() {
        openssl.file("device.key", Samples.text("ec.pkcs8.pem"));
        assertThat(openssl.openssl(
                                "req",
                                "-new",
                                "-key",
                                "device.key",
                                "-subj",
                                "/O=Plant 2/CN=pump-0417",
                                "-addext",
                                "subjectAltName=DNS:pump.example,IP:192.0.2.7",
                                "-out",
                                "device.csr")
                        .code())
                .isZero();
        CertificateRequest request = requests.read(openssl.source("device.csr")).orThrow();
        assertThat(request.subject()).isEqualTo("CN=pump-0417,O=Plant 2");
        assertThat(request.dnsNames()).containsExactly("pump.example");
        assertThat(request.ipAddresses()).containsExactly("192.0.2.7");
        Family family = new Family(KeyType.EC_P256);
        X509Certificate issued = new BouncyCastleMaker()
                .issue(
                        request.key(),
                        CertificateSpec.device(request.subject(), NOW.minusSeconds(60), NOW.plusSeconds(3600)),
                        family.intermediate)
                .orThrow();
        Identity device = new Identity(List.of(issued, family.intermediate.leaf()), family.device.key());
        assertThat(verify(family, device, "sslclient", "-x509_strict").code()).isZero();
    }

    @Test
    void aRequestMadeHereSatisfiesOpenssl() {
        String pem = requests.make(new BouncyCastleMaker().newKey(KeyType.EC_P384), "CN=pump-0417,O=Plant 2")
                .orThrow();
        openssl.file("ours.csr", pem);
        Openssl.Result result = openssl.openssl("req", "-verify", "-noout", "-subject", "-in", "ours.csr");
        assertThat(result.output()).contains("verify OK", "CN = pump-0417");
    }

    @Test
    void aRequestThatWasChangedIsRefused() {
        byte[] der =
                Base64.getMimeDecoder().decode(Samples.text("ec.request.pem").replaceAll("-----.*-----", ""));
        byte[] changed = new String(der, StandardCharsets.ISO_8859_1)
                .replace("pump-0417", "pump-0418")
                .getBytes(StandardCharsets.ISO_8859_1);
        Explained.failedWith(requests.read(new Source("a.csr", changed)), PkiCode.REQUEST_SIGNATURE);
        Explained.failedWith(requests.read(Samples.source("ec.cert.pem")), PkiCode.NO_REQUEST);
    }

    @Test
    void aTemplateEscapesWhatIsFilledIn() {
        CertificateSpec spec = Template.IDEVID
                .fill(Map.of("name", "Pumpe, links", "serial", "0417"), List.of(), List.of(), NOW, Template.NO_END)
                .orThrow();
        assertThat(spec.subject()).isEqualTo("CN=Pumpe\\, links,SERIALNUMBER=0417");
        assertThat(spec.notAfter()).isEqualTo("9999-12-31T23:59:59Z");
        BouncyCastleMaker maker = new BouncyCastleMaker();
        X509Certificate made =
                maker.selfSigned(maker.newKey(KeyType.EC_P256), spec).orThrow();
        assertThat(made.getNotAfter().toInstant()).isEqualTo(Template.NO_END);
        Explained.failedWith(
                Template.IDEVID.fill(Map.of("name", "a"), List.of(), List.of(), NOW, Template.NO_END),
                PkiCode.TEMPLATE_PLACE);
    }

    private Openssl.Result verify(Family family, Identity identity, String purpose, String... more) {
        openssl.file("root.pem", Pem.certificate(family.root.leaf()));
        openssl.file("chain.pem", Pem.certificates(identity.chain()));
        openssl.file("leaf.pem", Pem.certificate(identity.leaf()));
        List<String> command = new ArrayList<>(
                List.of("verify", "-CAfile", "root.pem", "-untrusted", "chain.pem", "-purpose", purpose));
        command.addAll(List.of(more));
        command.add("leaf.pem");
        return openssl.openssl(command.toArray(String[]::new));
    }
}
