package dev.gangway.bench.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gangway.bench.event.NetDetail.Ending;
import dev.gangway.bench.event.TlsDetail.ChainFault;
import dev.gangway.bench.event.TlsDetail.ChainFault.Kind;
import dev.gangway.bench.model.Check.State;
import dev.gangway.diagnosis.Action;
import dev.gangway.diagnosis.Diagnosis;
import dev.gangway.faultlab.Forge;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ServerCertificateRulesTest {
    @ParameterizedTest
    @CsvSource({
        "SELF_SIGNED, tls.server-self-signed",
        "ISSUER_MISSING, tls.server-intermediate-missing",
        "UNKNOWN_ROOT, tls.server-untrusted",
        "ANCHOR_IS_NOT_A_CA, tls.anchor-not-an-authority",
        "EXPIRED, tls.server-expired",
        "NOT_YET_VALID, tls.server-not-yet-valid",
        "HOST_MISMATCH, tls.host-mismatch",
        "WRONG_USAGE, tls.server-wrong-usage",
        "BAD_SIGNATURE, tls.server-chain-broken",
        "SAME_NAME_OTHER_KEY, tls.server-root-renewed",
        "NOT_AN_AUTHORITY, tls.server-issuer-not-an-authority",
    })
    void eachFaultHasItsName(Kind kind, String code) {
        assertThat(refused(kind).code()).isEqualTo(code);
    }

    @Test
    void whatJavaForbidsIsTooWeak() {
        assertThat(handshake(new ChainFault(Kind.FORBIDDEN_ALGORITHM, 0, "CN=broker.example", "MD5withRSA"))
                        .code())
                .isEqualTo("tls.server-weak");
    }

    @ParameterizedTest
    @EnumSource(
            value = Kind.class,
            names = {"WEAK_KEY", "WEAK_SIGNATURE", "NO_ALTERNATIVE_NAME"})
    void whatIsOnlyWorthAWarningIsNotWhyTheHandshakeBrokeOff(Kind kind) {
        Story story = Story.tls()
                .connected()
                .hello()
                .serverHello("TLS 1.2")
                .serverChain(Fixtures.SERVER.chain(), new ChainFault(kind, 0, "CN=broker.example", "x"))
                .closed(Ending.EOF);
        assertThat(story.code()).isEqualTo("tls.broke-off");
    }

    @Test
    void anUnknownAuthorityCanBeTrustedAfterItsFingerprintWasShown() {
        Diagnosis diagnosis = refused(Kind.SELF_SIGNED).diagnosis();
        assertThat(diagnosis.fix().orElseThrow().action()).isEqualTo(Action.TRUST_AUTHORITY);
        assertThat(diagnosis.fix().orElseThrow().args().get("sha256")).hasSize(95);
    }

    @Test
    void aMissingIntermediateOffersNobodyToTrust() {
        assertThat(refused(Kind.ISSUER_MISSING).diagnosis().fix()).isEmpty();
    }

    @Test
    void anotherNameOfTheCertificateIsOffered() {
        var other = Forge.server("CN=other", "*.example", "mqtt.example").make();
        Story story = Story.tls()
                .connected()
                .hello()
                .serverChain(other.chain(), new ChainFault(Kind.HOST_MISMATCH, 0, "CN=other", "*.example"))
                .alertOut(46, "certificate_unknown");
        assertThat(story.diagnosis().fix().orElseThrow().args()).containsEntry("host", "mqtt.example");
    }

    @Test
    void anAddressIsNotAName() {
        Story story = Story.tls().at("192.0.2.7", 8883);
        assertThat(handshake(story, new ChainFault(Kind.HOST_MISMATCH, 0, "CN=x", "x"))
                        .code())
                .isEqualTo("tls.address-mismatch");
    }

    @Test
    void withoutSniTheServerCouldNotKnowTheName() {
        Story story = Story.tls().plan(plan -> plan.withTls(plan.tls().withoutSni()));
        assertThat(handshake(story, new ChainFault(Kind.HOST_MISMATCH, 0, "CN=x", "x"))
                        .code())
                .isEqualTo("tls.host-mismatch-without-sni");
    }

    @Test
    void aWrongClockExplainsMoreThanAWrongName() {
        Story story = handshake(
                new ChainFault(Kind.HOST_MISMATCH, 0, "CN=x", "x"), new ChainFault(Kind.NOT_YET_VALID, 0, "CN=x", ""));
        assertThat(story.code()).isEqualTo("tls.server-not-yet-valid");
    }

    @Test
    void aFaultThatWasLetPassIsAWarningAndNotTheCause() {
        Story story = Story.tls()
                .connected()
                .hello()
                .serverChain(
                        Fixtures.SERVER.chain(),
                        new ChainFault(Kind.NO_ALTERNATIVE_NAME, 0, "CN=broker.example", "broker.example"))
                .complete()
                .connect()
                .connack(0)
                .goodbye();
        assertThat(story.passes()).isTrue();
        assertThat(story.checks(State.WARNING)).contains("host-in-common-name-only");
    }

    private static Story refused(Kind kind) {
        return handshake(new ChainFault(kind, 0, "CN=broker.example,O=Plant", "CN=Issuer"));
    }

    private static Story handshake(ChainFault... faults) {
        return handshake(Story.tls(), faults);
    }

    private static Story handshake(Story story, ChainFault... faults) {
        return story.connected()
                .hello()
                .serverHello("TLS 1.3")
                .serverChain(Fixtures.SERVER.chain(), faults)
                .alertOut(48, "unknown_ca");
    }
}
