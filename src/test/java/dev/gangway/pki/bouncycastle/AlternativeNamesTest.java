package dev.gangway.pki.bouncycastle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gangway.pki.AlternativeNames;
import dev.gangway.pki.AuthorityLimits;
import dev.gangway.pki.CertificateSpec;
import dev.gangway.pki.CertificateSpec.Purpose;
import dev.gangway.pki.Explained;
import dev.gangway.pki.Finding;
import dev.gangway.pki.KeyType;
import dev.gangway.pki.MbedTls;
import dev.gangway.pki.OtherName;
import dev.gangway.pki.PkiCode;
import dev.gangway.pki.Samples;
import dev.gangway.pki.authority.CertificateRequest;
import dev.gangway.pki.importing.ImportItem;
import dev.gangway.pki.importing.Passphrases;
import java.security.KeyPair;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Sequence;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Names of hardware modules in requests and certificates that openssl made, and in ours. */
class AlternativeNamesTest {
    private static final String MODULE = "hwModuleName:1.3.6.1.4.1.9999.1:SN-0417";

    private final BouncyCastleMaker maker = new BouncyCastleMaker();
    private final KeyPair keys = maker.newKey(KeyType.EC_P256);
    private final Instant now = Instant.now();

    private CertificateSpec device(String subject) {
        return CertificateSpec.device(subject, now, now.plus(Duration.ofDays(1)));
    }

    @Test
    void aRequestedHardwareModuleIsKept() {
        CertificateRequest request = new BouncyCastleRequests()
                .read(Samples.source("others/idevid.csr"))
                .orThrow();
        assertThat(request.subject()).isEqualTo("SERIALNUMBER=SN-0417");
        assertThat(request.otherNames()).extracting(OtherName::text).containsExactly(MODULE);
        assertThat(request.otherWishes()).isEmpty();
        X509Certificate certificate = maker.selfSigned(
                        keys, device(request.subject()).withOtherNames(request.otherNames()))
                .orThrow();
        assertThat(AlternativeNames.of(certificate)).containsExactly(MODULE);
        assertThat(maker.specOf(certificate).otherNames()).isEqualTo(request.otherNames());
    }

    @Test
    void aCertificateWithoutACommonNameIsCalledByAnotherOne() {
        BouncyCastleImporter importer = new BouncyCastleImporter(Clock.systemUTC());
        ImportItem item = importer.preview(List.of(Samples.source("others/idevid.crt")), Passphrases.none())
                .items()
                .getFirst();
        X509Certificate certificate = item.chain().getFirst();
        assertThat(AlternativeNames.of(certificate)).containsExactly(MODULE, "DNS:pump.example");
        assertThat(AlternativeNames.standIn(certificate)).contains("pump.example");
        assertThat(item.name()).isEqualTo("SERIALNUMBER=SN-0417");
        X509Certificate module = maker.selfSigned(
                        keys,
                        device("O=x")
                                .withOtherNames(
                                        List.of(OtherName.hardwareModule("1.3.6.1.4.1.9999.1", new byte[] {4, 23}))))
                .orThrow();
        assertThat(AlternativeNames.standIn(module)).contains("0x0417");
        assertThat(AlternativeNames.standIn(
                        maker.selfSigned(keys, device("SERIALNUMBER=77")).orThrow()))
                .contains("77");
    }

    @ParameterizedTest
    @CsvSource({"1.3.6.1.4.1.9999.1", "2.999.3", "0.39", "2.25.329800735698586629295641978511506172918"})
    void anyObjectIdentifierIsWrittenAsBouncyCastleReadsIt(String identifier) {
        if (identifier.startsWith("2.25.")) {
            assertThatThrownBy(() -> OtherName.hardwareModule(identifier, new byte[1]))
                    .isInstanceOf(IllegalArgumentException.class);
            return;
        }
        OtherName name = OtherName.hardwareModule(identifier, new byte[] {65});
        assertThat(OtherNames.of(OtherNames.generalName(name))).isEqualTo(name);
        assertThat(name.text()).isEqualTo("hwModuleName:" + identifier + ":A");
        ASN1Encodable value = org.bouncycastle.asn1.x509.OtherName.getInstance(
                        OtherNames.generalName(name).getName())
                .getValue();
        assertThat(ASN1Sequence.getInstance(value).getObjectAt(0)).hasToString(identifier);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "1", "3.1", "1.40", "1.02", "1..2", "1.2."})
    void whatIsNoObjectIdentifierIsRefused(String text) {
        assertThatThrownBy(() -> OtherName.hardwareModule(text, new byte[1]))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void whatMbedTlsCannotLoadIsSaid() {
        X509Certificate limited = maker.selfSigned(
                        keys,
                        CertificateSpec.authority(
                                "CN=Root",
                                now,
                                now.plus(Duration.ofDays(1)),
                                Purpose.ROOT,
                                new AuthorityLimits(java.util.Optional.empty(), List.of("plant.example"), List.of())))
                .orThrow();
        List<Finding> found = MbedTls.of(KeyType.ED25519, List.of(limited));
        assertThat(found).hasSize(2).allMatch(finding -> !finding.isError());
        found.forEach(finding -> Explained.complete(finding.diagnosis()));
        assertThat(found.getLast().diagnosis().is(PkiCode.MBEDTLS_NAME_CONSTRAINTS))
                .isTrue();
        assertThat(MbedTls.of(KeyType.EC_P256, List.of())).isEmpty();
    }
}
