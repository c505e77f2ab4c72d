package dev.gangway.faultlab;

import dev.gangway.bench.model.DeviceApi;
import dev.gangway.bench.model.Endpoint.Transport;
import dev.gangway.bench.model.Plan;
import dev.gangway.faultlab.Phase.Attempt;
import dev.gangway.faultlab.Phase.Speech;
import dev.gangway.pki.bouncycastle.BouncyCastleMaker;
import dev.gangway.practice.PracticeClient;
import dev.gangway.practice.PracticeOptions;
import dev.gangway.practice.PracticeServer;
import dev.gangway.practice.coap.CoapListener;
import java.security.cert.X509Certificate;
import java.util.List;

/** CoAP and DTLS, with the practice server behind a relay. */
final class DatagramPhases implements AutoCloseable {
    private static final String TOKEN = "PHASES_TOKEN";

    /** An acknowledgement cut short; and CoAP's pings. */
    private static final Speech COAP = Speech.hex("6444", "40000001");

    /** A record cut short; and questions whether we are really there, each with a cookie. */
    private static final Speech DTLS = Speech.hex(
            "16fefd000000000000000000300300", "16feff0000000000000000001303000007000000000000000007fefd0401020304");

    private final PracticeServer server = PracticeServer.start(PracticeOptions.freePorts(new BouncyCastleMaker()))
            .orThrow();
    private final CoapListener coap = server.startCoap(0, 0).orThrow();
    private final X509Certificate authority = Pems.certificate(server.authorityPem());

    DatagramPhases() {
        try (PracticeClient client = PracticeClient.of(server)) {
            client.deviceWithToken("phases", TOKEN);
        }
    }

    List<Phase> all() {
        return List.of(
                new Phase("CoAP", COAP, stage -> over(Transport.COAP, coap.port(), 0, stage)),
                new Phase("DTLS", DTLS, stage -> over(Transport.COAPS, coap.securePort(), 0, stage)),
                new Phase(
                        "DTLS: the server's flight", DTLS, stage -> over(Transport.COAPS, coap.securePort(), 1, stage)),
                new Phase(
                        "DTLS: half of the server's flight",
                        DTLS,
                        stage -> over(Transport.COAPS, coap.securePort(), 2, stage)));
    }

    private Attempt over(Transport transport, int port, int passed, Stage stage) {
        int relay = stage.keep(DatagramRelay.start(port, passed, stage)).port();
        Plan plan = Lab.tls(1, authority, TOKEN).at(DeviceApi.endpoint("localhost", relay, transport, false));
        return Attempts.test(plan);
    }

    @Override
    public void close() {
        server.close();
    }
}
