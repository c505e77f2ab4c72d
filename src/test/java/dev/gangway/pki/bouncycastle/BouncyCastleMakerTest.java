package dev.gangway.pki.bouncycastle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gangway.diagnosis.Outcome;
import dev.gangway.pki.CertificateSpec;
import dev.gangway.pki.CertificateSpec.Purpose;
import dev.gangway.pki.Identity;
import dev.gangway.pki.KeyType;
import dev.gangway.pki.PkiCode;
import java.security.KeyPair;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class BouncyCastleMakerTest {
    private static final Instant FROM = Instant.parse("2026-03-01T10:00:00.987Z");
    private static final Instant TO = Instant.parse("2036-03-01T10:00:00.123Z");

    private final BouncyCastleMaker maker = new BouncyCastleMaker();

    @ParameterizedTest
    @EnumSource(KeyType.class)
    void signsItsOwnCertificateWithEveryKeyType(KeyType type) throws Exception {
        KeyPair keys = maker.newKey(type);
        X509Certificate made = maker.selfSigned(keys, CertificateSpec.device("CN=pump-0417,O=Plant 2", FROM, TO))
                .orThrow();
        made.verify(keys.getPublic());
        assertThat(made.getVersion()).isEqualTo(3);
    }

    @Test
    void aDeviceCertificateSaysWhatAClientCertificateMustSay() throws Exception {
        X509Certificate made = maker.selfSigned(
                        maker.newKey(KeyType.EC_P256), CertificateSpec.device("CN=pump-0417,O=Plant 2", FROM, TO))
                .orThrow();
        assertThat(made.getSubjectX500Principal().getName()).isEqualTo("CN=pump-0417,O=Plant 2");
        assertThat(made.getNotBefore().toInstant()).isEqualTo(FROM.truncatedTo(ChronoUnit.SECONDS));
        assertThat(made.getNotAfter().toInstant()).isEqualTo(TO.truncatedTo(ChronoUnit.SECONDS));
        assertThat(made.getCriticalExtensionOIDs()).containsExactlyInAnyOrder("2.5.29.15", "2.5.29.19");
        assertThat(made.getNonCriticalExtensionOIDs()).containsExactlyInAnyOrder("2.5.29.37", "2.5.29.14", "2.5.29.35");
        assertThat(made.getKeyUsage()[0]).isTrue();
        assertThat(made.getExtendedKeyUsage()).containsExactly("1.3.6.1.5.5.7.3.2");
        assertThat(made.getBasicConstraints()).isEqualTo(-1);
        assertThat(made.getSerialNumber().signum()).isPositive();
        assertThat(made.getSerialNumber().bitLength()).isEqualTo(128);
    }

    @Test
    void anIntermediateIssuesAServerCertificateWithNames() throws Exception {
        Identity root = authority(Purpose.ROOT, null);
        Identity intermediate = authority(Purpose.INTERMEDIATE, root);
        CertificateSpec spec = new CertificateSpec(
                "CN=broker", FROM, TO, Purpose.MQTT_SERVER, List.of("broker.example"), List.of("192.0.2.7", "::1"));
        X509Certificate made = maker.issue(maker.newKey(KeyType.RSA_2048).getPublic(), spec, intermediate)
                .orThrow();
        made.verify(intermediate.leaf().getPublicKey());
        assertThat(made.getSubjectAlternativeNames()).hasSize(3);
        assertThat(made.getExtendedKeyUsage()).containsExactly("1.3.6.1.5.5.7.3.1");
        assertThat(root.leaf().getBasicConstraints()).isEqualTo(Integer.MAX_VALUE);
        assertThat(intermediate.leaf().getBasicConstraints()).isZero();
        byte[] issuerId = intermediate.leaf().getExtensionValue("2.5.29.14");
        byte[] authorityId = made.getExtensionValue("2.5.29.35");
        // Both end with the same 20 octets: that is how a chain is built.
        assertThat(Arrays.copyOfRange(authorityId, authorityId.length - 20, authorityId.length))
                .isEqualTo(Arrays.copyOfRange(issuerId, issuerId.length - 20, issuerId.length));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "pump-0417|SUBJECT_SYNTAX",
                "CN=a,,O=b|SUBJECT_SYNTAX",
                "''|SUBJECT_EMPTY",
                "CN=a,FOO=b|SUBJECT_ATTRIBUTE_UNKNOWN",
                "CN=|SUBJECT_VALUE",
                "CN=a,C=DEU|SUBJECT_VALUE",
                "CN=aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa|SUBJECT_VALUE",
                "CN=a,SERIALNUMBER=ü|SUBJECT_VALUE"
            })
    void aSubjectThatCannotBeReadIsExplained(String subject, PkiCode code) {
        Outcome<X509Certificate> made =
                maker.selfSigned(maker.newKey(KeyType.EC_P256), CertificateSpec.device(subject, FROM, TO));
        assertThat(made.failure().orElseThrow().is(code)).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "CN=Pumpe Süd\\, links,OU=A+UID=7|CN=Pumpe Süd\\, links,OU=A+UID=7",
                "2.5.4.3=x|CN=x",
                "cn = x , o = \"y, z\"|CN=x,O=y\\, z"
            })
    void aSubjectIsReadAsWritten(String subject, String read) {
        X509Certificate made = maker.selfSigned(
                        maker.newKey(KeyType.EC_P256), CertificateSpec.device(subject, FROM, TO))
                .orThrow();
        assertThat(made.getSubjectX500Principal().getName()).isEqualTo(read);
    }

    @Test
    void refusesWhatNobodyWouldAccept() {
        Identity root = authority(Purpose.ROOT, null);
        Identity intermediate = authority(Purpose.INTERMEDIATE, root);
        KeyPair keys = maker.newKey(KeyType.EC_P256);
        assertCode(maker.selfSigned(keys, CertificateSpec.device("CN=a", TO, FROM)), PkiCode.VALIDITY_REVERSED);
        assertCode(
                maker.issue(keys.getPublic(), CertificateSpec.device("CN=a", FROM, TO.plusSeconds(1)), root),
                PkiCode.VALIDITY_BEYOND_AUTHORITY);
        assertCode(
                maker.issue(keys.getPublic(), spec(Purpose.INTERMEDIATE), intermediate), PkiCode.AUTHORITY_PATH_LENGTH);
        X509Certificate device =
                maker.selfSigned(keys, spec(Purpose.DEVICE_CLIENT)).orThrow();
        assertCode(
                maker.issue(
                        keys.getPublic(),
                        spec(Purpose.DEVICE_CLIENT),
                        new Identity(List.of(device), keys.getPrivate())),
                PkiCode.AUTHORITY_NOT_CA);
        assertCode(
                maker.selfSigned(
                        keys, new CertificateSpec("CN=a", FROM, TO, Purpose.MQTT_SERVER, List.of("a b"), List.of())),
                PkiCode.ALTERNATIVE_NAME);
        assertCode(
                maker.selfSigned(
                        keys, new CertificateSpec("CN=a", FROM, TO, Purpose.MQTT_SERVER, List.of(), List.of("1.2.3"))),
                PkiCode.ALTERNATIVE_NAME);
    }

    private static void assertCode(Outcome<X509Certificate> outcome, PkiCode code) {
        assertThat(outcome.failure().orElseThrow().code()).isEqualTo(code.id());
    }

    private static CertificateSpec spec(Purpose purpose) {
        return new CertificateSpec("CN=" + purpose, FROM, TO, purpose, List.of(), List.of());
    }

    private Identity authority(Purpose purpose, Identity above) {
        KeyPair keys = maker.newKey(KeyType.EC_P256);
        X509Certificate made = (above == null
                        ? maker.selfSigned(keys, spec(purpose))
                        : maker.issue(keys.getPublic(), spec(purpose), above))
                .orThrow();
        return new Identity(List.of(made), keys.getPrivate());
    }
}
