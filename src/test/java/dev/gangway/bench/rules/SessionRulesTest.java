package dev.gangway.bench.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gangway.bench.event.NetDetail.Ending;
import dev.gangway.bench.model.MqttOptions.Version;
import dev.gangway.bench.mqtt.packet.PacketType;
import dev.gangway.pki.Identity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SessionRulesTest {
    private static final String TOPIC = "v1/devices/me/telemetry";

    @Test
    void everyPlannedStepWorked() {
        assertThat(accepted(1).publish(1, 8).ack(PacketType.PUBACK, 0).goodbye().passes())
                .isTrue();
        assertThat(accepted(1)
                        .version(Version.V3_1_1)
                        .publish(1, 8)
                        .ack(PacketType.PUBACK)
                        .goodbye()
                        .passes())
                .isTrue();
        assertThat(accepted(0).publish(0, 8).goodbye().passes()).isTrue();
        assertThat(accepted(2)
                        .publish(2, 8)
                        .ack(PacketType.PUBREC, 0)
                        .ack(PacketType.PUBCOMP, 0)
                        .goodbye()
                        .passes())
                .isTrue();
    }

    @Test
    void acceptanceAloneIsNotEnough() {
        assertThat(accepted(1).publish(1, 8).closed(Ending.TIMEOUT).code()).isEqualTo("session.no-acknowledgement");
    }

    @Test
    void acknowledgedButNotShown() {
        assertThat(accepted(1)
                        .readingBack()
                        .publish(1, 8)
                        .ack(PacketType.PUBACK, 0)
                        .readBack(false)
                        .goodbye()
                        .code())
                .isEqualTo("session.not-seen");
        assertThat(accepted(1)
                        .readingBack()
                        .publish(1, 8)
                        .ack(PacketType.PUBACK, 0)
                        .readBack(true)
                        .goodbye()
                        .passes())
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "0x90, session.topic-unknown",
        "0x87, session.not-allowed",
        "0x99, session.payload-refused",
        "0x97, session.rate-limited",
        "0x80, session.publish-refused",
    })
    void refusedPublication(String code, String expected) {
        assertThat(accepted(1)
                        .publish(1, 8)
                        .ack(PacketType.PUBACK, Integer.decode(code))
                        .goodbye()
                        .code())
                .isEqualTo(expected);
    }

    @Test
    void noSubscribersIsNoRefusal() {
        assertThat(accepted(1)
                        .publish(1, 8)
                        .ack(PacketType.PUBACK, 0x10)
                        .goodbye()
                        .passes())
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "0x8E, session.taken-over",
        "0x98, session.credential-changed",
        "0xA0, session.idle",
        "0x8D, session.keep-alive-missed",
        "0x8B, session.shutting-down",
        "0x95, session.too-large",
        "0x96, session.rate-limited",
        "0x9B, session.qos-not-supported",
        "0x9D, session.moved",
        "0x82, session.ended-by-server",
    })
    void goodbye(String code, String expected) {
        assertThat(accepted(1)
                        .disconnect(Integer.decode(code))
                        .closed(Ending.EOF)
                        .code())
                .isEqualTo(expected);
    }

    @Test
    void qosTwoAnsweredAsOne() {
        assertThat(accepted(2)
                        .publish(2, 8)
                        .ack(PacketType.PUBACK, 0)
                        .closed(Ending.TIMEOUT)
                        .code())
                .isEqualTo("session.qos-not-supported");
    }

    @Test
    void closedAfterTheMessage() {
        assertThat(accepted(1)
                        .version(Version.V3_1_1)
                        .publish(1, 8)
                        .closed(Ending.EOF)
                        .code())
                .isEqualTo("session.closed-after-publish");
        assertThat(accepted(1).publish(1, 70_000).closed(Ending.RESET).code()).isEqualTo("session.too-large");
    }

    @Test
    void lostWithoutAMessage() {
        assertThat(Story.plain().connect().connack(0).closed(Ending.EOF).code()).isEqualTo("session.lost");
    }

    @ParameterizedTest
    @CsvSource({"true, session.lost", "false, session.credential-changed"})
    void whatTheServerStoresTellsAChangedCredentialFromALoss(boolean matches, String expected) {
        assertThat(Story.plain()
                        .connect()
                        .connack(0)
                        .closed(Ending.EOF)
                        .facts(Fixtures.facts(true, "ACCESS_TOKEN", matches))
                        .code())
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"0x8E, session.credential-changed", "0x8B, session.shutting-down"})
    void aVagueGoodbyeIsLookedInto(String code, String expected) {
        assertThat(Story.plain()
                        .connect()
                        .connack(0)
                        .disconnect(Integer.decode(code))
                        .closed(Ending.EOF)
                        .facts(Fixtures.facts(true, "ACCESS_TOKEN", false))
                        .code())
                .isEqualTo(expected);
    }

    @Test
    void theCertificateRanOutMeanwhile() {
        assertThat(withCertificate(Fixtures.EXPIRED).closed(Ending.EOF).code())
                .isEqualTo("session.certificate-expired");
        assertThat(withCertificate(Fixtures.SELF_SIGNED).closed(Ending.EOF).code())
                .isEqualTo("session.lost");
    }

    private static Story withCertificate(Identity identity) {
        return Story.tls()
                .noLogin()
                .hello()
                .serverHello("TLS 1.3")
                .requested("CN=localhost")
                .sent(identity.chain())
                .complete()
                .connect()
                .connack(0);
    }

    @Test
    void nothingWasPlannedAndNothingComes() {
        assertThat(Story.plain().connect().connack(0).closed(Ending.TIMEOUT).code())
                .isEqualTo("session.silent");
    }

    @Test
    void closedInAnswerToOurOwnGoodbyeIsNoLoss() {
        assertThat(Story.plain().connect().connack(0).goodbye().passes()).isTrue();
    }

    @Test
    void refusedSubscription() {
        assertThat(Story.plain()
                        .connect()
                        .connack(0)
                        .ack(PacketType.SUBACK, 0x8F)
                        .closed(Ending.EOF)
                        .code())
                .isEqualTo("session.filter-refused");
    }

    private static Story accepted(int qos) {
        return Story.plain().publishing(TOPIC, qos).connected().connect().connack(0);
    }
}
