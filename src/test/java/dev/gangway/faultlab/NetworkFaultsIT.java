package dev.gangway.faultlab;

import dev.gangway.faultlab.Namespace.Attempt;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;

/** What a network does, rather than a server: in a namespace of Linux, so that nothing is ever sent outside. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class NetworkFaultsIT {
    private final Lab lab = new Lab("Networks");
    private Optional<Namespace> namespace = Optional.empty();

    @BeforeAll
    void start() {
        Assumptions.assumeTrue(Namespace.isPossible(), "unshare or ip is missing, or not permitted here");
        namespace = Optional.of(Namespace.open());
    }

    @AfterAll
    void finish() {
        namespace.ifPresent(Namespace::close);
        lab.finish();
    }

    @TestFactory
    Stream<DynamicTest> routes() {
        return Stream.of(
                fault("no route", Attempt.NO_ROUTE, "net.connect-failed net.refused", "net.no-route"),
                fault("no route for IPv6", Attempt.NO_ROUTE_IPV6, "net.connect-failed", "net.no-route"),
                fault("a route that says unreachable", Attempt.UNREACHABLE, "net.connect-failed", "net.no-route"),
                fault("a route that says prohibited", Attempt.FORBIDDEN, "net.no-route", "net.connect-failed"),
                nearMiss(
                        "an address that is here, and nothing listens",
                        Attempt.NOBODY,
                        "net.no-route net.connect-failed",
                        "net.refused"));
    }

    @TestFactory
    Stream<DynamicTest> packets() {
        return Stream.of(
                fault(
                        "packets of more than 700 bytes get lost",
                        Attempt.LARGE_PACKETS_LOST,
                        "mqtt.no-connack port.silent",
                        "net.packets-too-large"),
                nearMiss(
                        "the same way, and only small packets",
                        Attempt.SMALL_PACKETS_ENOUGH,
                        "net.packets-too-large",
                        Lab.PASS),
                nearMiss(
                        "a large packet to a server that answers nobody",
                        Attempt.SILENT_FOR_ALL,
                        "net.packets-too-large",
                        "mqtt.no-connack"));
    }

    @TestFactory
    Stream<DynamicTest> families() {
        return Stream.of(
                fault(
                        "over IPv6 one that hangs up, over IPv4 a broker",
                        Attempt.OTHER_FAMILY,
                        "port.closed-on-connect mqtt.version-refused net.answers-differently",
                        "net.other-address-family"),
                nearMiss("a broker over both", Attempt.EITHER_FAMILY, "net.other-address-family", Lab.PASS));
    }

    @TestFactory
    Stream<DynamicTest> portals() {
        return Stream.of(
                fault(
                        "a public name, a private address, a web page",
                        Attempt.PORTAL,
                        "port.http",
                        "net.captive-portal"),
                nearMiss(
                        "a public name, a private address, a broker",
                        Attempt.BROKER_AT_PRIVATE_ADDRESS,
                        "net.captive-portal",
                        Lab.PASS),
                nearMiss(
                        "a local name, a private address, a web page",
                        Attempt.WEB_SERVER_OF_LOCAL_NAME,
                        "net.captive-portal",
                        "port.http"),
                nearMiss(
                        "a public name, a public address, a web page",
                        Attempt.WEB_SERVER_AT_PUBLIC_ADDRESS,
                        "net.captive-portal",
                        "port.http"));
    }

    private DynamicTest fault(String name, Attempt attempt, String near, String expected) {
        return lab.fault(name, near, expected, () -> namespace.orElseThrow().sighting(attempt));
    }

    private DynamicTest nearMiss(String name, Attempt attempt, String near, String expected) {
        return lab.nearMiss(name, near, expected, () -> namespace.orElseThrow().sighting(attempt));
    }
}
