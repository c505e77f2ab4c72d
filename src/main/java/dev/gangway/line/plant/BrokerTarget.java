package dev.gangway.line.plant;

import dev.gangway.bench.event.Event;
import dev.gangway.bench.live.LiveBench;
import dev.gangway.bench.live.LiveSession;
import dev.gangway.bench.live.LiveState;
import dev.gangway.bench.live.Watcher;
import dev.gangway.bench.model.Endpoint;
import dev.gangway.bench.model.MqttMessage;
import dev.gangway.bench.model.MqttOptions;
import dev.gangway.bench.model.Plan;
import dev.gangway.bench.model.Publication;
import dev.gangway.bench.model.TlsOptions;
import dev.gangway.diagnosis.Diagnosis;
import dev.gangway.secret.Secret;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * Published to a broker with QoS 1 (MQTT 3.1.1), not retained; taken with the broker's PUBACK. One connection for all
 * lines, kept alive between them; where it has ended, the next line makes another. Without a PUBACK in 20 s the
 * connection is given up: whether the line arrived is not known, and it comes again.
 */
public final class BrokerTarget implements ResultTarget {
    private static final Duration DEADLINE = Duration.ofSeconds(20);
    private static final Duration GOODBYE = Duration.ofSeconds(1);

    private final LiveBench bench;
    private final Address address;
    private final Plan plan;
    private @Nullable Connection connection;

    /**
     * Over this broker; connects with the first line.
     *
     * @param anchors whom the broker's certificate may end at; without any those that Java ships
     */
    public BrokerTarget(
            LiveBench bench,
            Address address,
            Optional<String> user,
            Optional<Secret> password,
            List<X509Certificate> anchors) {
        this.bench = bench;
        this.address = address;
        plan = Plan.connect(
                address.endpoint(),
                TlsOptions.trusting(anchors),
                MqttOptions.of(MqttOptions.Version.V3_1_1, "", user, password));
    }

    @Override
    public String name() {
        Endpoint endpoint = address.endpoint();
        return "%s://%s:%d/%s"
                .formatted(endpoint.transport().scheme(), endpoint.host(), endpoint.port(), address.topic());
    }

    @Override
    public Optional<String> take(String line) {
        Connection known = connection;
        if (known != null) {
            Optional<String> refused = known.take(line);
            if (refused.isEmpty() || !known.isOver()) {
                return closedUnlessTaken(refused);
            }
            close(); // it stood idle, and went unnoticed
        }
        Connection made = new Connection();
        connection = made;
        made.open(bench, plan);
        return closedUnlessTaken(made.take(line));
    }

    private Optional<String> closedUnlessTaken(Optional<String> refused) {
        if (refused.isPresent()) {
            close();
        }
        return refused;
    }

    @Override
    public void close() {
        Connection known = connection;
        connection = null;
        if (known != null) {
            known.leave();
        }
    }

    /** One connection, with the line that is under way on it. */
    private final class Connection implements Watcher {
        /** Empty once the broker has let us in; why it has not, else. */
        private final CompletableFuture<Optional<String>> letIn = new CompletableFuture<>();

        private final CompletableFuture<String> over = new CompletableFuture<>();
        private volatile CompletableFuture<Optional<String>> answer = new CompletableFuture<>();
        private @Nullable LiveSession session;

        void open(LiveBench with, Plan how) {
            session = with.open(how, this);
        }

        boolean isOver() {
            return over.isDone();
        }

        Optional<String> take(String line) {
            LiveSession open = session;
            if (open == null) {
                return SILENT;
            }
            Optional<String> refused = await(letIn);
            if (refused.isPresent()) {
                return refused;
            }
            CompletableFuture<Optional<String>> taken = new CompletableFuture<>();
            answer = taken;
            over.thenAccept(why -> taken.complete(Optional.of(why))); // at once, where it has ended meanwhile
            open.publish(MqttMessage.of(new Publication(address.topic(), line.getBytes(StandardCharsets.UTF_8), 1)));
            return await(taken);
        }

        private static Optional<String> await(CompletableFuture<Optional<String>> answer) {
            try {
                return answer.get(DEADLINE.toMillis(), TimeUnit.MILLISECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return SILENT;
            } catch (ExecutionException | TimeoutException e) {
                return SILENT;
            }
        }

        /** Says goodbye where the connection stands, and cuts it off where the broker does not answer. */
        void leave() {
            LiveSession open = session;
            if (open == null) {
                return;
            }
            open.leave();
            try {
                open.await(GOODBYE);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            open.close();
        }

        @Override
        public void event(Event event) {
            // what happened is told by its outcome
        }

        @Override
        public void state(LiveState state) {
            switch (state) {
                case LiveState.Connecting _ -> {
                    // once, at the beginning
                }
                case LiveState.Connected _ -> letIn.complete(Optional.empty());
                case LiveState.Lost(Diagnosis why) -> ended(why.code());
                case LiveState.Left _, LiveState.Cancelled _ -> ended(SILENT.orElseThrow());
            }
        }

        private void ended(String why) {
            over.complete(why);
            letIn.complete(Optional.of(why));
        }

        @Override
        public void delivered(Publication message) {
            answer.complete(Optional.empty());
        }

        @Override
        public void problem(Diagnosis diagnosis) {
            answer.complete(Optional.of(diagnosis.code()));
        }
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
                        ? Optional.of(
                                new Address(Endpoint.of(host, uri.getPort() < 0 ? usual : uri.getPort(), tls), topic))
                        : Optional.empty();
            } catch (URISyntaxException e) {
                return Optional.empty();
            }
        }
    }
}
