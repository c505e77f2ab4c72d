package dev.gangway.bench;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gangway.bench.model.Endpoint;
import dev.gangway.bench.model.MqttOptions;
import dev.gangway.bench.model.MqttOptions.Version;
import dev.gangway.bench.model.Plan;
import dev.gangway.bench.model.Publication;
import dev.gangway.bench.model.Run;
import dev.gangway.bench.model.TlsOptions;
import dev.gangway.pki.Identity;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManagerFactory;
import org.eclipse.paho.mqttv5.client.MqttClient;
import org.eclipse.paho.mqttv5.client.MqttConnectionOptions;
import org.eclipse.paho.mqttv5.client.persist.MemoryPersistence;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A passing mutual-TLS test with full decoding, against connect, publish and disconnect with Paho and JSSE: same
 * broker, same keys, same process, taking turns.
 */
@Tag("benchmark")
@Tag("mosquitto")
class MutualTlsBenchmark {
    private static final double LIMIT = 1.3;
    private static final int WARM_UP = 100;
    private static final int MEASURED = 100;
    private static final byte[] PAYLOAD = "{\"temperature\":25}".getBytes(StandardCharsets.UTF_8);

    @TempDir
    private Path folder;

    @Test
    void aTestCostsLittleMoreThanAPlainConnection() throws Exception {
        Identity root = TestChain.root("Benchmark Root");
        Identity device = TestChain.device("device", root);
        try (Mosquitto broker = Mosquitto.start(
                folder,
                Mosquitto.tls(
                        folder,
                        TestChain.server(root),
                        root.leaf(),
                        "require_certificate true",
                        "allow_anonymous true",
                        "set_tcp_nodelay true"))) {
            Plan plan = Plan.connect(
                            Endpoint.of("localhost", broker.port(), true),
                            TlsOptions.trusting(List.of(root.leaf())).withIdentity(device),
                            MqttOptions.of(Version.V5, "bench", Optional.empty(), Optional.empty()))
                    .publishing(new Publication("a", PAYLOAD, 1));
            Stock stock = Stock.of(root, device);
            long[] ours = new long[MEASURED];
            long[] theirs = new long[MEASURED];
            long[] acknowledged = new long[MEASURED];
            long[] bare = new long[MEASURED];
            for (int i = -WARM_UP; i < MEASURED; i++) {
                long start = System.nanoTime();
                Run run = Runs.of(plan);
                long between = System.nanoTime();
                long published = paho(broker.port(), stock);
                long end = System.nanoTime();
                bare(broker.port(), stock);
                long last = System.nanoTime();
                assertThat(run.passed()).as(Runs.show(run)).isTrue();
                if (i >= 0) {
                    ours[i] = between - start;
                    theirs[i] = end - between;
                    acknowledged[i] = published - between;
                    bare[i] = last - end;
                }
            }
            // Paho waits for its threads with sleeps of 100 ms; for the cost of TLS alone see the row without it
            double ratio = (double) percentile(ours, 50) / percentile(acknowledged, 50);
            System.out.printf("%n%-42s %8s %8s%n", "mutual TLS, one connection [ms]", "p50", "p90");
            row("Gangway's bench, everything, decoded", ours);
            row("Paho and JSSE, up to PUBACK", acknowledged);
            row("Paho and JSSE, with disconnect", theirs);
            row("JSSE alone, packets written by hand", bare);
            System.out.printf(Locale.ROOT, "%-42s %8.2f   (limit %.1f)%n", "ratio to Paho up to PUBACK", ratio, LIMIT);
            System.out.printf(
                    Locale.ROOT,
                    "%-42s %8.2f%n",
                    "ratio to JSSE alone",
                    (double) percentile(ours, 50) / percentile(bare, 50));
        }
    }

    private static void row(String name, long[] times) {
        System.out.printf(
                Locale.ROOT, "%-42s %8.2f %8.2f%n", name, percentile(times, 50) / 1e6, percentile(times, 90) / 1e6);
    }

    /** Connects, publishes and disconnects; returns when the message was acknowledged. */
    private static long paho(int port, Stock stock) throws Exception {
        MqttConnectionOptions options = new MqttConnectionOptions();
        options.setSocketFactory(stock.context().getSocketFactory());
        options.setHttpsHostnameVerificationEnabled(true);
        options.setCleanStart(true);
        MqttClient client = new MqttClient("ssl://localhost:" + port, "paho", new MemoryPersistence());
        client.connect(options);
        client.publish("a", PAYLOAD, 1, false);
        long acknowledged = System.nanoTime();
        client.disconnect();
        client.close();
        return acknowledged;
    }

    /** The least that a Java program can do. */
    private static void bare(int port, Stock stock) throws Exception {
        try (SSLSocket socket = (SSLSocket) stock.context().getSocketFactory().createSocket("localhost", port)) {
            SSLParameters parameters = socket.getSSLParameters();
            parameters.setEndpointIdentificationAlgorithm("HTTPS");
            socket.setSSLParameters(parameters);
            socket.setTcpNoDelay(true);
            HexFormat hex = HexFormat.of();
            socket.getOutputStream().write(hex.parseHex("101100044d5154540502001e00000462617265"));
            socket.getInputStream().readNBytes(2 + 9);
            byte[] publish = new byte[2 + 6 + PAYLOAD.length];
            System.arraycopy(hex.parseHex("3200000161000100"), 0, publish, 0, 8);
            publish[1] = (byte) (publish.length - 2);
            System.arraycopy(PAYLOAD, 0, publish, 8, PAYLOAD.length);
            socket.getOutputStream().write(publish);
            socket.getInputStream().readNBytes(4);
            socket.getOutputStream().write(hex.parseHex("e000"));
        }
    }

    /** The managers, made once; a context remembers sessions, so each connection gets its own. */
    private record Stock(KeyManagerFactory keys, TrustManagerFactory trust) {
        static Stock of(Identity root, Identity device) throws Exception {
            KeyStore own = KeyStore.getInstance("PKCS12");
            own.load(null, null);
            own.setKeyEntry("device", device.key(), new char[0], device.chain().toArray(new Certificate[0]));
            KeyManagerFactory keys = KeyManagerFactory.getInstance("PKIX");
            keys.init(own, new char[0]);
            KeyStore anchors = KeyStore.getInstance("PKCS12");
            anchors.load(null, null);
            anchors.setCertificateEntry("root", root.leaf());
            TrustManagerFactory trust = TrustManagerFactory.getInstance("PKIX");
            trust.init(anchors);
            return new Stock(keys, trust);
        }

        SSLContext context() throws Exception {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(keys.getKeyManagers(), trust.getTrustManagers(), null);
            return context;
        }
    }

    private static long percentile(long[] times, int percent) {
        long[] sorted = times.clone();
        Arrays.sort(sorted);
        return sorted[(sorted.length - 1) * percent / 100];
    }
}
