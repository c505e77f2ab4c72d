package dev.gangway.pki.bouncycastle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gangway.diagnosis.Diagnosis;
import dev.gangway.diagnosis.Outcome;
import dev.gangway.pki.CertificateSpec;
import dev.gangway.pki.Explained;
import dev.gangway.pki.KeyType;
import dev.gangway.pki.PkiCode;
import dev.gangway.pki.Samples;
import dev.gangway.pki.Subjects;
import java.security.KeyPair;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import javax.naming.ldap.Rdn;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Names and keys that a form lets through, and that made certificates wrong or the program fall over. */
class UnusualNamesTest {
    private final BouncyCastleMaker maker = new BouncyCastleMaker();
    private final KeyPair keys = maker.newKey(KeyType.EC_P256);

    private Outcome<X509Certificate> made(String subject) {
        Instant now = Instant.now();
        return maker.selfSigned(keys, CertificateSpec.device(subject, now, now.plus(Duration.ofDays(1))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"#1", "#x", "#", "##", "#41", "\\x", "a\\", "a,b+c=d;e<f>\"g\"", "ü 泵", "1.2.3"})
    void anyVisibleNameComesOutAsItWasTyped(String name) {
        X509Certificate certificate =
                made("CN=" + Rdn.escapeValue(name) + ",O=x").orThrow();
        assertThat(Subjects.commonName(certificate)).contains(name);
    }

    @ParameterizedTest
    @CsvSource({"CN=#zz,#zz", "CN=#1,#1", "'O=x,CN=#x+OU=#y',#x"})
    void aNumberSignThatIsNoHexadecimalIsTakenAsItIs(String subject, String name) {
        assertThat(Subjects.commonName(made(subject).orThrow())).contains(name);
    }

    @ParameterizedTest
    @CsvSource({
        "'a\u0000b',2,U+0000",
        "'a\nb',2,U+000A",
        "'ab\t',3,U+0009",
        "'\u202Egnp.exe',1,U+202E",
        "' a',1,U+0020",
        "'a\u00A0',2,U+00A0",
        "'a\u200Bb',2,U+200B"
    })
    void whatCannotBeSeenIsRefusedWithItsPlace(String name, int position, String character) {
        Diagnosis why = Explained.failedWith(made("O=x,CN=" + Rdn.escapeValue(name)), PkiCode.SUBJECT_INVISIBLE);
        assertThat(why.args())
                .containsEntry("attribute", "CN")
                .containsEntry("position", String.valueOf(position))
                .containsEntry("character", character);
    }

    @Test
    void aSerialNumberIsShownByItsValue() {
        X509Certificate certificate =
                made("CN=pump,SERIALNUMBER=0417,EMAILADDRESS=a@b.c").orThrow();
        assertThat(Subjects.text(certificate)).isEqualTo("CN=pump,SERIALNUMBER=0417,EMAILADDRESS=a@b.c");
        assertThat(Subjects.text(made(Subjects.text(certificate)).orThrow())).isEqualTo(Subjects.text(certificate));
    }

    @ParameterizedTest
    @CsvSource({"dsa.csr,DSA", "r1024.csr,RSA 1024", "explicit.csr,explicit", "SM2.csr,SM2"})
    void aRequestWithAKeyThatNobodyTakesIsNotSigned(String file, String algorithm) {
        Diagnosis why = Explained.failedWith(
                new BouncyCastleRequests().read(Samples.source("others/" + file)), PkiCode.REQUEST_KEY);
        assertThat(why.args().get("algorithm")).contains(algorithm);
    }

    @ParameterizedTest
    @EnumSource(KeyType.class)
    void everyKindOfKeySignsItsOwnRequestAndCertificate(KeyType type) {
        KeyPair pair = maker.newKey(type);
        assertThat(KeyType.of(pair.getPublic())).isEqualTo(type);
        Instant now = Instant.now();
        X509Certificate certificate = maker.selfSigned(
                        pair, CertificateSpec.device("CN=pump", now, now.plus(Duration.ofDays(1))))
                .orThrow();
        assertThat(certificate.getPublicKey()).isEqualTo(pair.getPublic());
        String request = new BouncyCastleRequests().make(pair, "CN=pump").orThrow();
        assertThat(new BouncyCastleRequests()
                        .read(dev.gangway.pki.Source.text("a.csr", request))
                        .orThrow()
                        .key())
                .isEqualTo(pair.getPublic());
    }
}
