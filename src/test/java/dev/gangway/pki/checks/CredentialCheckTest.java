package dev.gangway.pki.checks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gangway.pki.CertificateSpec;
import dev.gangway.pki.CertificateSpec.Purpose;
import dev.gangway.pki.Explained;
import dev.gangway.pki.Finding;
import dev.gangway.pki.Identity;
import dev.gangway.pki.KeyType;
import dev.gangway.pki.PkiCode;
import dev.gangway.pki.Samples;
import dev.gangway.pki.bouncycastle.BouncyCastleMaker;
import dev.gangway.pki.bouncycastle.BouncyCastleReader;
import java.security.KeyPair;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CredentialCheckTest {
    private static final Instant NOW = Instant.parse("2026-06-01T00:00:00Z");
    private static final Instant FROM = NOW.minus(Duration.ofDays(10));
    private static final Instant TO = NOW.plus(Duration.ofDays(100));

    private final BouncyCastleMaker maker = new BouncyCastleMaker();
    private final KeyPair keys = maker.newKey(KeyType.EC_P256);
    private final Identity root = self(Purpose.ROOT);
    private final Identity device = issued("CN=pump-0417");

    @Test
    void aGoodCredentialHasNoFinding() {
        assertThat(check(device)).isEmpty();
        assertThat(check(new Identity(List.of(device.leaf(), root.leaf()), device.key())))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"ec.cert.pem,rsa.pkcs1.pem", "ec.cert.pem,ed25519.pkcs8.pem", "ec.cert.pem,openssh.pem"})
    void anotherKeyIsFound(String certificate, String key) {
        Identity mixed = new BouncyCastleReader()
                .readIdentity(Samples.source(certificate), Samples.source(key), Optional.empty())
                .orThrow();
        assertThat(codes(new CredentialCheck(Clock.systemUTC()).check(mixed, certificate, key)))
                .containsExactly(PkiCode.KEY_MISMATCH.id());
    }

    @Test
    void theLeafMustBeFirst() {
        Identity reversed = new Identity(List.of(root.leaf(), device.leaf()), device.key());
        assertThat(codes(check(reversed)))
                .containsExactly(
                        PkiCode.LEAF_NOT_FIRST.id(), PkiCode.AUTHORITY_AS_LEAF.id(), PkiCode.CHAIN_BROKEN.id());
    }

    @Test
    void datesAreComparedWithTheClock() {
        assertThat(codes(checkAt(TO.plusSeconds(1)))).containsExactly(PkiCode.CERTIFICATE_EXPIRED.id());
        assertThat(checkAt(TO)).isEmpty();
        assertThat(checkAt(FROM)).isEmpty();
        assertThat(codes(checkAt(FROM.minusSeconds(1)))).containsExactly(PkiCode.CERTIFICATE_NOT_YET_VALID.id());
    }

    @Test
    void aServerCertificateIsNotForClients() {
        assertThat(codes(check(self(Purpose.MQTT_SERVER)))).containsExactly(PkiCode.EXTENDED_KEY_USAGE.id());
    }

    @Test
    void anAuthorityIsNoDevice() {
        assertThat(codes(check(root))).containsExactly(PkiCode.AUTHORITY_AS_LEAF.id());
    }

    @Test
    void aMissingNameIsAWarning() {
        List<Finding> found = check(issued("O=Plant 2"));
        assertThat(codes(found)).containsExactly(PkiCode.NO_COMMON_NAME.id());
        assertThat(CredentialCheck.firstError(found)).isEmpty();
    }

    @Test
    void aCertificateOfAnotherIssuerBreaksTheChain() {
        Identity other = self(Purpose.ROOT, maker.newKey(KeyType.EC_P256));
        assertThat(codes(check(new Identity(List.of(device.leaf(), other.leaf()), device.key()))))
                .containsExactly(PkiCode.CHAIN_BROKEN.id());
    }

    @Test
    void oldCryptographyIsAWarning() {
        Identity old = new BouncyCastleReader()
                .readIdentity(Samples.source("weak-v1.cert.pem"), Samples.source("weak.key.pem"), Optional.empty())
                .orThrow();
        List<Finding> found = new CredentialCheck(Clock.systemUTC()).check(old, "weak-v1.cert.pem", "weak.key.pem");
        assertThat(codes(found))
                .containsExactlyInAnyOrder(PkiCode.WEAK_KEY.id(), PkiCode.WEAK_SIGNATURE.id(), PkiCode.VERSION_1.id());
        assertThat(CredentialCheck.firstError(found)).isEmpty();
    }

    private List<Finding> check(Identity identity) {
        return at(NOW).check(identity, "pump.crt", "pump.key");
    }

    private List<Finding> checkAt(Instant moment) {
        return at(moment).check(device, "pump.crt", "pump.key");
    }

    private static CredentialCheck at(Instant moment) {
        return new CredentialCheck(Clock.fixed(moment, ZoneOffset.UTC));
    }

    private static List<String> codes(List<Finding> findings) {
        findings.forEach(finding -> Explained.complete(finding.diagnosis()));
        return findings.stream().map(finding -> finding.diagnosis().code()).toList();
    }

    private Identity self(Purpose purpose) {
        return self(purpose, keys);
    }

    private Identity self(Purpose purpose, KeyPair pair) {
        CertificateSpec spec = new CertificateSpec("CN=" + purpose, FROM, TO, purpose, List.of(), List.of());
        X509Certificate made = maker.selfSigned(pair, spec).orThrow();
        return new Identity(List.of(made), pair.getPrivate());
    }

    private Identity issued(String subject) {
        KeyPair own = maker.newKey(KeyType.EC_P256);
        X509Certificate made = maker.issue(own.getPublic(), CertificateSpec.device(subject, FROM, TO), root)
                .orThrow();
        return new Identity(List.of(made), own.getPrivate());
    }
}
