package dev.gangway.bench.wireshark;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gangway.bench.Runs;
import dev.gangway.bench.export.RunExport.Secrets;
import dev.gangway.bench.model.Endpoint;
import dev.gangway.bench.model.ExperimentBounds;
import dev.gangway.bench.model.MqttOptions;
import dev.gangway.bench.model.Plan;
import dev.gangway.bench.model.Run;
import dev.gangway.bench.model.TlsOptions;
import dev.gangway.bench.profile.DeviceProfile;
import dev.gangway.bench.profile.DeviceProfiles;
import dev.gangway.bench.tls.decode.TlsNames;
import dev.gangway.faultlab.HostileServer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Wireshark's dissector finds in what we send as a kind of device what its profile says, in its order, and nothing else. */
@Tag("tshark")
class DeviceHelloWiresharkIT {
    private static final Path FOLDER = Path.of("target", "wireshark");
    private static final int RENEGOTIATION_SCSV = 0xFF;

    static List<DeviceProfile> all() {
        return DeviceProfiles.all();
    }

    @ParameterizedTest
    @MethodSource("all")
    void seesTheProfilesLists(DeviceProfile profile) throws Exception {
        try (HostileServer server =
                HostileServer.start(socket -> socket.getInputStream().read(new byte[8192]))) {
            Run run = Runs.of(Plan.connect(
                            Endpoint.of("localhost", server.port(), true),
                            TlsOptions.trusting(List.of()),
                            MqttOptions.of(MqttOptions.Version.V5, "id", Optional.empty(), Optional.empty()))
                    .experimenting(ExperimentBounds.NONE)
                    .within(Duration.ofSeconds(10))
                    .as(profile));
            List<Node> hello = Tshark.dissect(
                            run,
                            Secrets.KEPT,
                            FOLDER,
                            "as-" + profile.id(),
                            List.of("tcp.port==" + server.port() + ",tls"))
                    .stream()
                    .flatMap(frame -> frame.protocols().stream())
                    .flatMap(Node::all)
                    .toList();
            assertThat(shown(hello, "tls.handshake.ciphersuite").stream()
                            .filter(id -> id != RENEGOTIATION_SCSV)
                            .map(TlsNames::suite))
                    .isEqualTo(profile.hello().suites());
            assertThat(shown(hello, "tls.handshake.extensions_supported_group").stream()
                            .map(TlsNames::group))
                    .isEqualTo(profile.hello().groups());
            assertThat(shown(hello, "tls.handshake.extension.type").stream().map(TlsNames::extension))
                    .containsExactlyInAnyOrderElementsOf(profile.hello().extensions());
            assertThat(shown(hello, "tls.handshake.sig_hash_alg").stream()
                            .limit(profile.hello().schemes().size()))
                    .isEqualTo(profile.hello().schemes().stream()
                            .map(name -> name.startsWith("0x")
                                    ? (int) Integer.decode(name)
                                    : TlsNames.schemeId(name).orElseThrow())
                            .toList());
        }
    }

    private static List<Integer> shown(List<Node> nodes, String field) {
        return nodes.stream()
                .filter(node -> node.name().equals(field))
                .map(node -> Integer.decode(node.show()))
                .toList();
    }
}
