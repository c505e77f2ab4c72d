package dev.gangway.bench.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gangway.bench.model.ServerFacts;
import dev.gangway.pki.Fingerprints;
import dev.gangway.pki.Identity;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DeviceRulesTest {
    @Test
    void noSuchDevice() {
        assertThat(token(Fixtures.facts(false, "ACCESS_TOKEN", false)).code()).isEqualTo("device.missing");
    }

    @Test
    void anotherToken() {
        assertThat(token(Fixtures.facts(true, "ACCESS_TOKEN", false)).code()).isEqualTo("device.login-differs");
    }

    @Test
    void theSameToken() {
        assertThat(token(Fixtures.facts(true, "ACCESS_TOKEN", true)).code()).isEqualTo("device.matches-but-refused");
    }

    @Test
    void tokenWhereACertificateIsStored() {
        assertThat(token(Fixtures.facts(true, "X509_CERTIFICATE", false)).code())
                .isEqualTo("device.credential-type-differs");
    }

    @Test
    void certificateWhereATokenIsStored() {
        assertThat(certificate(Fixtures.SELF_SIGNED, Fixtures.facts(true, "ACCESS_TOKEN", false))
                        .code())
                .isEqualTo("device.credential-type-differs");
    }

    @Test
    void chainWhereATokenIsStored() {
        assertThat(certificate(Fixtures.DEVICE, chain("ACCESS_TOKEN", "(.*)")).code())
                .isEqualTo("device.chain-holds-other-type");
    }

    @Test
    void anotherCertificate() {
        assertThat(certificate(Fixtures.SELF_SIGNED, stored("00")).code()).isEqualTo("device.certificate-differs");
    }

    @Test
    void theSameCertificate() {
        String id = Fingerprints.credentialsId(Fixtures.SELF_SIGNED.leaf());
        assertThat(certificate(Fixtures.SELF_SIGNED, stored(id)).code()).isEqualTo("device.matches-but-refused");
    }

    @Test
    void theSameCertificateAndExpired() {
        String id = Fingerprints.credentialsId(Fixtures.EXPIRED.leaf());
        assertThat(certificate(Fixtures.EXPIRED, stored(id)).code()).isEqualTo("mqtt.certificate-expired");
    }

    @Test
    void expressionThatYieldsNoName() {
        assertThat(certificate(Fixtures.DEVICE, chain("X509_CERTIFICATE", "valve-(.*)"))
                        .code())
                .isEqualTo("device.name-not-matched");
        assertThat(certificate(Fixtures.DEVICE, chain("X509_CERTIFICATE", "pump-.*"))
                        .code())
                .isEqualTo("device.name-not-matched");
        assertThat(certificate(Fixtures.DEVICE, chain("X509_CERTIFICATE", "pump-(.*"))
                        .code())
                .isEqualTo("device.name-not-matched");
    }

    @Test
    void expressionThatYieldsAName() {
        assertThat(certificate(Fixtures.DEVICE, chain("X509_CERTIFICATE", "(pump-.*)"))
                        .code())
                .isEqualTo("mqtt.chain-unknown");
    }

    @Test
    void anchorNotSent() {
        assertThat(certificate(Fixtures.DEVICE.leafOnly(), chain("X509_CERTIFICATE", "(.*)"))
                        .code())
                .isEqualTo("mqtt.anchor-not-sent");
    }

    @Test
    void profileWithoutMqtt() {
        ServerFacts coap = new ServerFacts(
                true,
                Optional.of("ACCESS_TOKEN"),
                Optional.of(true),
                Optional.empty(),
                Optional.of("sensors"),
                Optional.of("COAP"),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
        assertThat(Story.plain().facts(coap).connect().connack(0x88).code()).isEqualTo("device.wrong-transport");
        assertThat(Story.plain().connect().connack(0x88).code()).isEqualTo("mqtt.unavailable");
    }

    private static Story token(ServerFacts facts) {
        return Story.plain().facts(facts).connect().connack(0x86);
    }

    private static Story certificate(Identity identity, ServerFacts facts) {
        return Story.tls()
                .noLogin()
                .identity(identity)
                .facts(facts)
                .connected()
                .hello()
                .serverHello("TLS 1.3")
                .requested("CN=localhost")
                .sent(identity.chain())
                .complete()
                .connect()
                .connack(0x87);
    }

    private static ServerFacts stored(String credentialsId) {
        return new ServerFacts(
                true,
                Optional.of("X509_CERTIFICATE"),
                Optional.of(
                        Fingerprints.credentialsId(Fixtures.SELF_SIGNED.leaf()).equals(credentialsId)),
                Optional.of(credentialsId),
                Optional.of("default"),
                Optional.of("DEFAULT"),
                Optional.of("DISABLED"),
                Optional.empty(),
                Optional.empty());
    }

    private static ServerFacts chain(String type, String expression) {
        return new ServerFacts(
                true,
                Optional.of(type),
                Optional.of(false),
                Optional.of("00"),
                Optional.of("chained"),
                Optional.of("DEFAULT"),
                Optional.of("X509_CERTIFICATE_CHAIN"),
                Optional.of(expression),
                Optional.empty());
    }
}
