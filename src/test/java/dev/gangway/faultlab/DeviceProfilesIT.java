package dev.gangway.faultlab;

import dev.gangway.bench.model.Endpoint;
import dev.gangway.bench.model.Plan;
import dev.gangway.bench.model.TlsOptions;
import dev.gangway.bench.profile.DeviceProfiles;
import dev.gangway.pki.Identity;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Servers that an ordinary client reaches and some kind of device does not; no such device is run here. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DeviceProfilesIT {
    private static final byte[] ACCEPTED = {0x20, 2, 0, 0};
    private static final byte[] ACCEPTED_5 = {0x20, 3, 0, 0, 0};

    private final Lab lab = new Lab("Through a device's eyes");
    private final Identity root = Forge.authority("CN=Lab Root").make();
    private final Identity rsaRoot =
            Forge.authority("CN=RSA Root").with(Forge.rsa(4096)).make();
    private final List<AutoCloseable> servers = new ArrayList<>();

    @TempDir
    Path folder;

    @BeforeAll
    void check() {
        Assumptions.assumeTrue(OpensslServer.isInstalled(), "openssl is not installed");
    }

    @AfterAll
    void finish() throws Exception {
        for (AutoCloseable server : servers) {
            server.close();
        }
        lab.finish();
    }

    @TestFactory
    Stream<DynamicTest> sizes() {
        int large = openssl(below(rsaRoot, 3, 2048));
        int small = broker(server(root));
        return Stream.of(
                lab.fault(
                        "three RSA certificates in one record to an nRF91 modem",
                        "profile.certificates-too-large",
                        "profile.record-too-large",
                        () -> as("nrf91-modem", large, rsaRoot)),
                lab.nearMiss(
                        "one EC certificate to an nRF91 modem",
                        "profile.record-too-large profile.certificates-too-large",
                        Lab.PASS,
                        () -> as("nrf91-modem", small, root)),
                lab.fault(
                        "five RSA certificates in records of 4,096 bytes to Zephyr",
                        "profile.record-too-large",
                        "profile.certificates-too-large",
                        () -> as("zephyr", openssl(below(rsaRoot, 5, 2048)), rsaRoot)),
                lab.nearMiss(
                        "three RSA certificates to ESP-IDF",
                        "profile.record-too-large profile.certificates-too-large profile.chain-too-long",
                        "mqtt.no-connack",
                        () -> as("esp-idf-5", large, rsaRoot).within(Duration.ofSeconds(3))),
                lab.fault(
                        "ten intermediates to ESP-IDF",
                        "profile.certificates-too-large",
                        "profile.chain-too-long",
                        () -> as("esp-idf-5", openssl(below(root, 11, 0)), root)),
                lab.nearMiss(
                        "four intermediates to ESP-IDF",
                        "profile.chain-too-long",
                        "mqtt.no-connack",
                        () -> as("esp-idf-5", openssl(below(root, 5, 0)), root).within(Duration.ofSeconds(3))),
                lab.fault(
                        "an RSA key of 5,120 bits to BearSSL",
                        "profile.certificates-too-large",
                        "profile.key-too-large",
                        () -> as("arduino-bearssl", broker(rsaServer(5120)), root)),
                lab.nearMiss(
                        "an RSA key of 4,096 bits to BearSSL",
                        "profile.key-too-large",
                        Lab.PASS,
                        () -> as("arduino-bearssl", broker(rsaServer(4096)), root)));
    }

    @TestFactory
    Stream<DynamicTest> offers() {
        int only13 = openssl(server(root), "-tls1_3");
        int onlyCcm = openssl(server(root), "-tls1_2", "-cipher", "ECDHE-ECDSA-AES256-CCM");
        return Stream.of(
                lab.fault(
                        "TLS 1.3 alone, to ESP-IDF",
                        "tls.version-intolerant tls.offer-too-narrow",
                        "tls.version-refused",
                        () -> as("esp-idf-5", only13, root)),
                lab.fault(
                        "AES-CCM alone, to STM32Cube",
                        "tls.nothing-in-common tls.version-refused",
                        "tls.offer-too-narrow",
                        () -> as("stm32cube", onlyCcm, root)),
                lab.nearMiss(
                        "AES-CCM alone, to ESP-IDF",
                        "tls.offer-too-narrow",
                        "mqtt.no-connack",
                        () -> as("esp-idf-5", onlyCcm, root).within(Duration.ofSeconds(3))));
    }

    @TestFactory
    Stream<DynamicTest> clocks() {
        int small = broker(server(root));
        Clock unset = Clock.fixed(Instant.EPOCH, ZoneOffset.UTC);
        return Stream.of(
                lab.fault(
                        "BearSSL whose clock nobody has set",
                        "tls.server-expired",
                        "tls.server-not-yet-valid",
                        () -> as("arduino-bearssl", small, root).judgedBy(unset)),
                lab.nearMiss(
                        "ESP-IDF whose clock nobody has set, which does not look at dates",
                        "tls.server-not-yet-valid",
                        Lab.PASS,
                        () -> as("esp-idf-5", small, root).judgedBy(unset)));
    }

    private static Plan as(String device, int port, Identity root) {
        return Plan.connect(
                        Endpoint.of("localhost", port, true), TlsOptions.trusting(List.of(root.leaf())), Lab.token("t"))
                .within(Duration.ofSeconds(10))
                .as(DeviceProfiles.find(device).orElseThrow());
    }

    private static Identity server(Identity authority) {
        return Forge.server("CN=localhost", "localhost", "127.0.0.1")
                .by(authority)
                .make();
    }

    private Identity rsaServer(int bits) {
        return Forge.server("CN=localhost", "localhost")
                .by(root)
                .with(Forge.rsa(bits))
                .make();
    }

    /** A server's chain of so many certificates, the root left out; EC where {@code bits} is 0. */
    private static Identity below(Identity root, int certificates, int bits) {
        Identity authority = root;
        for (int i = 1; i < certificates; i++) {
            var next = Forge.authority("CN=Line " + i + ", OU=" + "x".repeat(bits == 0 ? 1 : 60))
                    .by(authority);
            authority = bits == 0 ? next.make() : next.with(Forge.rsa(bits)).make();
        }
        var server = Forge.server("CN=localhost", "localhost").by(authority);
        return bits == 0 ? server.make() : server.with(Forge.rsa(bits)).make();
    }

    private int openssl(Identity identity, String... args) {
        OpensslServer server = OpensslServer.start(folder, identity, args);
        servers.add(server);
        return server.port();
    }

    private int broker(Identity identity) {
        HostileServer server = HostileServer.startTls(identity, socket -> {
            byte[] connect = new byte[4096];
            int count = socket.getInputStream().read(connect);
            socket.getOutputStream().write(count > 8 && connect[8] == 5 ? ACCEPTED_5 : ACCEPTED);
            HostileServer.waitForEnd(socket);
        });
        servers.add(server);
        return server.port();
    }
}
