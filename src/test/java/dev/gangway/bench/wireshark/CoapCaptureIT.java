package dev.gangway.bench.wireshark;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gangway.bench.Runs;
import dev.gangway.bench.export.RunExport.Secrets;
import dev.gangway.bench.model.DeviceApi;
import dev.gangway.bench.model.Endpoint.Transport;
import dev.gangway.bench.model.MqttOptions;
import dev.gangway.bench.model.Plan;
import dev.gangway.bench.model.Publication;
import dev.gangway.bench.model.Run;
import dev.gangway.bench.model.TlsOptions;
import dev.gangway.faultlab.Forge;
import dev.gangway.faultlab.Pems;
import dev.gangway.pki.Identity;
import dev.gangway.pki.bouncycastle.BouncyCastleMaker;
import dev.gangway.practice.PracticeClient;
import dev.gangway.practice.PracticeOptions;
import dev.gangway.practice.PracticeServer;
import dev.gangway.practice.coap.CoapListener;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What Wireshark sees in captures of CoAP: all of it, but for what was taken out. */
@Tag("tshark")
class CoapCaptureIT {
    private static final String TOKEN = "CoapCaptureToken0001";
    private static final String MESSAGE = "{\"humidity\":40}";
    private static final Identity DEVICE = Forge.client("CN=coap-capture").make();

    private static PracticeServer practice;
    private static CoapListener coap;
    private static X509Certificate authority;

    @TempDir
    private Path folder;

    @BeforeAll
    static void start() throws Exception {
        practice = PracticeServer.start(PracticeOptions.freePorts(new BouncyCastleMaker()))
                .orThrow();
        coap = practice.startCoap(0, 0).orThrow();
        authority = Pems.certificate(practice.authorityPem());
        try (PracticeClient rest = PracticeClient.of(practice)) {
            rest.deviceWithToken("coap-token", TOKEN);
            rest.deviceWithCertificate(
                    "coap-certificate",
                    Base64.getEncoder().encodeToString(DEVICE.leaf().getEncoded()));
        }
    }

    @AfterAll
    static void stop() {
        practice.close();
    }

    @Test
    void withACertificateDtlsOpensDownToCoap() throws Exception {
        List<String> seen = seen(run(Transport.COAPS, true), Secrets.REDACTED);
        assertThat(seen).contains("Code: POST (2)", "Code: 2.01 Created (65)");
        assertThat(seen).anyMatch(text -> text.contains("humidity"));
    }

    @Test
    void aTokenInDtlsStaysClosedUnlessAskedFor() throws Exception {
        Run run = run(Transport.COAPS, false);
        assertThat(seen(run, Secrets.REDACTED))
                .noneMatch(text -> text.contains("Code: POST") || text.contains(TOKEN))
                .anyMatch(text -> text.contains("Client Hello"));
        assertThat(seen(run, Secrets.KEPT)).contains("Code: POST (2)", "Uri-Path: " + TOKEN);
    }

    @Test
    void aTokenInPlainCoapIsOverwrittenAndTheRestIsThere() throws Exception {
        Run run = run(Transport.COAP, false);
        assertThat(seen(run, Secrets.REDACTED))
                .contains("Code: POST (2)", "Uri-Path: " + "*".repeat(TOKEN.length()), "Uri-Path: telemetry")
                .noneMatch(text -> text.contains(TOKEN));
        assertThat(seen(run, Secrets.KEPT)).contains("Uri-Path: " + TOKEN);
    }

    private List<String> seen(Run run, Secrets secrets) throws Exception {
        int port = run.plan().endpoint().port();
        List<String> rules = run.plan().endpoint().transport() == Transport.COAP
                ? List.of("udp.port==" + port + ",coap")
                : List.of("udp.port==" + port + ",dtls", "dtls.port==" + port + ",coap");
        return Tshark.dissect(run, secrets, folder, "coap-" + secrets, rules).stream()
                .flatMap(frame -> frame.protocols().stream())
                .flatMap(Node::all)
                .map(Node::showname)
                .toList();
    }

    private static Run run(Transport transport, boolean certificate) {
        int port = transport == Transport.COAPS ? coap.securePort() : coap.port();
        TlsOptions tls = TlsOptions.trusting(List.of(authority));
        Optional<String> token = certificate ? Optional.empty() : Optional.of(TOKEN);
        Run run = Runs.of(Plan.connect(
                        DeviceApi.endpoint("localhost", port, transport, certificate),
                        certificate ? tls.withIdentity(DEVICE) : tls,
                        MqttOptions.of(MqttOptions.Version.V5, "", token, Optional.empty()))
                .publishing(new Publication("v1/devices/me/telemetry", MESSAGE.getBytes(StandardCharsets.UTF_8), 1)));
        assertThat(run.passed()).as(Runs.show(run)).isTrue();
        return run;
    }
}
