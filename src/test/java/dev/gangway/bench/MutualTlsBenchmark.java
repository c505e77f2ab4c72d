package dev.gangway.bench;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gangway.bench.MqttOptions.Version;
import dev.gangway.pki.Identity;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
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
    private static final int WARM_UP = 150;
    private static final int MEASURED = 300;
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
            for (int i = -WARM_UP; i < MEASURED; i++) {
                long start = System.nanoTime();
                Run run = Runs.of(plan);
                long between = System.nanoTime();
                paho(broker.port(), stock);
                long end = System.nanoTime();
                assertThat(run.passed()).as(Runs.show(run)).isTrue();
                if (i >= 0) {
                    ours[i] = between - start;
                    theirs[i] = end - between;
                }
            }
            double ratio = (double) median(ours) / median(theirs);
            System.out.printf(
                    Locale.ROOT,
                    "%n%-38s %8s %8s%n%-38s %8.2f %8.2f%n%-38s %8.2f %8.2f%n%-38s %8.2f   (limit %.1f)%n",
                    "mutual TLS, connect to goodbye [ms]",
                    "p50",
                    "p90",
                    "Gangway's bench, everything decoded",
                    median(ours) / 1e6,
                    percentile(ours, 90) / 1e6,
                    "Paho and JSSE",
                    median(theirs) / 1e6,
                    percentile(theirs, 90) / 1e6,
                    "ratio",
                    ratio,
                    LIMIT);
            assertThat(ratio).isLessThanOrEqualTo(LIMIT);
        }
    }

    private static void paho(int port, Stock stock) throws Exception {
        MqttConnectionOptions options = new MqttConnectionOptions();
        options.setSocketFactory(stock.context().getSocketFactory());
        options.setHttpsHostnameVerificationEnabled(true);
        options.setCleanStart(true);
        MqttClient client = new MqttClient("ssl://localhost:" + port, "paho", new MemoryPersistence());
        client.connect(options);
        client.publish("a", PAYLOAD, 1, false);
        client.disconnect();
        client.close();
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

    private static long median(long[] times) {
        return percentile(times, 50);
    }

    private static long percentile(long[] times, int percent) {
        long[] sorted = times.clone();
        Arrays.sort(sorted);
        return sorted[(sorted.length - 1) * percent / 100];
    }
}
