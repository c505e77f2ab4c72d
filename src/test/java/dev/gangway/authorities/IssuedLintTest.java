package dev.gangway.authorities;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gangway.authorities.AuthorityCreation.NewAuthority;
import dev.gangway.authorities.Issuing.IssuedKey;
import dev.gangway.authorities.Successor.Key;
import dev.gangway.pki.AuthorityLimits;
import dev.gangway.pki.CertificateSpec.Purpose;
import dev.gangway.pki.KeyType;
import dev.gangway.pki.Openssl;
import dev.gangway.pki.Pem;
import dev.gangway.pki.authority.Template;
import dev.gangway.pki.bouncycastle.BouncyCastleReader;
import dev.gangway.pki.lint.CertificateLint;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Everything that authorities of the vault issue, before a careful authority's lint and openssl's strict check. */
class IssuedLintTest {
    private static final List<KeyType> EVERY_KEY = List.of(KeyType.EC_P256, KeyType.RSA_2048, KeyType.ED25519);

    @TempDir
    Path folder;

    private Office office;
    private Openssl openssl;

    @BeforeEach
    void open() {
        openssl = new Openssl(folder);
        office = new Office(folder);
    }

    @AfterEach
    void close() {
        office.close();
    }

    static Stream<Arguments> everyTemplateByEveryKindOfAuthority() {
        return Stream.of(KeyType.EC_P256, KeyType.EC_P384, KeyType.RSA_2048, KeyType.ED25519)
                .flatMap(type -> Template.BUILT_IN.stream().map(template -> Arguments.of(type, template)));
    }

    @ParameterizedTest(name = "{0} issues {1}")
    @MethodSource("everyTemplateByEveryKindOfAuthority")
    void isClean(KeyType type, Template template) {
        // an identity for life comes from an authority for life
        Optional<Duration> life = template.validity().map(given -> Duration.ofDays(3650));
        Authority root = root(type, life);
        Authority plant = below(root, type, life);
        for (KeyType key : template == Template.DEVICE_CLIENT ? EVERY_KEY : List.of(template.keyType())) {
            X509Certificate leaf = office.authorities
                    .issuing()
                    .issue(request(plant, template.withKey(key)))
                    .orThrow()
                    .issued()
                    .chain()
                    .getFirst();
            assertThat(CertificateLint.check(leaf, plant.certificate())).isEmpty();
            assertThat(leaf.getNotAfter().toInstant().equals(Template.NO_END)).isEqualTo(template == Template.IDEVID);
            assertStrict(root, plant, leaf);
        }
        assertThat(CertificateLint.check(plant.certificate(), root.certificate()))
                .isEmpty();
        assertThat(CertificateLint.check(root.certificate(), root.certificate()))
                .isEmpty();
    }

    @Test
    void successorsAreCleanToo() {
        Authority root = office.root();
        Authority plant = office.below(root);
        IssuedKey pump = office.device(plant, "pump-1");
        Office later = office.later(Duration.ofDays(100));
        X509Certificate next = later.authorities
                .successors()
                .of(pump.issued().chain().getFirst(), Optional.of(pump.key()), Key.NEW, Optional.empty())
                .orThrow()
                .chain()
                .getFirst();
        assertThat(CertificateLint.check(next, plant.certificate())).isEmpty();
        Authority renewed = later.authorities.founding().renew(plant.id()).orThrow();
        assertThat(CertificateLint.check(renewed.certificate(), root.certificate()))
                .isEmpty();
        assertThat(CertificateLint.check(next, renewed.certificate())).isEmpty();
    }

    @Test
    void noSerialNumberComesTwice() {
        Authority root = office.root();
        Set<String> serials = new HashSet<>();
        for (int i = 0; i < 300; i++) {
            assertThat(serials.add(
                            office.device(root, "pump-" + i).issued().record().serial()))
                    .isTrue();
        }
        assertThat(office.authorities.issuedBy(root.id())).hasSize(300);
    }

    /** A lint that finds nothing anywhere would prove nothing. */
    @Test
    void whatOthersMadeIsNotClean() {
        Authority root = office.root();
        X509Certificate pump = office.device(root, "pump-1").issued().chain().getFirst();
        assertThat(CertificateLint.check(pump, pump))
                .contains("the authority key identifier is not the issuer's subject key identifier");
        openssl.openssl(
                "req",
                "-x509",
                "-newkey",
                "rsa:1024",
                "-nodes",
                "-keyout",
                "k.pem",
                "-out",
                "c.pem",
                "-subj",
                "/CN=weak",
                "-days",
                "10",
                "-set_serial",
                "7",
                "-addext",
                "extendedKeyUsage=anyExtendedKeyUsage");
        X509Certificate weak = new BouncyCastleReader()
                .readCertificate(openssl.source("c.pem"))
                .orThrow();
        assertThat(CertificateLint.check(weak, weak))
                .contains(
                        "serial number has fewer than 64 bits",
                        "basic constraints or key usage is missing",
                        "RSA key of 1024 bits");
    }

    private void assertStrict(Authority root, Authority plant, X509Certificate leaf) {
        openssl.file("root.pem", Pem.certificate(root.certificate()));
        openssl.file("plant.pem", Pem.certificate(plant.certificate()));
        openssl.file("leaf.pem", Pem.certificate(leaf));
        assertThat(openssl.openssl(
                                "verify",
                                "-x509_strict",
                                "-attime",
                                String.valueOf(Office.NOW.getEpochSecond()),
                                "-CAfile",
                                "root.pem",
                                "-untrusted",
                                "plant.pem",
                                "leaf.pem")
                        .output())
                .isEqualTo("leaf.pem: OK\n");
    }

    private Authority root(KeyType type, Optional<Duration> life) {
        return office.authorities
                .founding()
                .root(new NewAuthority("Root", "CN=Root,O=Gangway,C=DE", type, life, AuthorityLimits.NONE))
                .orThrow();
    }

    private Authority below(Authority root, KeyType type, Optional<Duration> life) {
        return office.authorities
                .founding()
                .intermediate(
                        root.id(),
                        new NewAuthority(
                                "Plant 2", "CN=Werk Süd,O=Gangway", type, life, Office.names("plant2.example")))
                .orThrow();
    }

    private static IssueRequest request(Authority by, Template template) {
        boolean server = template.purpose() == Purpose.MQTT_SERVER;
        return new IssueRequest(
                by.id(),
                template,
                Map.of("name", "pump-0417", "serial", "0417-A"),
                server ? List.of("mqtt.plant2.example", "*.plant2.example") : List.of(),
                server ? List.of("192.0.2.7", "2001:db8::7") : List.of(),
                Optional.empty());
    }
}
