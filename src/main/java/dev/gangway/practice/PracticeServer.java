package dev.gangway.practice;

import dev.gangway.diagnosis.Diagnosis;
import dev.gangway.diagnosis.Outcome;
import dev.gangway.practice.Listeners.Blocking;
import dev.gangway.practice.Listeners.PortTakenException;
import dev.gangway.practice.coap.CoapListener;
import dev.gangway.practice.rest.Users;
import dev.gangway.practice.tls.DemoAuthority;
import dev.gangway.secret.Secret;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.file.FileSystemOptions;
import java.io.IOException;
import java.net.URI;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;

/**
 * A server in this process that answers as ThingsBoard does: REST, MQTT and MQTT over TLS, on the loopback address. It
 * keeps everything in memory and leaves nothing behind. Safe for use by several threads; starting blocks for about a
 * second, closing for less.
 */
public final class PracticeServer implements AutoCloseable {
    private final Vertx vertx;
    private final Loopback loopback;
    private final Listeners listeners;
    private final FaultInjection faults;

    private PracticeServer(Vertx vertx, Loopback loopback, Listeners listeners, FaultInjection faults) {
        this.vertx = vertx;
        this.loopback = loopback;
        this.listeners = listeners;
        this.faults = faults;
    }

    /**
     * Starts a server.
     *
     * @return fails with {@link PracticeCode#PORT_TAKEN} where a port that was asked for is in use, and with the other
     *     codes of {@link PracticeCode} where this computer cannot be listened on at all
     */
    public static Outcome<PracticeServer> start(PracticeOptions options) {
        return Loopback.find().then(loopback -> start(loopback, options));
    }

    private static Outcome<PracticeServer> start(Loopback loopback, PracticeOptions options) {
        // Keys and certificates are made while Vert.x loads: together they are what a cold start takes. On a thread of
        // their own: those of the common pool may all wait for something, this server among it.
        CompletableFuture<DemoAuthority> authority = CompletableFuture.supplyAsync(
                () -> new DemoAuthority(options.certificates(), Instant.now()),
                Thread.ofPlatform().daemon().name("gangway-practice-keys")::start);
        // One thread for everything: the store needs no locks then. No cache of files: it would leave a folder behind.
        Vertx vertx = Vertx.vertx(new VertxOptions()
                .setEventLoopPoolSize(1)
                .setWorkerPoolSize(1)
                .setInternalBlockingPoolSize(1)
                .setFileSystemOptions(
                        new FileSystemOptions().setFileCachingEnabled(false).setClassPathResolvingEnabled(false)));
        Listeners listeners = new Listeners(vertx, loopback.address(), options, authority.join());
        FaultInjection faults = new FaultInjection(listeners::useTls);
        try {
            listeners.start(faults);
            return Outcome.ok(new PracticeServer(vertx, loopback, listeners, faults));
        } catch (PortTakenException taken) {
            Blocking.await(vertx.close());
            return taken(taken.port());
        }
    }

    private static <T> Outcome<T> taken(int port) {
        return port == 0
                ? Diagnosis.of(PracticeCode.NO_FREE_PORT)
                        .remedy("practice.close-programs")
                        .failed()
                : Diagnosis.of(PracticeCode.PORT_TAKEN)
                        .with("port", port)
                        .remedy("practice.other-port")
                        .failed();
    }

    /** Base of the REST interface, without a slash at its end; MQTT over WebSockets is at {@code /mqtt} below it. */
    public URI restUrl() {
        return URI.create("http://" + loopback.urlHost() + ":" + listeners.restPort());
    }

    /** A host in the server's certificate: {@code localhost}, or {@code ::1} where only IPv6 is there without that name. */
    public String host() {
        return loopback.host();
    }

    /** Port of plain MQTT. */
    public int mqttPort() {
        return listeners.mqttPort();
    }

    /** Port of MQTT over TLS. */
    public int mqttsPort() {
        return listeners.mqttsPort();
    }

    /** Port of HTTPS, with MQTT over secure WebSockets at {@code /mqtt}, and EST where options ask for it. */
    public int httpsPort() {
        return listeners.httpsPort();
    }

    /** User name of the demo tenant's administrator. */
    public String tenantUser() {
        return Users.TENANT;
    }

    /** The password for it; the same on every demo installation of ThingsBoard, so no secret. */
    public String tenantPassword() {
        return Users.TENANT_PASSWORD;
    }

    /** The root that the MQTT certificate is to be verified against, as PEM. */
    public String authorityPem() {
        return listeners.authorityPem();
    }

    /**
     * Has MQTT take tokens that these keys signed, beside those of its own token endpoint.
     *
     * @param jwks a JSON Web Key Set (RFC 7517)
     * @throws IllegalArgumentException where it is none
     */
    public void trustTokens(String jwks) {
        listeners.tokenKeys().trust(jwks);
    }

    /** Has MQTT take tokens that this secret signed (HS256, HS384, HS512). */
    public void trustSharedSecret(Secret secret) {
        listeners.tokenKeys().trust(secret);
    }

    /**
     * Starts the device API over CoAP and CoAPs, which few need; it ends with the server.
     *
     * @param port of CoAP, 0 for a free one
     * @param securePort of CoAP over DTLS, 0 for a free one
     * @return fails with {@link PracticeCode#PORT_TAKEN} where one of them is in use
     */
    public Outcome<CoapListener> startCoap(int port, int securePort) {
        try {
            return Outcome.ok(listeners.startCoap(port, securePort));
        } catch (IOException taken) {
            return taken(port == 0 ? securePort : port);
        }
    }

    /** The switches for going wrong. */
    public FaultInjection faults() {
        return faults;
    }

    /** Ends all connections, frees the ports and forgets everything. */
    @Override
    public void close() {
        listeners.closeCoap();
        Blocking.await(vertx.close());
    }
}
