package dev.gangway.bench.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gangway.bench.event.Direction;
import dev.gangway.bench.event.Layer;
import dev.gangway.bench.event.NetDetail.Ending;
import dev.gangway.bench.event.ProbeDetail.TlsProbed;
import dev.gangway.bench.model.MqttOptions.Version;
import dev.gangway.diagnosis.Action;
import org.junit.jupiter.api.Test;

class HangUpRulesTest {
    @Test
    void duringTheHandshake() {
        assertThat(Story.tls()
                        .connected()
                        .hello()
                        .serverHello("TLS 1.3")
                        .closed(Ending.EOF)
                        .code())
                .isEqualTo("tls.broke-off");
    }

    @Test
    void onConnect() {
        assertThat(Story.plain().connected().connect().closed(Ending.EOF).code())
                .isEqualTo("port.closed-on-connect");
        assertThat(Story.tls()
                        .tlsStands(Fixtures.SERVER.leaf())
                        .connect()
                        .closed(Ending.EOF)
                        .code())
                .isEqualTo("port.closed-behind-tls");
    }

    @Test
    void onConnectToAPortThatAnswersTls() {
        Story story = Story.plain().connected().connect().closed(Ending.EOF);
        assertThat(story.add(Layer.TLS, Direction.NONE, "Probe TLS", new TlsProbed(true))
                        .code())
                .isEqualTo("port.needs-tls");
    }

    @Test
    void onConnectToAPortThatDoesNot() {
        Story story = Story.plain().connected().connect().closed(Ending.EOF);
        assertThat(story.add(Layer.TLS, Direction.NONE, "Probe TLS", new TlsProbed(false))
                        .code())
                .isEqualTo("port.closed-on-connect");
        assertThat(story.diagnosis().remedies()).noneMatch(remedy -> remedy.action() == Action.TURN_TLS_ON);
    }

    @Test
    void passwordWithoutUserBeforeVersionFive() {
        Story story = Story.plain().version(Version.V3_1_1).login(null, "secret");
        assertThat(story.connected().connect().closed(Ending.EOF).code()).isEqualTo("mqtt.password-without-user");
    }

    @Test
    void passwordWithoutUserInVersionFiveIsAllowed() {
        Story story = Story.plain().login(null, "secret");
        assertThat(story.connected().connect().closed(Ending.EOF).code()).isEqualTo("port.closed-on-connect");
    }

    @Test
    void oldVersionAndALongClientId() {
        Story story = Story.plain().version(Version.V3_1).clientId("a-client-id-of-24-letters");
        assertThat(story.connected().connect().closed(Ending.EOF).code()).isEqualTo("mqtt.client-id-too-long");
    }

    @Test
    void oldVersionAndAShortClientId() {
        Story story = Story.plain().version(Version.V3_1).clientId("a-client-id-of-23-chars");
        assertThat(story.connected().connect().closed(Ending.EOF).code()).isEqualTo("port.closed-on-connect");
    }

    @Test
    void silence() {
        assertThat(Story.plain().connected().connect().closed(Ending.TIMEOUT).code())
                .isEqualTo("mqtt.no-connack");
        assertThat(Story.plain()
                        .at("h", 8080)
                        .connected()
                        .connect()
                        .closed(Ending.TIMEOUT)
                        .code())
                .isEqualTo("port.silent");
        assertThat(Story.tls().connected().hello().closed(Ending.TIMEOUT).code())
                .isEqualTo("port.silent");
        assertThat(Story.tls()
                        .connected()
                        .hello()
                        .serverHello("TLS 1.3")
                        .closed(Ending.TIMEOUT)
                        .code())
                .isEqualTo("tls.stalled");
        assertThat(Story.tls()
                        .tlsStands(Fixtures.SERVER.leaf())
                        .connect()
                        .closed(Ending.TIMEOUT)
                        .code())
                .isEqualTo("mqtt.no-connack");
    }

    @Test
    void outOfTimeBeforeAnythingElse() {
        assertThat(Story.plain().connected().closed(Ending.TIMEOUT).code()).isEqualTo("net.no-answer");
    }
}
