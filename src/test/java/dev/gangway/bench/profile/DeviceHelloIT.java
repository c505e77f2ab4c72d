package dev.gangway.bench.profile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gangway.bench.Runs;
import dev.gangway.bench.model.Endpoint;
import dev.gangway.bench.model.ExperimentBounds;
import dev.gangway.bench.model.MqttOptions;
import dev.gangway.bench.model.Plan;
import dev.gangway.bench.model.TlsOptions;
import dev.gangway.bench.tls.decode.TlsNames;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the bench sends as a kind of device is what its profile says; and where the real client runs here, what that sends. */
class DeviceHelloIT {
    static List<DeviceProfile> all() {
        return DeviceProfiles.all();
    }

    @ParameterizedTest
    @MethodSource("all")
    void offersExactlyWhatTheProfileSays(DeviceProfile profile) throws Exception {
        RawHello sent = sentAs(profile);
        DeviceProfile.Hello hello = profile.hello();
        assertThat(sent.suites()).isEqualTo(hello.suites());
        assertThat(sent.groups()).isEqualTo(hello.groups());
        assertThat(sent.schemes())
                .isEqualTo(hello.schemes().stream().map(DeviceHelloIT::scheme).toList());
        assertThat(sent.extensions().keySet()).containsExactlyInAnyOrderElementsOf(hello.extensions());
    }

    @Test
    void offersWhatStockJavaOffers() throws Exception {
        compare("java", RawHello.of(DeviceHelloIT::stockJava));
    }

    @Test
    void offersWhatPythonOffers() throws Exception {
        Assumptions.assumeTrue(
                run("python3", "-c", "import ssl; assert ssl.OPENSSL_VERSION.startswith('OpenSSL 3.0')"));
        compare(
                "python",
                RawHello.of(port -> run(
                        "python3",
                        "-c",
                        "import ssl, socket;"
                                + " ssl.create_default_context().wrap_socket(socket.create_connection(('127.0.0.1', "
                                + port + ")), server_hostname='localhost')")));
    }

    private static void compare(String id, RawHello real) throws Exception {
        RawHello ours = sentAs(DeviceProfiles.find(id).orElseThrow());
        assertThat(ours.suites()).isEqualTo(real.suites());
        assertThat(ours.groups()).isEqualTo(real.groups());
        assertThat(ours.schemes()).isEqualTo(real.schemes());
        Set<String> without = real.extensions().keySet().stream()
                .filter(name -> !name.equals("padding")) // its length depends on that of the name
                .collect(Collectors.toSet());
        assertThat(ours.extensions().keySet()).isEqualTo(without);
        without.stream()
                .filter(name -> !Set.of("server_name", "key_share").contains(name))
                .forEach(name -> assertThat(ours.extensions().get(name))
                        .as(name)
                        .isEqualTo(real.extensions().get(name)));
        assertThat(ours.extensions().get("key_share"))
                .hasSameSizeAs(real.extensions().get("key_share"));
    }

    private static RawHello sentAs(DeviceProfile profile) throws Exception {
        return RawHello.of(port -> Runs.of(Plan.connect(
                        Endpoint.of("localhost", port, true),
                        TlsOptions.trusting(List.of()),
                        MqttOptions.of(MqttOptions.Version.V5, "id", Optional.empty(), Optional.empty()))
                .experimenting(ExperimentBounds.NONE)
                .within(Duration.ofSeconds(10))
                .as(profile)));
    }

    private static int scheme(String name) {
        return name.startsWith("0x")
                ? Integer.decode(name)
                : TlsNames.schemeId(name).orElseThrow();
    }

    private static void stockJava(int port) {
        SSLSocketFactory factory = (SSLSocketFactory) SSLSocketFactory.getDefault();
        try (Socket plain = new Socket(InetAddress.getLoopbackAddress(), port);
                SSLSocket socket = (SSLSocket) factory.createSocket(plain, "broker.example", port, true)) {
            socket.startHandshake();
            throw new AssertionError("nobody answers there");
        } catch (IOException hungUp) {
            // the hello was sent
        }
    }

    private static boolean run(String... command) {
        try {
            return new ProcessBuilder(command)
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
