package dev.gangway.bench.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gangway.bench.Runs;
import dev.gangway.bench.matrix.DeviceReach.Kind;
import dev.gangway.bench.matrix.DeviceReach.Obstacle;
import dev.gangway.bench.model.Endpoint;
import dev.gangway.bench.model.MqttOptions;
import dev.gangway.bench.model.Plan;
import dev.gangway.bench.model.TlsOptions;
import dev.gangway.faultlab.Forge;
import dev.gangway.faultlab.FrontServer;
import dev.gangway.faultlab.HostileServer;
import dev.gangway.faultlab.Pems;
import dev.gangway.pki.Identity;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The table of kinds of devices, against HAProxy set up in several ways in front of a broker. */
class DeviceReachIT {
    private static final byte[] ACCEPTED = {0x20, 2, 0, 0};
    private static final byte[] ACCEPTED_5 = {0x20, 3, 0, 0, 0};

    private final Identity root = Forge.authority("CN=Lab Root").make();
    private final Identity server =
            Forge.server("CN=localhost", "localhost").by(root).make();

    @TempDir
    Path folder;

    @BeforeEach
    void check() {
        Assumptions.assumeTrue(FrontServer.hasHaproxy(), "haproxy is not installed");
    }

    @Test
    void allReachAServerThatIsSetUpAsUsual() throws Exception {
        assertThat(reach(""))
                .allSatisfy((id, obstacles) -> assertThat(obstacles).as(id).isEmpty());
    }

    @Test
    void thoseWithoutTls13AreStoppedByIt() throws Exception {
        Map<String, List<Obstacle>> reach = reach("ssl-min-ver TLSv1.3");
        assertThat(reach.get("java")).isEmpty();
        assertThat(reach.get("go")).isEmpty();
        assertThat(reach.get("esp-idf-5")).containsExactly(new Obstacle(Kind.VERSION, ""));
        assertThat(reach.get("nrf91-modem")).extracting(Obstacle::kind).contains(Kind.VERSION);
    }

    @Test
    void thoseWithoutItsSuiteAreStoppedByIt() throws Exception {
        Map<String, List<Obstacle>> reach = reach("ssl-max-ver TLSv1.2 ciphers ECDHE-ECDSA-AES256-GCM-SHA384");
        assertThat(reach.get("esp-idf-5")).isEmpty();
        assertThat(reach.get("nrf91-modem"))
                .contains(new Obstacle(Kind.SUITE, "TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384"));
    }

    @Test
    void thoseWithoutItsGroupAreStoppedByIt() throws Exception {
        Map<String, List<Obstacle>> reach = reach("ssl-max-ver TLSv1.2 curves X25519");
        assertThat(reach.get("esp-idf-5")).isEmpty();
        assertThat(reach.get("zephyr")).contains(new Obstacle(Kind.GROUP, "x25519"));
    }

    @Test
    void thoseThatSendNoNameAreStoppedWhereItIsNeeded() throws Exception {
        Map<String, List<Obstacle>> reach = reach("strict-sni");
        assertThat(reach.get("esp-idf-5")).isEmpty();
        assertThat(reach.get("quectel-bg96")).extracting(Obstacle::kind).contains(Kind.SERVER_NAME);
        assertThat(reach.get("simcom-sim7000")).extracting(Obstacle::kind).contains(Kind.SERVER_NAME);
    }

    private Map<String, List<Obstacle>> reach(String options) throws IOException {
        Path bundle = Files.writeString(
                Files.createTempFile(folder, "", ".pem"), Pems.pem(server.leaf()) + Pems.pem(server.key()));
        try (HostileServer broker = HostileServer.start(socket -> {
                    byte[] connect = new byte[4096];
                    int count = socket.getInputStream().read(connect);
                    socket.getOutputStream().write(count > 8 && connect[8] == 5 ? ACCEPTED_5 : ACCEPTED);
                    while (socket.getInputStream().read() >= 0) {
                        // until the client goes
                    }
                });
                FrontServer front = FrontServer.haproxy(
                        folder,
                        "listen mqtt",
                        " mode tcp",
                        " bind BIND ssl crt " + bundle + " " + options,
                        " server broker 127.0.0.1:" + broker.port())) {
            Plan plan = Plan.connect(
                            Endpoint.of("localhost", front.port(), true),
                            TlsOptions.trusting(List.of(root.leaf())),
                            MqttOptions.of(MqttOptions.Version.V5, "id", Optional.of("t"), Optional.empty()))
                    .within(Duration.ofSeconds(10));
            List<Matrix.Cell> cells = Variations.of(plan, Set.of(MatrixDimension.DEVICE)).stream()
                    .map(way -> new Matrix.Cell(way, Runs.of(way.plan())))
                    .toList();
            assertThat(cells.getFirst().run().passed()).as("an ordinary client").isTrue();
            return DeviceReach.of(cells).stream()
                    .collect(Collectors.toMap(each -> each.device().id(), DeviceReach::obstacles));
        }
    }
}
