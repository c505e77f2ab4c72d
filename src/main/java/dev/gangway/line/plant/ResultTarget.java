package dev.gangway.line.plant;

import dev.gangway.background.Cancellation;
import dev.gangway.bench.model.Conditions;
import dev.gangway.bench.model.Endpoint;
import dev.gangway.bench.model.ExperimentBounds;
import dev.gangway.bench.model.MqttOptions;
import dev.gangway.bench.model.Plan;
import dev.gangway.bench.model.Publication;
import dev.gangway.bench.model.TestBench;
import dev.gangway.bench.model.TlsOptions;
import dev.gangway.bench.model.Verdict;
import dev.gangway.bench.model.Wire;
import dev.gangway.secret.Secret;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Where the plant takes results. Blocks; used by one thread at a time. */
public sealed interface ResultTarget {
    /** What it is called, and how far it has come is kept by: no secret is in it. */
    String name();

    /**
     * Hands one line over.
     *
     * @return what came instead of being taken, for people: a status, a code, or a dash; empty where it was taken
     */
    Optional<String> take(String line);

    /** A target that gives no answer that could be shown. */
    Optional<String> SILENT = Optional.of("–");

    /** Posted as JSON; taken with a status of 2xx. */
    record Http(URI url) implements ResultTarget {
        private static final Duration DEADLINE = Duration.ofSeconds(20);
        private static final int SUCCESS = 2;

        @Override
        public String name() {
            return url.toString();
        }

        @Override
        public Optional<String> take(String line) {
            try (HttpClient http =
                    HttpClient.newBuilder().connectTimeout(DEADLINE).build()) {
                HttpResponse<Void> answer = http.send(
                        HttpRequest.newBuilder(url)
                                .timeout(DEADLINE)
                                .header("Content-Type", "application/json")
                                .POST(HttpRequest.BodyPublishers.ofString(line))
                                .build(),
                        HttpResponse.BodyHandlers.discarding());
                return answer.statusCode() / 100 == SUCCESS
                        ? Optional.empty()
                        : Optional.of(String.valueOf(answer.statusCode()));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return SILENT;
            } catch (IOException e) {
                return SILENT;
            }
        }
    }

    /** Appended as a line to a file that grows. */
    record File(Path path) implements ResultTarget {
        @Override
        public String name() {
            return path.toString();
        }

        @Override
        public Optional<String> take(String line) {
            try (FileChannel file = FileChannel.open(
                    path, StandardOpenOption.CREATE, StandardOpenOption.APPEND, StandardOpenOption.WRITE)) {
                ByteBuffer bytes = ByteBuffer.wrap((line + "\n").getBytes(StandardCharsets.UTF_8));
                while (bytes.hasRemaining()) {
                    file.write(bytes);
                }
                file.force(false);
                return Optional.empty();
            } catch (IOException e) {
                return SILENT;
            }
        }
    }

    /**
     * Published with QoS 1 (MQTT 3.1.1), a connection each; taken with the broker's PUBACK.
     *
     * @param topic that it is published to, without wildcards
     * @param anchors whom the broker's certificate may end at; without any those that Java ships
     */
    record Mqtt(
            TestBench bench,
            Endpoint endpoint,
            String topic,
            Optional<String> user,
            Optional<Secret> password,
            List<X509Certificate> anchors)
            implements ResultTarget {
        private static final Duration DEADLINE = Duration.ofSeconds(20);

        @Override
        public String name() {
            return "%s://%s:%d/%s".formatted(endpoint.transport().scheme(), endpoint.host(), endpoint.port(), topic);
        }

        @Override
        public Optional<String> take(String line) {
            Publication publication = new Publication(topic, line.getBytes(StandardCharsets.UTF_8), 1);
            Conditions conditions = new Conditions(
                    DEADLINE,
                    Clock.systemUTC(),
                    Optional.empty(),
                    Optional.empty(),
                    ExperimentBounds.NONE,
                    Wire.USUAL,
                    List.of());
            Plan plan = new Plan(
                    endpoint,
                    TlsOptions.trusting(anchors),
                    MqttOptions.of(MqttOptions.Version.V3_1_1, "", user, password),
                    new Plan.Task(Optional.of(publication), Optional.empty(), Optional.empty()),
                    conditions);
            return switch (bench.run(plan, event -> {}, new Cancellation()).verdict()) {
                case Verdict.Passed passed -> Optional.empty();
                case Verdict.Failed(var why) -> Optional.of(why.code());
                case Verdict.Cancelled cancelled -> SILENT;
            };
        }

        /** The address of a broker with a topic: {@code mqtt://host[:port]/topic} or {@code mqtts://…}. */
        public record Address(Endpoint endpoint, String topic) {
            /** Reads it; empty where it is none, names somebody in it, or its topic is empty or has wildcards. */
            public static Optional<Address> parse(String text) {
                try {
                    URI uri = new URI(text);
                    String path = Optional.ofNullable(uri.getPath()).orElse("");
                    String topic = path.startsWith("/") ? path.substring(1) : "";
                    boolean fits = uri.getHost() != null
                            && uri.getRawUserInfo() == null
                            && uri.getRawQuery() == null
                            && uri.getRawFragment() == null
                            && !topic.isEmpty()
                            && topic.chars().noneMatch(each -> each == '+' || each == '#' || each == 0);
                    boolean tls = "mqtts".equalsIgnoreCase(uri.getScheme());
                    int usual = (tls ? Endpoint.Transport.TLS : Endpoint.Transport.TCP).usualPort();
                    String host = Optional.ofNullable(uri.getHost())
                            .orElse("")
                            .replace("[", "")
                            .replace("]", "");
                    return fits
                            ? Optional.of(new Address(
                                    Endpoint.of(host, uri.getPort() < 0 ? usual : uri.getPort(), tls), topic))
                            : Optional.empty();
                } catch (URISyntaxException e) {
                    return Optional.empty();
                }
            }
        }
    }
}
