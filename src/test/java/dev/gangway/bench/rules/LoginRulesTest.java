package dev.gangway.bench.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gangway.bench.event.TlsDetail.Choice;
import dev.gangway.bench.model.MqttOptions.Version;
import dev.gangway.diagnosis.Action;
import dev.gangway.faultlab.Forge;
import dev.gangway.pki.Identity;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** CONNACK refuses: what of the login was wrong. */
class LoginRulesTest {
    @ParameterizedTest
    @ValueSource(ints = {5, 0x86, 0x87})
    void unknownToken(int code) {
        assertThat(refused(Story.plain(), code).code()).isEqualTo("mqtt.token-unknown");
    }

    @Test
    void unknownPair() {
        assertThat(refused(Story.plain().login("u", "p"), 0x86).code()).isEqualTo("mqtt.login-refused");
    }

    @Test
    void whiteSpaceAtTheEdge() {
        assertThat(refused(Story.plain().login("token ", null), 0x86).code()).isEqualTo("mqtt.token-has-space");
        assertThat(refused(Story.plain().login("u", "p\n"), 0x86).code()).isEqualTo("mqtt.token-has-space");
        assertThat(refused(Story.plain().login("to ken", null), 0x86).code()).isEqualTo("mqtt.token-unknown");
    }

    @Test
    void tokenInThePassword() {
        assertThat(refused(Story.plain().login(null, "t"), 0x86).code()).isEqualTo("mqtt.token-in-password");
        assertThat(refused(Story.plain().login("", "t"), 0x86).code()).isEqualTo("mqtt.token-in-password");
    }

    @Test
    void nothingSent() {
        assertThat(refused(Story.plain().noLogin(), 0x85).code()).isEqualTo("mqtt.credential-missing");
        assertThat(refused(Story.plain().noLogin().version(Version.V3_1_1), 2).code())
                .isEqualTo("mqtt.credential-missing");
        assertThat(refused(Story.plain().noLogin(), 0x87).code()).isEqualTo("mqtt.anonymous-refused");
        assertThat(refused(Story.plain().noLogin().clientId(""), 2).code()).isEqualTo("mqtt.client-id-empty");
    }

    @Test
    void clientIdBesideALogin() {
        assertThat(refused(Story.plain(), 0x85).code()).isEqualTo("mqtt.client-id-refused");
        assertThat(refused(Story.plain().clientId(""), 2).code()).isEqualTo("mqtt.client-id-empty");
    }

    @Test
    void certificateNeverAskedFor() {
        Story story = Story.tls().noLogin().identity(Fixtures.DEVICE).tlsStands(Fixtures.SERVER.leaf());
        assertThat(refused(story, 0x85).code()).isEqualTo("mqtt.certificate-never-arrived");
    }

    @Test
    void certificateOverPlainTcp() {
        Story story = refused(Story.plain().noLogin().identity(Fixtures.DEVICE).connected(), 2);
        assertThat(story.code()).isEqualTo("mqtt.certificate-never-arrived");
        assertThat(story.diagnosis().fix().orElseThrow().action()).isEqualTo(Action.TURN_TLS_ON);
    }

    @Test
    void certificateSentAndKeptByAProxy() {
        assertThat(refused(withCertificate(Fixtures.DEVICE.leafOnly()).noLogin(), 0x85)
                        .code())
                .isEqualTo("mqtt.certificate-never-arrived");
    }

    @Test
    void certificateWithheldAsJavaDoes() {
        Story story = Story.tls()
                .noLogin()
                .identity(Fixtures.DEVICE)
                .connected()
                .hello()
                .serverHello("TLS 1.3")
                .requested("CN=localhost")
                .chose(Choice.ISSUER_NOT_ACCEPTED, false)
                .sent(List.of())
                .complete();
        assertThat(refused(story, 0x85).code()).isEqualTo("cert.withheld");
    }

    @Test
    void certificateUnknown() {
        assertThat(refused(withCertificate(Fixtures.SELF_SIGNED).noLogin(), 0x87)
                        .code())
                .isEqualTo("mqtt.certificate-unknown");
        assertThat(refused(withCertificate(Fixtures.SELF_SIGNED).noLogin(), 5).code())
                .isEqualTo("mqtt.certificate-unknown");
    }

    @Test
    void chainUnknown() {
        assertThat(refused(withCertificate(Fixtures.DEVICE).noLogin(), 0x87).code())
                .isEqualTo("mqtt.chain-unknown");
    }

    @Test
    void chainWithoutCommonName() {
        Identity nameless = Forge.client("O=Plant").by(Fixtures.LINE).make();
        assertThat(refused(withCertificate(nameless).noLogin(), 0x87).code()).isEqualTo("mqtt.common-name-missing");
    }

    @Test
    void certificateOutsideItsDates() {
        assertThat(refused(withCertificate(Fixtures.EXPIRED).noLogin(), 5).code())
                .isEqualTo("mqtt.certificate-expired");
        assertThat(refused(withCertificate(Fixtures.EARLY).noLogin(), 0x87).code())
                .isEqualTo("mqtt.certificate-not-yet-valid");
    }

    @Test
    void certificateWinsOverToken() {
        Story story = refused(withCertificate(Fixtures.SELF_SIGNED), 0x87);
        assertThat(story.code()).isEqualTo("mqtt.certificate-wins");
        assertThat(story.diagnosis().fix().orElseThrow().action()).isEqualTo(Action.DROP_CERTIFICATE);
    }

    private static Story withCertificate(Identity identity) {
        return Story.tls()
                .identity(identity)
                .connected()
                .hello()
                .serverHello("TLS 1.3")
                .serverChain(Fixtures.SERVER.chain())
                .requested("CN=localhost")
                .sent(identity.chain())
                .complete();
    }

    private static Story refused(Story story, int code) {
        return story.connect().connack(code);
    }
}
