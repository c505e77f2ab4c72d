package dev.gangway.bench.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gangway.bench.event.Direction;
import dev.gangway.bench.event.Layer;
import dev.gangway.bench.event.NetDetail.Ending;
import dev.gangway.bench.event.NetDetail.HttpStatus;
import dev.gangway.bench.event.NetDetail.TcpFault;
import dev.gangway.bench.event.ProbeDetail.SilenceProbed;
import dev.gangway.diagnosis.Action;
import dev.gangway.diagnosis.Diagnosis;
import org.junit.jupiter.api.Test;

class NetworkRulesTest {
    @Test
    void aNameNobodyKnows() {
        assertThat(Story.plain().notResolved().code()).isEqualTo("net.unknown-host");
    }

    @Test
    void nobodyWhoKnowsNames() {
        Story story = Story.plain()
                .add(
                        Layer.DNS,
                        Direction.NONE,
                        "Resolve",
                        new dev.gangway.bench.event.NetDetail.Closed(Ending.TIMEOUT));
        assertThat(story.code()).isEqualTo("net.name-server-silent");
    }

    @Test
    void aPastedUrlIsNamedAndMended() {
        Diagnosis diagnosis = Story.plain()
                .at("mqtt://broker.example:1883/", 1883)
                .notResolved()
                .diagnosis();
        assertThat(diagnosis.code()).isEqualTo("net.host-not-plain");
        assertThat(diagnosis.fix().orElseThrow().args()).containsEntry("host", "broker.example");
    }

    @Test
    void anAddressOfVersionSixIsNoPastedUrl() {
        assertThat(Story.plain()
                        .at("2001:db8::1", 1883)
                        .tcpFailed(TcpFault.NO_ROUTE)
                        .code())
                .isEqualTo("net.no-route");
    }

    @Test
    void refusedOffersTheUsualPort() {
        Diagnosis diagnosis = Story.plain()
                .at("h", 1884)
                .resolved("192.0.2.1")
                .tcpFailed(TcpFault.REFUSED)
                .diagnosis();
        assertThat(diagnosis.code()).isEqualTo("net.refused");
        assertThat(diagnosis.fix().orElseThrow().action()).isEqualTo(Action.USE_PORT);
        assertThat(diagnosis.fix().orElseThrow().args()).containsEntry("port", "1883");
    }

    @Test
    void refusedOnTheUsualPortOffersNoOther() {
        assertThat(Story.plain().tcpFailed(TcpFault.REFUSED).diagnosis().fix()).isEmpty();
    }

    @Test
    void aRefusalSaysMoreThanTheSilenceOfAnotherAddress() {
        assertThat(Story.plain()
                        .tcpFailed(TcpFault.REFUSED)
                        .tcpFailed(TcpFault.TIMEOUT)
                        .code())
                .isEqualTo("net.refused");
    }

    @Test
    void silence() {
        assertThat(Story.plain().tcpFailed(TcpFault.TIMEOUT).code()).isEqualTo("net.connect-timeout");
    }

    @Test
    void anotherReason() {
        assertThat(Story.plain().tcpFailed(TcpFault.OTHER).code()).isEqualTo("net.connect-failed");
    }

    @Test
    void oneDeadAddressOfTwoIsOnlyWorthAWarning() {
        Story story = Story.plain()
                .tcpFailed(TcpFault.REFUSED)
                .connected()
                .connect()
                .connack(0)
                .goodbye();
        assertThat(story.passes()).isTrue();
        assertThat(story.checks(dev.gangway.bench.model.Check.State.WARNING)).contains("some-addresses-fail");
    }

    @Test
    void hungUpBeforeAnythingWasSent() {
        assertThat(hungUpOnConnect(true).code()).isEqualTo("net.hung-up-at-once");
        assertThat(Story.plain().tcpFailed(TcpFault.RESET).code()).isEqualTo("net.hung-up-at-once");
        assertThat(hungUpOnConnect(false).code()).isEqualTo("port.closed-on-connect");
    }

    private static Story hungUpOnConnect(boolean onSilenceToo) {
        return Story.plain()
                .connected()
                .connect()
                .closed(Ending.RESET)
                .add(Layer.TCP, Direction.NONE, "Probe silence", new SilenceProbed(onSilenceToo));
    }

    @Test
    void aProxyThatSaysNo() {
        Story story = Story.tls().connected().add(Layer.PROXY, Direction.IN, "Proxy answer", new HttpStatus(407));
        assertThat(story.code()).isEqualTo("net.proxy-refused");
    }

    @Test
    void aProxyThatSaysYesIsNotTheCause() {
        Story story = Story.tls().connected().add(Layer.PROXY, Direction.IN, "Proxy answer", new HttpStatus(200));
        assertThat(story.hello().closed(Ending.RESET).code()).isEqualTo("port.no-tls");
    }

    @Test
    void aRunThatNobodyCanExplainStillSaysWhatWasSeenLast() {
        assertThat(Story.plain().resolved("192.0.2.1").code()).isEqualTo("net.broke-off");
    }

    @Test
    void somebodyOnTheWayForbidsThePort() {
        assertThat(Story.plain()
                        .resolved("192.0.2.1")
                        .tcpFailed(TcpFault.PROHIBITED)
                        .code())
                .isEqualTo("net.forbidden-on-the-way");
        assertThat(Story.plain()
                        .resolved("192.0.2.1")
                        .tcpFailed(TcpFault.NO_ROUTE)
                        .code())
                .isEqualTo("net.no-route");
    }
}
