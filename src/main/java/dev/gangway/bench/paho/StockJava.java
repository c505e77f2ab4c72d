package dev.gangway.bench.paho;

import dev.gangway.background.Cancellation;
import dev.gangway.background.Deadline;
import dev.gangway.bench.model.Check;
import dev.gangway.bench.model.Endpoint;
import dev.gangway.bench.model.MqttOptions;
import dev.gangway.bench.model.Plan;
import dev.gangway.bench.model.Wire;
import dev.gangway.bench.net.TimeLimiter;
import dev.gangway.bench.paho.StockJavaResult.Hindrance;
import dev.gangway.bench.paho.StockJavaResult.Step;
import dev.gangway.pki.Identity;
import java.io.IOException;
import java.util.Optional;

/**
 * Connects as an ordinary Java program does: Eclipse Paho over JSSE, with the plan's address, authorities, certificate and key,
 * login, client id and session, and with the versions of TLS that the plan allows; suites, groups and signature schemes are
 * Java's own, and dates are judged by this computer's clock. It says CONNECT, waits for CONNACK, and disconnects; there is no
 * will, and nothing is published. Key store and persistence are in memory alone. Safe for use by several threads.
 */
public final class StockJava {
    private StockJava() {}

    /**
     * What came of it, as a check; blocks, at most the plan's deadline.
     *
     * @param cancellation ends it at once
     * @return empty where it was cancelled
     */
    public static Optional<Check> check(Plan plan, Cancellation cancellation) {
        return connect(plan, cancellation).map(result -> result.check(client(plan)));
    }

    /** The same as a value. */
    public static Optional<StockJavaResult> connect(Plan plan, Cancellation cancellation) {
        Optional<Hindrance> hindrance = hindrance(plan);
        if (hindrance.isPresent()) {
            return Optional.of(new StockJavaResult.NotTried(hindrance.get()));
        }
        Deadline deadline = Deadline.in(plan.deadline());
        Optional<StockJavaResult> result = TimeLimiter.call(
                Thread.ofVirtual().name("stock-java"),
                leftBehind -> connect(plan, deadline, leftBehind),
                deadline,
                cancellation);
        return cancellation.isCancelled()
                ? Optional.empty()
                : Optional.of(result.orElseGet(StockJavaResult.NoAnswer::new));
    }

    private static StockJavaResult connect(Plan plan, Deadline deadline, Cancellation leftBehind) {
        OpenSockets sockets = new OpenSockets();
        try (Cancellation.Registration _ = leftBehind.onCancel(sockets::close)) {
            boolean five = plan.mqtt().version() == MqttOptions.Version.V5;
            Optional<StockJavaResult> refused = five
                    ? PahoFive.refused(plan, uri(plan.endpoint()), sockets.factory(plan), deadline)
                    : PahoThree.refused(plan, uri(plan.endpoint()), sockets.factory(plan), deadline);
            sockets.close();
            return refused.map(why -> withinTls(why, plan, sockets))
                    .orElseGet(() -> new StockJavaResult.Connected(sockets.tls()));
        } catch (IOException impossible) {
            return Failures.of(impossible);
        }
    }

    /** Who hangs up before the handshake is through ends TLS, and no session. */
    private static StockJavaResult withinTls(StockJavaResult why, Plan plan, OpenSockets sockets) {
        return why instanceof StockJavaResult.Failed(Step step, String exception)
                        && step == Step.CLOSED
                        && plan.endpoint().transport().isSecure()
                        && sockets.tls().isEmpty()
                ? new StockJavaResult.Failed(Step.TLS_FAILED, exception)
                : why;
    }

    /** What such a client cannot do as this plan wants it, where there is anything. */
    public static Optional<Hindrance> hindrance(Plan plan) {
        MqttOptions mqtt = plan.mqtt();
        if (plan.endpoint().transport().isDeviceApi()) {
            return Optional.of(Hindrance.DEVICE_API);
        }
        if (plan.proxy().isPresent()) {
            return Optional.of(Hindrance.PROXY);
        }
        if (!plan.conditions().wire().equals(Wire.USUAL)) {
            return Optional.of(Hindrance.WIRE);
        }
        if (mqtt.authentication().isPresent()) {
            return Optional.of(Hindrance.AUTHENTICATION);
        }
        if (mqtt.version() != MqttOptions.Version.V5
                && mqtt.password().isPresent()
                && mqtt.userName().isEmpty()) {
            return Optional.of(Hindrance.NO_USER_NAME);
        }
        return plan.endpoint().transport().isSecure() ? ofTls(plan) : Optional.empty();
    }

    private static Optional<Hindrance> ofTls(Plan plan) {
        String host = plan.endpoint().host();
        if (!plan.tls().name().sent() || !plan.tls().expectedName(host).equals(host)) {
            return Optional.of(Hindrance.SERVER_NAME);
        }
        return plan.tls()
                .identity()
                .map(Identity::key)
                .filter(key -> key.getEncoded() == null)
                .map(_ -> Hindrance.HARDWARE_KEY);
    }

    /** The client that this plan takes, for people. */
    private static String client(Plan plan) {
        return switch (plan.mqtt().version()) {
            case V5 -> "Paho v5 1.2.5, MQTT 5";
            case V3_1_1 -> "Paho v3 1.2.5, MQTT 3.1.1";
            case V3_1 -> "Paho v3 1.2.5, MQTT 3.1";
        };
    }

    /** As Paho wants it. */
    private static String uri(Endpoint endpoint) {
        String scheme = switch (endpoint.transport()) {
            case TLS -> "ssl";
            case WS -> "ws";
            case WSS -> "wss";
            default -> "tcp";
        };
        return scheme + "://" + endpoint.authority() + (endpoint.transport().isWebSocket() ? endpoint.path() : "");
    }
}
