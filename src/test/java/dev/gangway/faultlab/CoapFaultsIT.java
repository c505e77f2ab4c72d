package dev.gangway.faultlab;

import dev.gangway.bench.model.DeviceApi;
import dev.gangway.bench.model.Endpoint;
import dev.gangway.bench.model.Endpoint.Transport;
import dev.gangway.bench.model.Plan;
import dev.gangway.bench.model.TlsOptions;
import dev.gangway.pki.Identity;
import dev.gangway.pki.bouncycastle.BouncyCastleMaker;
import dev.gangway.practice.PracticeClient;
import dev.gangway.practice.PracticeOptions;
import dev.gangway.practice.PracticeServer;
import dev.gangway.practice.coap.CoapListener;
import dev.gangway.practice.coap.CoapListener.CoapFault;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;

/** The device API over CoAP and CoAPs: against the practice server, and against silence. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CoapFaultsIT {
    private static final String TOKEN = "COAP_LAB_TOKEN";
    private static final Duration BRIEF = Duration.ofSeconds(3);
    private static final int CHANGE_CIPHER_SPEC = 20;
    private static final int APPLICATION_DATA = 23;

    private final Lab lab = new Lab("Device API over CoAP");
    private final List<AutoCloseable> closeables = new ArrayList<>();
    private final Devices devices = new Devices();
    private PracticeServer server;
    private CoapListener coap;
    private X509Certificate authority;

    @BeforeAll
    void start() throws Exception {
        server = PracticeServer.start(PracticeOptions.freePorts(new BouncyCastleMaker()))
                .orThrow();
        closeables.add(server);
        coap = server.startCoap(0, 0).orThrow();
        authority = Pems.certificate(server.authorityPem());
        try (PracticeClient client = PracticeClient.of(server)) {
            client.deviceWithToken("coap-lab", TOKEN);
            client.deviceWithCertificate("coap-lab-good", base64(devices.good));
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
    Stream<DynamicTest> token() {
        return Stream.of(
                lab.nearMiss(
                        "telemetry over CoAP",
                        "api.no-coap-answer api.no-response api.reset api.token-unknown api.token-missing"
                                + " api.payload-refused api.not-found api.udp-port-closed",
                        Lab.PASS,
                        () -> coap(TOKEN)),
                lab.nearMiss(
                        "telemetry over CoAPs",
                        "api.no-dtls-answer api.dtls-stalled api.token-unknown tls.server-untrusted tls.host-mismatch",
                        Lab.PASS,
                        () -> coaps(TOKEN)),
                lab.fault("unknown token over CoAP", "api.token-unknown", () -> coap("NO_SUCH_TOKEN")),
                lab.fault("unknown token over CoAPs", "api.token-unknown", () -> coaps("NO_SUCH_TOKEN")),
                lab.fault("no token over CoAP", "api.token-missing", () -> coap(" ")),
                lab.fault(
                        "broken JSON over CoAP",
                        "api.payload-refused",
                        () -> coap(TOKEN).publishing(Lab.telemetry("{\"t\":"))),
                lab.fault(
                        "a path of another service",
                        "api.not-found",
                        () -> coap(TOKEN).at(new Endpoint("localhost", coap.port(), Transport.COAP, "/no/such/path"))));
    }

    @TestFactory
    Stream<DynamicTest> certificate() {
        return Stream.of(
                lab.nearMiss(
                        "a registered certificate",
                        "api.certificate-unknown cert.key-mismatch cert.expired",
                        Lab.PASS,
                        () -> coaps(devices.good)),
                lab.fault("a certificate of no device", "api.certificate-unknown", () -> coaps(devices.other)),
                lab.fault("an expired certificate", "cert.expired", () -> coaps(devices.expired)),
                lab.fault("a key of another certificate", "cert.key-mismatch", () -> coaps(devices.wrongKey)),
                lab.fault(
                        "a server nobody trusts",
                        "tls.server-untrusted",
                        () -> coaps(TOKEN).withTls(TlsOptions.trusting(List.of(devices.root.leaf())))),
                lab.fault(
                        "a server with another name",
                        "tls.host-mismatch",
                        () -> coaps(TOKEN)
                                .withTls(TlsOptions.trusting(List.of(authority)).expecting("tb.example"))));
    }

    @TestFactory
    Stream<DynamicTest> switches() {
        return Stream.of(
                faulty("no answer over CoAP", "api.no-coap-answer", CoapFault.SILENT),
                faulty("acknowledged, never answered", "api.no-response", CoapFault.ACKNOWLEDGED_ONLY),
                faulty("a reset", "api.reset", CoapFault.RESET));
    }

    private DynamicTest faulty(String name, String code, CoapFault fault) {
        return lab.fault(name, code, () -> {
            Plan plan = coap(TOKEN).within(BRIEF);
            coap.fault(fault);
            return plan;
        });
    }

    @TestFactory
    Stream<DynamicTest> nobody() {
        return Stream.of(
                lab.fault("CoAP to a closed port", "api.udp-port-closed", () -> coap(closedPort(), TOKEN)),
                lab.fault("CoAPs to a closed port", "api.udp-port-closed", () -> coaps(closedPort(), TOKEN)),
                lab.fault(
                        "CoAP to silence",
                        "api.udp-port-closed",
                        "api.no-coap-answer",
                        () -> coap(silentPort(), TOKEN).within(BRIEF)),
                lab.fault(
                        "CoAPs, silent in the middle of the handshake",
                        "api.no-dtls-answer",
                        "api.dtls-stalled",
                        () -> coaps(between(type -> type != CHANGE_CIPHER_SPEC), TOKEN)
                                .within(BRIEF)),
                lab.nearMiss(
                        "CoAPs, silent after the handshake",
                        "api.dtls-stalled api.no-dtls-answer",
                        "api.no-coap-answer",
                        () -> coaps(between(type -> type != APPLICATION_DATA), TOKEN)
                                .within(BRIEF)),
                lab.nearMiss(
                        "CoAPs, everything passed on",
                        "api.dtls-stalled",
                        Lab.PASS,
                        () -> coaps(between(type -> true), TOKEN)),
                lab.fault(
                        "CoAPs to silence",
                        "api.no-dtls-answer",
                        () -> coaps(silentPort(), TOKEN).within(BRIEF)),
                lab.fault(
                        "CoAPs to the port of CoAP",
                        "api.no-dtls-answer",
                        () -> coaps(coap.port(), TOKEN).within(BRIEF)),
                lab.fault(
                        "CoAP to the port of CoAPs",
                        "api.no-coap-answer",
                        () -> coap(coap.securePort(), TOKEN).within(BRIEF)),
                lab.fault(
                        "CoAP to a name that does not exist",
                        "net.unknown-host",
                        () -> coap(TOKEN).at(DeviceApi.endpoint("no-such-host.invalid", 5683, Transport.COAP, false))));
    }

    private Plan coap(String token) {
        return coap(coap.port(), token);
    }

    private Plan coap(int port, String token) {
        coap.fault(CoapFault.NONE);
        return Lab.plain(1, token).at(DeviceApi.endpoint("localhost", port, Transport.COAP, false));
    }

    private Plan coaps(String token) {
        return coaps(coap.securePort(), token);
    }

    private Plan coaps(int port, String token) {
        coap.fault(CoapFault.NONE);
        return Lab.tls(1, authority, token).at(DeviceApi.endpoint("localhost", port, Transport.COAPS, false));
    }

    private Plan coaps(Identity identity) {
        coap.fault(CoapFault.NONE);
        return Lab.tls(1, authority, identity)
                .at(DeviceApi.endpoint("localhost", coap.securePort(), Transport.COAPS, true));
    }

    private static int closedPort() {
        try (DatagramSocket socket = new DatagramSocket(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0))) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private int silentPort() {
        try {
            DatagramSocket socket = new DatagramSocket(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
            closeables.add(socket);
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A relay to the secure port. */
    private int between(IntPredicate passes) {
        DatagramFilter relay = DatagramFilter.start(coap.securePort(), passes);
        closeables.add(relay);
        return relay.port();
    }

    private static String base64(Identity identity) {
        try {
            return Base64.getEncoder().encodeToString(identity.leaf().getEncoded());
        } catch (CertificateEncodingException e) {
            throw new IllegalStateException(e);
        }
    }
}
