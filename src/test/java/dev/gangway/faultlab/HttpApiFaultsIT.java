package dev.gangway.faultlab;

import dev.gangway.bench.model.DeviceApi;
import dev.gangway.bench.model.Endpoint;
import dev.gangway.bench.model.Endpoint.Transport;
import dev.gangway.bench.model.Plan;
import dev.gangway.bench.model.TlsOptions;
import dev.gangway.pki.bouncycastle.BouncyCastleMaker;
import dev.gangway.practice.PracticeClient;
import dev.gangway.practice.PracticeOptions;
import dev.gangway.practice.PracticeServer;
import dev.gangway.practice.rest.RestFault;
import dev.gangway.practice.tls.TlsProfile.ServerCertificate;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;

/** The device API over HTTP and HTTPS: against the practice server, and against what may be in its place. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HttpApiFaultsIT {
    private static final String TOKEN = "HTTP_LAB_TOKEN";

    private final Lab lab = new Lab("Device API over HTTP");
    private final List<AutoCloseable> closeables = new ArrayList<>();
    private PracticeServer server;

    @BeforeAll
    void start() {
        server = PracticeServer.start(PracticeOptions.freePorts(new BouncyCastleMaker()))
                .orThrow();
        closeables.add(server);
        try (PracticeClient client = PracticeClient.of(server)) {
            client.deviceWithToken("http-lab", TOKEN);
        }
    }

    @AfterAll
    void finish() throws Exception {
        for (AutoCloseable closeable : closeables) {
            closeable.close();
        }
        lab.finish();
    }

    @TestFactory
    Stream<DynamicTest> thingsBoard() {
        return Stream.of(
                lab.nearMiss(
                        "telemetry over HTTP",
                        "api.token-unknown api.token-missing api.payload-refused api.not-thingsboard api.not-found"
                                + " api.rate-limited api.no-answer api.hung-up",
                        Lab.PASS,
                        () -> http(TOKEN)),
                lab.nearMiss(
                        "telemetry over HTTPS",
                        "port.plain-answer port.needs-tls api.hung-up",
                        Lab.PASS,
                        () -> https(TOKEN)),
                lab.fault("unknown token", "api.token-missing", "api.token-unknown", () -> http("NO_SUCH_TOKEN")),
                lab.fault("no token", "api.token-unknown", "api.token-missing", () -> http(" ")),
                lab.fault(
                        "broken JSON",
                        "api.rate-limited api.server-error",
                        "api.payload-refused",
                        () -> http(TOKEN).publishing(Lab.telemetry("{\"t\":"))),
                lab.fault("a path of the user interface", "api.not-thingsboard", () -> {
                    int port = http(TOKEN).endpoint().port();
                    return http(TOKEN).at(new Endpoint("localhost", port, Transport.HTTP, "/no/such/path"));
                }),
                lab.fault("HTTP to the port of HTTPS", "port.needs-tls", () -> http(server.httpsPort(), TOKEN)),
                lab.fault(
                        "accepted, and not seen",
                        "session.not-seen",
                        () -> http(TOKEN)
                                .publishing(Lab.telemetry("{\"t\":1}"))
                                .readingBack((publication, deadline, cancellation) -> Lab.notShown())));
    }

    @TestFactory
    Stream<DynamicTest> switches() {
        return Stream.of(
                faulty("over the limit of a device", "api.rate-limited", new RestFault.DeviceLimit()),
                faulty("a web page", "api.not-thingsboard", new RestFault.Html()),
                faulty("no answer", "api.no-answer", new RestFault.Hang()),
                lab.fault("HTTPS with an expired certificate", "tls.server-expired", () -> {
                    Plan plan = https(TOKEN);
                    server.faults().serverCertificate(ServerCertificate.EXPIRED);
                    return plan;
                }));
    }

    private DynamicTest faulty(String name, String code, RestFault fault) {
        return lab.fault(name, code, () -> {
            Plan plan = http(TOKEN).within(Duration.ofSeconds(2));
            server.faults().rest(fault);
            return plan;
        });
    }

    @TestFactory
    Stream<DynamicTest> others() {
        return Stream.of(
                answered(
                        "a proxy asks for less often",
                        "api.unavailable",
                        "api.rate-limited",
                        "429 Too Many Requests\r\nContent-Length: 0\r\n\r\n"),
                answered(
                        "a proxy takes no such size",
                        "api.format-refused",
                        "api.too-large",
                        "413 Content Too Large\r\nContent-Length: 0\r\n\r\n"),
                answered(
                        "a proxy without its server",
                        "api.server-error",
                        "api.unavailable",
                        "502 Bad Gateway\r\nContent-Length: 3\r\n\r\nbad"),
                answered(
                        "nothing at this path",
                        "api.forbidden",
                        "api.not-found",
                        "404 Not Found\r\nContent-Length: 0\r\n\r\n"),
                answered(
                        "a firewall",
                        "api.not-found api.token-unknown",
                        "api.forbidden",
                        "403 Forbidden\r\nContent-Length: 0\r\n\r\n"),
                answered(
                        "a wrong format",
                        "api.too-large",
                        "api.format-refused",
                        "415 Unsupported Media Type\r\nContent-Length: 0\r\n\r\n"),
                answered(
                        "an error of its own",
                        "api.unavailable api.refused",
                        "api.server-error",
                        "501 Not Implemented\r\nContent-Length: 0\r\n\r\n"),
                answered("an odd status", "api.not-found", "api.refused", "418 Teapot\r\nContent-Length: 0\r\n\r\n"),
                answered(
                        "a redirect to HTTPS",
                        "api.redirected",
                        "api.redirected-to-tls",
                        "301 Moved\r\nLocation: https://tb.example/\r\n\r\n"),
                answered(
                        "a redirect elsewhere",
                        "api.redirected-to-tls",
                        "api.redirected",
                        "302 Found\r\nLocation: /login\r\n\r\n"),
                answered(
                        "a page with status 200",
                        "api.half-answer",
                        "api.not-thingsboard",
                        "200 OK\r\nContent-Type: text/html\r\n\r\n<html></html>"),
                answered("4 bytes of 50", "api.hung-up", "api.half-answer", "200 OK\r\nContent-Length: 50\r\n\r\nhalf"),
                lab.nearMiss(
                        "4 bytes of 4",
                        "api.half-answer api.not-thingsboard",
                        Lab.PASS,
                        () -> to(answering("HTTP/1.1 200 OK\r\nContent-Length: 4\r\n\r\nfull"))),
                lab.nearMiss(
                        "an empty answer",
                        "api.half-answer api.refused",
                        Lab.PASS,
                        () -> to(answering("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n"))),
                lab.fault(
                        "hung up",
                        "net.hung-up-at-once api.half-answer",
                        "api.hung-up",
                        () -> to(HostileServer::readSome)),
                lab.fault(
                        "hung up before anything was sent",
                        "api.hung-up",
                        "net.hung-up-at-once",
                        () -> to(HostileServer.hangingUp())),
                lab.fault("answered by SSH", "port.foreign", () -> to(answering("SSH-2.0-OpenSSH_9.2\r\n"))),
                lab.fault(
                        "HTTPS to the port of HTTP",
                        "port.plain-answer",
                        () -> secured(start(answering("HTTP/1.1 400 Bad Request\r\n\r\n")))));
    }

    private DynamicTest answered(String name, String near, String code, String answer) {
        return lab.fault(name, near, code, () -> to(answering("HTTP/1.1 " + answer)));
    }

    private static HostileServer.Manners answering(String answer) {
        return socket -> {
            HostileServer.readSome(socket);
            socket.getOutputStream().write(answer.getBytes(StandardCharsets.US_ASCII));
        };
    }

    private Plan to(HostileServer.Manners manners) {
        return http(start(manners), TOKEN);
    }

    private int start(HostileServer.Manners manners) {
        HostileServer hostile = HostileServer.start(manners);
        closeables.add(hostile);
        return hostile.port();
    }

    private Plan http(String token) {
        server.faults().reset();
        return http(server.restUrl().getPort(), token);
    }

    private Plan https(String token) {
        server.faults().reset();
        return Lab.tls(1, Pems.certificate(server.authorityPem()), token)
                .at(DeviceApi.endpoint("localhost", server.httpsPort(), Transport.HTTPS, false));
    }

    private static Plan secured(int port) {
        return http(port, TOKEN)
                .at(DeviceApi.endpoint("localhost", port, Transport.HTTPS, false))
                .withTls(TlsOptions.trusting(List.of()));
    }

    private static Plan http(int port, String token) {
        return Lab.plain(1, token).at(DeviceApi.endpoint("localhost", port, Transport.HTTP, false));
    }
}
