package dev.gangway.line.plant;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dev.gangway.bench.kinds.Kinds;
import dev.gangway.bench.live.LiveBench;
import dev.gangway.onboarding.PortRelay;
import dev.gangway.pki.bouncycastle.BouncyCastleMaker;
import dev.gangway.practice.PracticeClient;
import dev.gangway.practice.PracticeOptions;
import dev.gangway.practice.PracticeServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Results go over one connection; one that breaks costs no result, and the next connection is made by itself. */
class ResultConnectionsIT {
    @Test
    void aBrokerSeesOneConnectionAndAnotherAfterItBroke() throws IOException {
        try (PracticeServer server = PracticeServer.start(PracticeOptions.freePorts(new BouncyCastleMaker()))
                        .orThrow();
                PracticeClient rest = PracticeClient.of(server);
                PortRelay relay = PortRelay.open(InetAddress.getLoopbackAddress(), 0, server.mqttPort());
                BrokerTarget target = new BrokerTarget(
                        new LiveBench(Kinds.judge()),
                        BrokerTarget.Address.parse("mqtt://127.0.0.1:" + relay.port() + "/v1/devices/me/telemetry")
                                .orElseThrow(),
                        Optional.of("PLANT-TOKEN"),
                        Optional.empty(),
                        List.of())) {
            assertThat(target.take("{\"n\":0}")).as("nobody it knows yet").isPresent();
            int inVain = relay.accepted();

            String device = rest.deviceWithToken("plant", "PLANT-TOKEN");
            IntStream.rangeClosed(1, 20)
                    .forEach(i -> assertThat(target.take("{\"n\":" + i + "}")).isEmpty());
            assertThat(relay.accepted() - inVain).isEqualTo(1);

            relay.cut();
            assertThat(target.take("{\"n\":21}")).isEmpty();
            assertThat(relay.accepted() - inVain).isEqualTo(2);
            assertThat(rest.get("/api/plugins/telemetry/DEVICE/" + device + "/values/timeseries?keys=n")
                            .json()
                            .path("n")
                            .path(0)
                            .path("value")
                            .asText())
                    .isEqualTo("21");

            relay.close();
            assertThat(target.take("{\"n\":22}")).as("the broker is gone").isPresent();
        }
    }

    @Test
    void aWebServerSeesOneConnection() throws IOException {
        Set<Integer> from = ConcurrentHashMap.newKeySet();
        HttpServer web = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        web.createContext("/", exchange -> {
            from.add(exchange.getRemoteAddress().getPort());
            exchange.getRequestBody().readAllBytes();
            exchange.sendResponseHeaders(204, -1);
            exchange.close();
        });
        web.start();
        try (ResultTarget target = new ResultTarget.Http(
                URI.create("http://127.0.0.1:" + web.getAddress().getPort() + "/results"))) {
            IntStream.range(0, 20)
                    .forEach(i -> assertThat(target.take("{\"n\":" + i + "}")).isEmpty());
        } finally {
            web.stop(0);
        }
        assertThat(from).hasSize(1);
    }
}
