package dev.gangway.faultlab;

import dev.gangway.bench.TestProxy;
import dev.gangway.bench.model.Endpoint;
import dev.gangway.bench.model.Plan;
import dev.gangway.bench.model.Proxy;
import dev.gangway.faultlab.HostileServer.Manners;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;

/** A proxy on the way that does not let us through. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ProxyFaultsIT {
    private static final byte[] CONNACK_OK = {0x20, 3, 0, 0, 0};

    private final Lab lab = new Lab("Proxies");
    private final List<AutoCloseable> open = new ArrayList<>();

    @AfterAll
    void finish() throws Exception {
        for (AutoCloseable each : open) {
            each.close();
        }
        lab.finish();
    }

    @TestFactory
    Stream<DynamicTest> http() throws IOException {
        int good = kept(TestProxy.http("")).port();
        byte[] login = "HTTP/1.1 407 Proxy Authentication Required\r\n\r\n".getBytes(StandardCharsets.US_ASCII);
        byte[] ssh = "SSH-2.0-OpenSSH_9.2\r\n".getBytes(StandardCharsets.US_ASCII);
        byte[] forbidden = "HTTP/1.1 403 Forbidden\r\n\r\n".getBytes(StandardCharsets.US_ASCII);
        return Stream.of(
                lab.fault("the proxy wants a login", "net.proxy-refused", () -> http(HostileServer.answering(login))),
                lab.fault(
                        "the proxy may not go there",
                        "net.proxy-refused",
                        () -> http(HostileServer.answering(forbidden))),
                lab.fault(
                        "the proxy hangs up",
                        "net.proxy-refused net.hung-up-at-once",
                        "net.proxy-hung-up",
                        () -> http(HostileServer::readSome)),
                lab.nearMiss(
                        "the proxy answers, and then hangs up",
                        "net.proxy-hung-up",
                        "net.proxy-refused",
                        () -> http(HostileServer.answeringAndHangingUp(login))),
                lab.fault(
                        "the proxy says nothing",
                        "net.proxy-hung-up",
                        "net.proxy-silent",
                        () -> http(HostileServer::waitForEnd).within(Duration.ofSeconds(1))),
                lab.fault(
                        "SSH answers in place of a proxy",
                        "net.proxy-refused",
                        "net.proxy-foreign",
                        () -> http(HostileServer.answering(ssh))),
                lab.nearMiss(
                        "the proxy lets us through",
                        "net.proxy-refused net.proxy-hung-up net.proxy-silent net.proxy-foreign",
                        Lab.PASS,
                        () -> through(Proxy.Kind.HTTP, good)));
    }

    @TestFactory
    Stream<DynamicTest> socks() throws IOException {
        int good = kept(TestProxy.socks()).port();
        byte[] noMethod = {5, (byte) 0xFF};
        return Stream.of(
                lab.fault(
                        "SOCKS: no way to sign in",
                        "net.proxy-refused",
                        () -> socks(HostileServer.answering(noMethod))),
                lab.fault(
                        "SOCKS: not allowed by the rules",
                        "net.proxy-refused",
                        () -> socks(socket -> {
                            HostileServer.readSome(socket);
                            socket.getOutputStream().write(new byte[] {5, 0});
                            HostileServer.readSome(socket);
                            socket.getOutputStream().write(new byte[] {5, 2, 0, 1, 0, 0, 0, 0, 0, 0});
                            HostileServer.waitForEnd(socket);
                        })),
                lab.nearMiss("SOCKS: granted", "net.proxy-refused", Lab.PASS, () -> through(Proxy.Kind.SOCKS5, good)));
    }

    @TestFactory
    Stream<DynamicTest> nobody() throws IOException {
        int good = kept(TestProxy.http("")).port();
        return Stream.of(
                lab.fault(
                        "nothing listens where the proxy should be",
                        "net.proxy-unreachable",
                        () -> through(Proxy.Kind.HTTP, Ports.free())),
                lab.nearMiss(
                        "two addresses of the proxy, one of which refuses",
                        "net.proxy-unreachable net.refused",
                        Lab.PASS,
                        () -> plan().through(proxy(LabNames.TWO_ADDRESSES, good))),
                lab.fault(
                        "the proxy's name does not exist",
                        "net.proxy-unreachable",
                        () -> plan().through(proxy("no-such-proxy.invalid", 8080))));
    }

    private Plan http(Manners manners) {
        return through(Proxy.Kind.HTTP, kept(HostileServer.start(manners)).port());
    }

    private Plan socks(Manners manners) {
        return through(Proxy.Kind.SOCKS5, kept(HostileServer.start(manners)).port());
    }

    private Plan through(Proxy.Kind kind, int port) {
        return plan().through(new Proxy(kind, "localhost", port, Optional.empty(), Optional.empty()));
    }

    private static Proxy proxy(String host, int port) {
        return new Proxy(Proxy.Kind.HTTP, host, port, Optional.empty(), Optional.empty());
    }

    /** To a name that only the proxy knows. */
    private Plan plan() {
        int broker =
                kept(HostileServer.start(HostileServer.answering(CONNACK_OK))).port();
        return Lab.plain(broker, "t").at(Endpoint.of("broker.invalid", broker, false));
    }

    private <T extends AutoCloseable> T kept(T each) {
        open.add(each);
        return each;
    }
}
