package dev.gangway.bench.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gangway.bench.event.Direction;
import dev.gangway.bench.event.Layer;
import dev.gangway.bench.event.NetDetail.Ending;
import dev.gangway.bench.event.NetDetail.Foreign;
import dev.gangway.bench.event.NetDetail.HttpStatus;
import dev.gangway.bench.model.Endpoint;
import dev.gangway.bench.model.Endpoint.Transport;
import dev.gangway.diagnosis.Action;
import dev.gangway.diagnosis.Diagnosis;
import org.junit.jupiter.api.Test;

class ForeignProtocolRulesTest {
    @Test
    void plainToTls() {
        Diagnosis diagnosis = Story.plain()
                .at("h", 8883)
                .connected()
                .connect()
                .foreign(Foreign.TLS, 0x15, 3, 3, 0, 2, 2, 10)
                .closed(Ending.EOF)
                .diagnosis();
        assertThat(diagnosis.code()).isEqualTo("port.needs-tls");
        assertThat(diagnosis.fix().orElseThrow().action()).isEqualTo(Action.TURN_TLS_ON);
        assertThat(diagnosis.evidence().getFirst().args()).containsEntry("bytes", "15 03 03 00 02 02 0A");
    }

    @Test
    void tlsToPlainThatAnswers() {
        assertThat(Story.tls()
                        .connected()
                        .hello()
                        .foreign(Foreign.MQTT, 0x20, 2, 0, 1)
                        .code())
                .isEqualTo("port.plain-answer");
        assertThat(Story.tls()
                        .connected()
                        .hello()
                        .foreign(Foreign.TEXT, 'h', 'i')
                        .code())
                .isEqualTo("port.plain-answer");
    }

    @Test
    void tlsToPlainThatHangsUp() {
        Diagnosis diagnosis =
                Story.tls().connected().hello().closed(Ending.RESET).diagnosis();
        assertThat(diagnosis.code()).isEqualTo("port.no-tls");
        assertThat(diagnosis.fix().orElseThrow().action()).isEqualTo(Action.TURN_TLS_OFF);
    }

    @Test
    void aWebServer() {
        assertThat(Story.plain()
                        .at("h", 8080)
                        .connected()
                        .connect()
                        .foreign(Foreign.HTTP, 'H', 'T')
                        .code())
                .isEqualTo("port.http");
        assertThat(Story.tls()
                        .connected()
                        .hello()
                        .foreign(Foreign.HTTP, 'H', 'T')
                        .code())
                .isEqualTo("port.http");
    }

    @Test
    void aWebServerBehindTls() {
        assertThat(Story.tls()
                        .tlsStands(Fixtures.SERVER.leaf())
                        .connect()
                        .foreign(Foreign.HTTP, 'H', 'T')
                        .code())
                .isEqualTo("port.http-behind-tls");
    }

    @Test
    void aLoginPageOfTheLocalNetwork() {
        Story story = Story.plain().at("mqtt.thingsboard.cloud", 1883);
        assertThat(story.resolved("10.1.1.1")
                        .connected()
                        .connect()
                        .foreign(Foreign.HTTP, 'H')
                        .code())
                .isEqualTo("net.captive-portal");
    }

    @Test
    void aLocalNameWithAPrivateAddressIsNoLoginPage() {
        Story story = Story.plain().at("broker.local", 1883);
        assertThat(story.resolved("10.1.1.1")
                        .connected()
                        .connect()
                        .foreign(Foreign.HTTP, 'H')
                        .code())
                .isEqualTo("port.http");
    }

    @Test
    void somethingElse() {
        assertThat(Story.plain()
                        .connected()
                        .connect()
                        .foreign(Foreign.TEXT, 'S', 'S', 'H')
                        .code())
                .isEqualTo("port.foreign");
        assertThat(Story.plain()
                        .connected()
                        .connect()
                        .foreign(Foreign.UNKNOWN, 0, 0)
                        .code())
                .isEqualTo("port.foreign");
        assertThat(Story.plain()
                        .connected()
                        .connect()
                        .foreign(Foreign.MQTT, 0x20, 9)
                        .code())
                .isEqualTo("mqtt.unreadable");
        assertThat(Story.tls()
                        .connected()
                        .hello()
                        .foreign(Foreign.TLS, 0x16, 3, 3, -1)
                        .code())
                .isEqualTo("tls.garbled");
    }

    @Test
    void noWebSocketThere() {
        Story story = Story.to(new Endpoint("h", 80, Transport.WS, "/mqtt"))
                .connected()
                .add(Layer.WEBSOCKET, Direction.IN, "Upgrade answer", new HttpStatus(404));
        assertThat(story.code()).isEqualTo("port.websocket-refused");
    }

    @Test
    void aWebSocketThatOpens() {
        Story story = Story.to(new Endpoint("h", 80, Transport.WS, "/mqtt"))
                .connected()
                .add(Layer.WEBSOCKET, Direction.IN, "Upgrade answer", new HttpStatus(101))
                .connect()
                .connack(0)
                .goodbye();
        assertThat(story.passes()).isTrue();
    }
}
