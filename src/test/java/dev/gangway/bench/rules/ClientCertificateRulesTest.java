package dev.gangway.bench.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gangway.bench.causes.Certainty;
import dev.gangway.bench.causes.Hypothesis;
import dev.gangway.bench.event.NetDetail.Ending;
import dev.gangway.bench.event.TlsDetail.Choice;
import dev.gangway.diagnosis.Action;
import dev.gangway.diagnosis.Diagnosis;
import dev.gangway.faultlab.Forge;
import dev.gangway.pki.Identity;
import java.util.List;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ClientCertificateRulesTest {
    @Test
    void requiredAndNoneChosen() {
        assertThat(Story.tls()
                        .connected()
                        .hello()
                        .serverHello("TLS 1.3")
                        .requested()
                        .sent(List.of())
                        .complete()
                        .connect()
                        .alertIn(116, "certificate_required")
                        .code())
                .isEqualTo("cert.required");
    }

    @Test
    void chosenButWithheldAsJavaDoes() {
        Story story = Story.tls()
                .identity(Fixtures.DEVICE)
                .connected()
                .hello()
                .serverHello("TLS 1.3")
                .requested("CN=localhost")
                .chose(Choice.ISSUER_NOT_ACCEPTED, false)
                .sent(List.of())
                .complete()
                .connect()
                .alertIn(116, "certificate_required");
        assertThat(story.code()).isEqualTo("cert.withheld");
        assertThat(story.diagnosis().fix().orElseThrow().action()).isEqualTo(Action.ALWAYS_SEND_CERTIFICATE);
    }

    @Test
    void aKeyThatCanMakeNoSignatureOfTheList() {
        Story story = withheld(Choice.NO_COMMON_SIGNATURE);
        assertThat(story.code()).isEqualTo("cert.no-common-signature");
    }

    @Test
    void leftOutOnPurpose() {
        assertThat(withheld(Choice.NEVER).code()).isEqualTo("cert.left-out");
    }

    private static Story withheld(Choice choice) {
        return Story.tls()
                .identity(Fixtures.DEVICE)
                .connected()
                .hello()
                .serverHello("TLS 1.3")
                .requested()
                .chose(choice, false)
                .sent(List.of())
                .complete()
                .connect()
                .alertIn(116, "certificate_required");
    }

    @Test
    void leafWithoutItsIntermediate() {
        Diagnosis diagnosis = refused(Fixtures.DEVICE.leafOnly(), 48, "unknown_ca", "O=Plant,CN=Plant Root")
                .diagnosis();
        assertThat(diagnosis.code()).isEqualTo("cert.intermediate-missing");
        assertThat(diagnosis.evidence()).anyMatch(evidence -> evidence.key().equals("bench.leaf-sent-alone"));
    }

    /** Nothing says whether its issuer is a root or a link, so neither cause is more than likely. */
    @Test
    void leafOfAnIssuerOfWhichNothingIsKnown() {
        List<Hypothesis> candidates = refused(Fixtures.DEVICE.leafOnly(), 48, "unknown_ca", "O=Other,CN=Other Root")
                .judged()
                .conclusion()
                .candidates();
        assertThat(candidates)
                .extracting(Hypothesis::code)
                .startsWith("cert.issuer-unknown", "cert.intermediate-missing");
        assertThat(candidates).extracting(Hypothesis::certainty).startsWith(Certainty.LIKELY, Certainty.POSSIBLE);
    }

    @Test
    void leafWhoseIssuerTheServerListsIsNotMissingAnything() {
        assertThat(refused(Fixtures.DEVICE.leafOnly(), 48, "unknown_ca", "O=Plant,CN=Line CA")
                        .code())
                .isEqualTo("cert.issuer-unknown");
    }

    @Test
    void fullChainOfAnUnknownAuthority() {
        assertThat(refused(Fixtures.DEVICE, 48, "unknown_ca").code()).isEqualTo("cert.issuer-unknown");
    }

    @Test
    void selfSigned() {
        assertThat(refused(Fixtures.SELF_SIGNED, 48, "unknown_ca").code()).isEqualTo("cert.self-signed-refused");
    }

    @ParameterizedTest
    @ValueSource(ints = {45, 42, 46})
    void expiredWhateverTheServerCallsIt(int alert) {
        assertThat(refused(Fixtures.EXPIRED, alert, "x").code()).isEqualTo("cert.expired");
    }

    @Test
    void expiredByTheServersClockOnly() {
        assertThat(refused(Fixtures.SELF_SIGNED, 45, "certificate_expired").code())
                .isEqualTo("cert.called-expired");
    }

    @Test
    void anExpiredCertificateOfAnUnknownAuthorityIsReportedAsTheServerDoes() {
        assertThat(refused(Fixtures.EXPIRED, 48, "unknown_ca").code()).isEqualTo("cert.self-signed-refused");
    }

    @Test
    void notYetValid() {
        assertThat(refused(Fixtures.EARLY, 42, "bad_certificate").code()).isEqualTo("cert.not-yet-valid");
    }

    @ParameterizedTest
    @ValueSource(ints = {51, 40, 42, 46})
    void keyOfAnotherPairWhateverTheServerCallsIt(int alert) {
        Identity mixed = new Identity(Fixtures.SELF_SIGNED.chain(), Forge.ec().getPrivate());
        assertThat(refused(mixed, alert, "x").code()).isEqualTo("cert.key-mismatch");
    }

    @ParameterizedTest
    @ValueSource(ints = {43, 40, 46, 48})
    void wrongOrderWhateverTheServerCallsIt(int alert) {
        assertThat(refused(Fixtures.reversed(Fixtures.DEVICE), alert, "x").code())
                .isEqualTo("cert.wrong-order");
    }

    @Test
    void aStrangerInTheChain() {
        Identity stranger = Fixtures.withChain(Fixtures.DEVICE, Fixtures.DEVICE, Fixtures.SELF_SIGNED);
        assertThat(refused(stranger, 46, "certificate_unknown").code()).isEqualTo("cert.chain-broken");
    }

    @Test
    void anIntermediateThatIsNoAuthority() {
        Identity pretender = Forge.client("CN=Pretender").by(Fixtures.ROOT).make();
        Identity device = Forge.client("CN=pump").by(pretender).make();
        assertThat(refused(device, 48, "unknown_ca").code()).isEqualTo("cert.issuer-not-an-authority");
    }

    @Test
    void madeForAServer() {
        Identity server =
                Forge.client("CN=pump").purpose(KeyPurposeId.id_kp_serverAuth).make();
        assertThat(refused(server, 43, "unsupported_certificate").code()).isEqualTo("cert.wrong-usage");
        assertThat(refused(Fixtures.SELF_SIGNED, 43, "unsupported_certificate").code())
                .isEqualTo("cert.unsupported");
    }

    @Test
    void tooWeak() {
        Identity weak = Forge.client("CN=pump").with(Forge.rsa(1024)).make();
        assertThat(refused(weak, 42, "bad_certificate").code()).isEqualTo("cert.weak");
        assertThat(refused(Fixtures.SELF_SIGNED, 42, "bad_certificate").code()).isEqualTo("cert.bad");
    }

    @Test
    void plainWords() {
        assertThat(refused(Fixtures.DEVICE, 44, "certificate_revoked").code()).isEqualTo("cert.revoked");
        assertThat(refused(Fixtures.DEVICE, 49, "access_denied").code()).isEqualTo("cert.access-denied");
        assertThat(refused(Fixtures.DEVICE, 46, "certificate_unknown").code()).isEqualTo("cert.refused");
    }

    @Test
    void theAlertOfOlderTlsIsLost() {
        Story story = Story.tls()
                .identity(Fixtures.DEVICE)
                .connected()
                .hello()
                .serverHello("TLS 1.2")
                .requested()
                .sent(Fixtures.DEVICE.chain())
                .closed(Ending.RESET);
        assertThat(story.code()).isEqualTo("cert.refused-silently");
        assertThat(story.diagnosis().fix().orElseThrow().args()).containsEntry("version", "1.3");
    }

    @Test
    void aFaultThatCanBeSeenHereExplainsALostAlert() {
        Story story = Story.tls()
                .identity(Fixtures.EXPIRED)
                .connected()
                .hello()
                .serverHello("TLS 1.2")
                .requested()
                .sent(Fixtures.EXPIRED.chain())
                .closed(Ending.RESET);
        assertThat(story.code()).isEqualTo("cert.expired");
    }

    @Test
    void aServerThatOnlyWantsACertificateAndClosesForAnotherReason() {
        Story story = Story.tls()
                .connected()
                .hello()
                .serverHello("TLS 1.3")
                .requested()
                .sent(List.of())
                .complete();
        assertThat(story.connect().closed(Ending.EOF).code()).isEqualTo("port.closed-behind-tls");
    }

    @Test
    void acceptedInSpiteOfTheTrapWarnsAboutJava() {
        Story story = Story.tls()
                .identity(Fixtures.SELF_SIGNED)
                .connected()
                .hello()
                .serverHello("TLS 1.3")
                .serverChain(Fixtures.SERVER.chain())
                .requested("CN=localhost")
                .chose(Choice.SENT, false)
                .sent(Fixtures.SELF_SIGNED.chain())
                .complete()
                .connect()
                .connack(0)
                .goodbye();
        assertThat(story.passes()).isTrue();
        assertThat(story.checks(dev.gangway.bench.model.Check.State.WARNING))
                .containsExactly("stock-java-sends-nothing");
    }

    /** TLS 1.3: our side is complete, CONNECT is out, and then the alert arrives. */
    private static Story refused(Identity identity, int alert, String name, String... issuers) {
        return Story.tls()
                .identity(identity)
                .connected()
                .hello()
                .serverHello("TLS 1.3")
                .serverChain(Fixtures.SERVER.chain())
                .requested(issuers)
                .sent(identity.chain())
                .complete()
                .connect()
                .alertIn(alert, name)
                .closed(Ending.EOF);
    }
}
