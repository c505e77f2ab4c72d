package dev.gangway.bench;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gangway.bench.event.NetDetail;
import dev.gangway.bench.model.Endpoint;
import dev.gangway.bench.model.Endpoint.Transport;
import dev.gangway.bench.model.MqttOptions;
import dev.gangway.bench.model.MqttOptions.Version;
import dev.gangway.bench.model.Plan;
import dev.gangway.bench.model.Proxy;
import dev.gangway.bench.model.Publication;
import dev.gangway.bench.model.Run;
import dev.gangway.bench.model.TlsOptions;
import dev.gangway.bench.mqtt.packet.Connack;
import dev.gangway.pki.Identity;
import dev.gangway.secret.Secret;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** WebSocket, secure WebSocket, HTTP and SOCKS proxies, in front of a real broker. */
@Tag("mosquitto")
class WaysInIT {
    private static final Identity ROOT = TestChain.root("Ways Root");
    private static final String[] OPEN = {"allow_anonymous true"};

    @TempDir
    private Path folder;

    @ParameterizedTest
    @EnumSource(Version.class)
    void webSocketPasses(Version version) throws Exception {
        try (Mosquitto broker = Mosquitto.start(folder, OPEN);
                WebSocketGateway gateway = new WebSocketGateway(broker.port(), Optional.empty())) {
            Run run = Runs.of(plan(new Endpoint("127.0.0.1", gateway.port(), Transport.WS, "/mqtt"), version));
            assertThat(run.passed()).as(Runs.show(run)).isTrue();
            assertThat(Runs.detail(run, NetDetail.HttpStatus.class)).contains(new NetDetail.HttpStatus(101));
        }
    }

    @Test
    void secureWebSocketPasses() throws Exception {
        try (Mosquitto broker = Mosquitto.start(folder, OPEN);
                WebSocketGateway gateway = new WebSocketGateway(broker.port(), Optional.of(TestChain.server(ROOT)))) {
            Run run = Runs.of(plan(new Endpoint("localhost", gateway.port(), Transport.WSS, "/mqtt"), Version.V5));
            assertThat(run.passed()).as(Runs.show(run)).isTrue();
        }
    }

    @Test
    void webSocketToAnotherPortShowsWhatAnswered() throws Exception {
        try (Mosquitto broker = Mosquitto.start(folder, OPEN)) {
            Run run = Runs.of(plan(new Endpoint("localhost", broker.port(), Transport.WS, "/mqtt"), Version.V5));
            assertThat(run.passed()).isFalse();
            assertThat(Runs.detail(run, Connack.class)).isEmpty();
        }
    }

    @Test
    void anHttpProxyWithLoginIsPassed() throws Exception {
        String basic = Base64.getEncoder().encodeToString("guard:letmein".getBytes());
        try (Mosquitto broker = Mosquitto.start(folder, OPEN);
                HostileServer proxy = TestProxy.http(basic)) {
            Plan plan = plan(Endpoint.of("broker.invalid", broker.port(), false), Version.V5);
            Run run = Runs.of(plan.through(proxy(Proxy.Kind.HTTP, proxy, "letmein")));
            assertThat(run.passed()).as(Runs.show(run)).isTrue();
            assertThat(run.events().toString()).doesNotContain("letmein").doesNotContain(basic);
            Run refused = Runs.of(plan.through(proxy(Proxy.Kind.HTTP, proxy, "wrong")));
            assertThat(Runs.detail(refused, NetDetail.HttpStatus.class)).contains(new NetDetail.HttpStatus(407));
        }
    }

    @Test
    void aSocksProxyIsPassed() throws Exception {
        try (Mosquitto broker = Mosquitto.start(folder, OPEN);
                HostileServer proxy = TestProxy.socks()) {
            Proxy socks = new Proxy(Proxy.Kind.SOCKS5, "127.0.0.1", proxy.port(), Optional.empty(), Optional.empty());
            Run run = Runs.of(plan(Endpoint.of("broker.invalid", broker.port(), false), Version.V5)
                    .through(socks));
            assertThat(run.passed()).as(Runs.show(run)).isTrue();
            assertThat(Runs.detail(run, NetDetail.SocksReply.class)).contains(new NetDetail.SocksReply(0));
        }
    }

    private static Proxy proxy(Proxy.Kind kind, HostileServer server, String password) {
        return new Proxy(kind, "127.0.0.1", server.port(), Optional.of("guard"), Optional.of(Secret.of(password)));
    }

    private static Plan plan(Endpoint endpoint, Version version) {
        return Plan.connect(
                        endpoint,
                        TlsOptions.trusting(List.of(ROOT.leaf())),
                        MqttOptions.of(version, "ways-in", Optional.empty(), Optional.empty()))
                .publishing(new Publication("a", new byte[300], 1));
    }
}
