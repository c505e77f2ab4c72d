package dev.gangway.bench.paho;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gangway.background.Cancellation;
import dev.gangway.bench.model.Endpoint;
import dev.gangway.bench.model.Endpoint.Transport;
import dev.gangway.bench.model.MqttOptions;
import dev.gangway.bench.model.MqttOptions.Version;
import dev.gangway.bench.model.Plan;
import dev.gangway.bench.model.Proxy;
import dev.gangway.bench.model.TlsOptions;
import dev.gangway.bench.paho.StockJavaResult.Hindrance;
import dev.gangway.bench.paho.StockJavaResult.NotTried;
import dev.gangway.bench.paho.StockJavaResult.Step;
import dev.gangway.faultlab.HostileServer;
import dev.gangway.secret.Secret;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The stock Java client at servers that are silent, hang up, or are not there; and where it is not tried. */
class StockJavaIT {
    private static final TlsOptions TLS = TlsOptions.trusting(List.of());

    @ParameterizedTest
    @EnumSource(Version.class)
    void aSilentServerEndsWithThePlansDeadline(Version version) {
        CountDownLatch done = new CountDownLatch(1);
        try (HostileServer server = HostileServer.start(socket -> hold(done))) {
            assertThat(StockJava.connect(
                            plan(server.port(), version).within(Duration.ofMillis(700)), new Cancellation()))
                    .contains(new StockJavaResult.NoAnswer());
        } finally {
            done.countDown();
        }
    }

    @ParameterizedTest
    @EnumSource(Version.class)
    void aCancelEndsItAndNothingIsSaid(Version version) {
        CountDownLatch done = new CountDownLatch(1);
        Cancellation cancellation = new Cancellation();
        try (HostileServer server = HostileServer.start(socket -> {
            cancellation.cancel();
            hold(done);
        })) {
            Plan patient = plan(server.port(), version).within(Duration.ofMinutes(10));
            assertThat(StockJava.check(patient, cancellation)).isEmpty();
        } finally {
            done.countDown();
        }
    }

    @ParameterizedTest
    @EnumSource(Version.class)
    void aServerThatHangsUpIsToldFromOneThatIsNotThere(Version version) throws IOException {
        try (HostileServer server =
                HostileServer.start(socket -> socket.getInputStream().read())) {
            assertThat(step(plan(server.port(), version))).isEqualTo(Step.CLOSED);
        }
        int free;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            free = socket.getLocalPort();
        }
        assertThat(step(plan(free, version))).isEqualTo(Step.UNREACHABLE);
    }

    @Test
    void whatItCannotDoIsSaidInsteadOfLeftOut() {
        Plan plain = plan(1, Version.V5);
        Plan secure = plain.at(new Endpoint("localhost", 1, Transport.TLS, ""));
        assertThat(why(plain.at(new Endpoint("localhost", 1, Transport.HTTP, "/"))))
                .isEqualTo(Hindrance.DEVICE_API);
        assertThat(why(plain.through(new Proxy(Proxy.Kind.SOCKS5, "localhost", 1, Optional.empty(), Optional.empty()))))
                .isEqualTo(Hindrance.PROXY);
        assertThat(why(plain.over(wire -> wire.withSmallPackets()))).isEqualTo(Hindrance.WIRE);
        assertThat(why(secure.withTls(TLS.expecting("other.example")))).isEqualTo(Hindrance.SERVER_NAME);
        assertThat(why(secure.withTls(TLS.withoutSni()))).isEqualTo(Hindrance.SERVER_NAME);
        assertThat(why(plain.withMqtt(plain.mqtt()
                        .withAuthentication(
                                Optional.of(new MqttOptions.Authentication("SCRAM-SHA-256", "me", Secret.of("pw")))))))
                .isEqualTo(Hindrance.AUTHENTICATION);
        assertThat(why(plain.withMqtt(plain.mqtt()
                        .withVersion(Version.V3_1_1)
                        .withLogin(Optional.empty(), Optional.of(Secret.of("pw"))))))
                .isEqualTo(Hindrance.NO_USER_NAME);
    }

    private static Hindrance why(Plan plan) {
        return ((NotTried) StockJava.connect(plan, new Cancellation()).orElseThrow()).why();
    }

    private static Step step(Plan plan) {
        return ((StockJavaResult.Failed)
                        StockJava.connect(plan, new Cancellation()).orElseThrow())
                .step();
    }

    private static Plan plan(int port, Version version) {
        return Plan.connect(
                Endpoint.of("localhost", port, false),
                TLS,
                MqttOptions.of(version, "dev", Optional.empty(), Optional.empty()));
    }

    private static void hold(CountDownLatch done) {
        try {
            done.await();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
