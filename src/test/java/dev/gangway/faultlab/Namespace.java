package dev.gangway.faultlab;

import dev.gangway.bench.model.Endpoint;
import dev.gangway.bench.model.Plan;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/**
 * A network of its own, in which nothing can be reached but what {@link #SETUP} makes: a namespace of Linux, and in it a
 * second program like this one, which makes every trial and prints what came out.
 */
final class Namespace implements AutoCloseable {
    private static final int PORT = 1883;

    /** Packets of more than 700 bytes to this port get lost, and nobody says so. */
    private static final int NARROW = 18_830;

    private static final byte[] CONNACK_OK = {0x20, 3, 0, 0, 0};

    private static final String SETUP = String.join(
            " && ",
            "ip link set lo up",
            "ip addr add " + LabNames.PRIVATE_ADDRESS + "/32 dev lo",
            "ip addr add " + LabNames.DOCUMENTATION_ADDRESS + "/32 dev lo",
            "ip route add unreachable 192.0.2.2",
            "ip route add prohibit 192.0.2.3",
            "nft add table inet path",
            "nft add chain inet path in '{ type filter hook input priority 0; }'",
            "nft add rule inet path in tcp dport " + NARROW + " meta length gt 700 drop");

    /** What is tried in there. Addresses without a route are those for documentation (RFC 5737, RFC 3849). */
    enum Attempt {
        NO_ROUTE(() -> to("192.0.2.1", PORT)),
        NO_ROUTE_IPV6(() -> to("2001:db8::1", PORT)),
        UNREACHABLE(() -> to("192.0.2.2", PORT)),
        FORBIDDEN(() -> to("192.0.2.3", PORT)),
        NOBODY(() -> to(LabNames.DOCUMENTATION_ADDRESS, PORT)),
        LARGE_PACKETS_LOST(() -> longLogin(to(LabNames.DOCUMENTATION_ADDRESS, brokerAt(NARROW)))),
        SMALL_PACKETS_ENOUGH(() -> to(LabNames.DOCUMENTATION_ADDRESS, NARROW)),
        SILENT_FOR_ALL(() -> longLogin(to(LabNames.DOCUMENTATION_ADDRESS, silence()))),
        OTHER_FAMILY(() -> to(LabNames.BOTH_FAMILIES, twoServers())),
        EITHER_FAMILY(() -> to(LabNames.BOTH_FAMILIES, broker())),
        PORTAL(() -> to(LabNames.PORTAL, webServer())),
        BROKER_AT_PRIVATE_ADDRESS(() -> to(LabNames.PORTAL, broker())),
        WEB_SERVER_OF_LOCAL_NAME(() -> to(LabNames.LOCAL, webServer())),
        WEB_SERVER_AT_PUBLIC_ADDRESS(() -> to(LabNames.PUBLIC, webServer()));

        private final Supplier<Plan> plan;

        Attempt(Supplier<Plan> plan) {
            this.plan = plan;
        }
    }

    private final Program program;

    private Namespace(Program program) {
        this.program = program;
    }

    /** Whether this machine lets us make one. */
    static boolean isPossible() {
        return Program.succeeds("unshare", "-rn", "sh", "-c", SETUP);
    }

    static Namespace open() {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        return new Namespace(Program.start(
                "unshare",
                "-rn",
                "sh",
                "-c",
                SETUP + " && exec \"$0\" \"$@\"",
                java,
                "-cp",
                System.getProperty("java.class.path"),
                Namespace.class.getName()));
    }

    /** What came of it. */
    Sighting sighting(Attempt attempt) {
        return new Sighting(program.awaitLine(Pattern.compile("^" + attempt + "=(\\S+)")), program::printed);
    }

    /** The second program. */
    public static void main(String[] args) {
        Arrays.stream(Attempt.values()).forEach(attempt -> {
            Sighting seen = Sighting.of(Lab.run(attempt.plan.get()));
            System.out.println(seen.shown().get() + "\n" + attempt + "=" + seen.code());
        });
        System.exit(0);
    }

    private static Plan to(String host, int port) {
        return Lab.plain(port, "t").at(Endpoint.of(host, port, false)).within(Duration.ofSeconds(10));
    }

    /** A token of 2,000 characters, as JWTs with many claims have them. */
    private static Plan longLogin(Plan plan) {
        return plan.withMqtt(Lab.token("t".repeat(2_000))).within(Duration.ofSeconds(3));
    }

    private static int brokerAt(int port) {
        return HostileServer.startAt(port, HostileServer.answering(CONNACK_OK)).port();
    }

    private static int silence() {
        return HostileServer.startEverywhere(HostileServer::waitForEnd).port();
    }

    /** The IPv6 address leads to one that hangs up, the IPv4 address to a broker. */
    private static int twoServers() {
        return HostileServer.startEverywhere(socket -> {
                    HostileServer.readSome(socket);
                    if (socket.getLocalAddress() instanceof java.net.Inet4Address) {
                        socket.getOutputStream().write(CONNACK_OK);
                        HostileServer.waitForEnd(socket);
                    }
                })
                .port();
    }

    private static int webServer() {
        return HostileServer.startEverywhere(HostileServer.answering(
                        "HTTP/1.1 302 Found\r\nLocation: /login\r\n\r\n".getBytes(StandardCharsets.US_ASCII)))
                .port();
    }

    private static int broker() {
        return HostileServer.startEverywhere(HostileServer.answering(CONNACK_OK))
                .port();
    }

    @Override
    public void close() {
        program.close();
    }
}
