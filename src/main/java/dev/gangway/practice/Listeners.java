package dev.gangway.practice;

import dev.gangway.practice.coap.CoapListener;
import dev.gangway.practice.mqtt.ClientSessions;
import dev.gangway.practice.mqtt.MqttListener;
import dev.gangway.practice.mqtt.PracticeBroker;
import dev.gangway.practice.rest.Backend;
import dev.gangway.practice.rest.Backend.Enrolment;
import dev.gangway.practice.rest.Backend.MqttPorts;
import dev.gangway.practice.rest.RestServer;
import dev.gangway.practice.store.Store;
import dev.gangway.practice.tls.DemoAuthority;
import dev.gangway.practice.tls.DeviceAuthority;
import dev.gangway.practice.tls.TlsProfile;
import dev.gangway.practice.tls.TlsProfile.ServerCertificate;
import dev.gangway.practice.token.TokenGate;
import dev.gangway.practice.token.TokenKeys;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.net.ServerSSLOptions;
import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.time.Clock;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** All that listens, on one thread and over one store. */
final class Listeners {
    private final Vertx vertx;
    private final String address;
    private final PracticeOptions options;
    private final InstantSource clock = InstantSource.system();
    private final Store store = new Store(clock);
    private final DemoAuthority authority;
    private final TokenKeys tokenKeys = new TokenKeys();
    private Optional<MqttListener> mqtt = Optional.empty();
    private Optional<MqttListener> mqtts = Optional.empty();
    private Optional<HttpListener> http = Optional.empty();
    private Optional<HttpListener> https = Optional.empty();
    private final List<CoapListener> coap = new ArrayList<>();

    Listeners(Vertx vertx, String address, PracticeOptions options, DemoAuthority authority) {
        this.address = address;
        this.vertx = vertx;
        this.options = options;
        this.authority = authority;
    }

    void start(FaultInjection faults) throws PortTakenException {
        ClientSessions sessions = new ClientSessions();
        store.devices().addListener(sessions);
        PracticeBroker broker = new PracticeBroker(
                store, sessions, new TokenGate(tokenKeys, Clock.systemUTC()), this::after, faults::mqtt);
        mqtt = Optional.of(bound(
                options.mqttPort(), MqttListener.start(vertx, address, options.mqttPort(), Optional.empty(), broker)));
        mqtts = Optional.of(bound(
                options.mqttsPort(),
                MqttListener.start(vertx, address, options.mqttsPort(), Optional.of(tls(TlsProfile.REAL)), broker)));
        Backend backend = new Backend(
                store,
                new MqttPorts(mqttPort(), mqttsPort()),
                authority.rootPem(),
                tokenKeys,
                options.requests()
                        .map(requests -> new Enrolment(requests, new DeviceAuthority(options.certificates(), clock))),
                sessions::call,
                clock);
        RestServer rest = new RestServer(vertx, backend, faults::rest, LocalHosts::refusal);
        http = Optional.of(bound(
                options.restPort(),
                new HttpListener(vertx, Optional.empty(), rest, broker).listen(address, options.restPort())));
        https = Optional.of(bound(
                options.httpsPort(),
                new HttpListener(vertx, Optional.of(tls(TlsProfile.REAL)), rest, broker)
                        .listen(address, options.httpsPort())));
    }

    private static <T> T bound(int port, Future<T> listening) throws PortTakenException {
        return Blocking.await(listening.recover(failure -> Future.failedFuture(
                failure instanceof BindException taken ? new PortTakenException(port, taken) : failure)));
    }

    /** Starts the device API over CoAP, which nothing else here needs. */
    synchronized CoapListener startCoap(int port, int securePort) throws IOException {
        Context context = vertx.getOrCreateContext();
        CoapListener listener = CoapListener.start(
                store,
                command -> context.runOnContext(now -> command.run()),
                authority.server(ServerCertificate.GOOD),
                InetAddress.getByName(address),
                port,
                securePort);
        coap.add(listener);
        return listener;
    }

    synchronized void closeCoap() {
        coap.forEach(CoapListener::close);
        coap.clear();
    }

    private Runnable after(Duration delay, Runnable action) {
        long timer = vertx.setTimer(Math.max(1, delay.toMillis()), fired -> action.run());
        return () -> vertx.cancelTimer(timer);
    }

    TokenKeys tokenKeys() {
        return tokenKeys;
    }

    /** Has new TLS connections meet this. */
    void useTls(TlsProfile profile) {
        ServerSSLOptions changed = tls(profile);
        Blocking.await(mqtts.orElseThrow().useTls(changed));
        Blocking.await(https.orElseThrow().useTls(changed));
    }

    private ServerSSLOptions tls(TlsProfile profile) {
        return profile.options(authority, store.chainProvisioning()::presented);
    }

    int restPort() {
        return http.orElseThrow().port();
    }

    int httpsPort() {
        return https.orElseThrow().port();
    }

    int mqttPort() {
        return mqtt.orElseThrow().port();
    }

    int mqttsPort() {
        return mqtts.orElseThrow().port();
    }

    String authorityPem() {
        return authority.rootPem();
    }

    /** A port that was asked for is in use; never leaves this package. */
    static final class PortTakenException extends Exception {
        private final int port;

        PortTakenException(int port, Throwable cause) {
            super("port " + port, cause);
            this.port = port;
        }

        int port() {
            return port;
        }
    }

    /** Waits for what the server's thread does. */
    static final class Blocking {
        /** What is waited for is done in milliseconds; later means a bug. */
        private static final long SECONDS = 30;

        private Blocking() {}

        /** The result; a failure comes out as it is. Never to be called on the server's thread. */
        static <T> T await(Future<T> future) {
            try {
                return future.await(SECONDS, TimeUnit.SECONDS);
            } catch (TimeoutException e) {
                throw new IllegalStateException("the practice server does not answer", e);
            }
        }
    }
}
