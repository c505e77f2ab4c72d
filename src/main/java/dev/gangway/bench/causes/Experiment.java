package dev.gangway.bench.causes;

import dev.gangway.stored.StoredAs;
import dev.gangway.stored.StoredNames;
import java.time.Duration;

/**
 * A further connection that differs from the refused one in a single thing. What each may prove, and what it costs, is told
 * in docs/diagnosis.md; {@code bench.engine.experiments} makes the plan of each.
 */
public enum Experiment {
    /** Connects, over TLS with the certificate, and says nothing then: does the server hang up before CONNECT, too? */
    @StoredAs("say-nothing")
    SAY_NOTHING(Sends.CREDENTIAL),
    /** The same twice more: whether what went otherwise did so for the thing that was changed. Two connections. */
    @StoredAs("same-again")
    SAME_AGAIN(Sends.CREDENTIAL),
    /** TLS where plain was tried. Sends no credential. */
    @StoredAs("with-tls")
    WITH_TLS(Sends.NOTHING),
    /** Plain MQTT where TLS was tried. Sends no credential. */
    @StoredAs("without-tls")
    WITHOUT_TLS(Sends.NOTHING),
    /** TLS with the server's name, where it was left out. */
    @StoredAs("with-server-name")
    WITH_SERVER_NAME(Sends.CREDENTIAL),
    /** TLS with the suites, groups and schemes of ordinary clients, where fewer were offered. */
    @StoredAs("with-usual-offer")
    WITH_USUAL_OFFER(Sends.CREDENTIAL),
    /** TLS 1.2 alone. */
    @StoredAs("with-tls-1.2")
    WITH_TLS_1_2(Sends.CREDENTIAL),
    /** A ClientHello that fits into one small packet. Sends no credential. */
    @StoredAs("with-small-hello")
    WITH_SMALL_HELLO(Sends.NOTHING),
    /** The same in packets of at most 512 bytes, which fit through every path. */
    @StoredAs("with-small-packets")
    WITH_SMALL_PACKETS(Sends.CREDENTIAL),
    /** A PROXY header (version 1) before anything else. */
    @StoredAs("with-proxy-header")
    WITH_PROXY_HEADER(Sends.CREDENTIAL),
    /** A PROXY header (version 1) as the first thing within TLS, for a server behind a proxy that ends TLS. */
    @StoredAs("with-inner-proxy-header")
    WITH_INNER_PROXY_HEADER(Sends.CREDENTIAL),
    /** ALPN {@code mqtt}. */
    @StoredAs("with-alpn-mqtt")
    WITH_ALPN_MQTT(Sends.CREDENTIAL),
    /** ALPN {@code x-amzn-mqtt-ca}, which AWS IoT Core wants at port 443. */
    @StoredAs("with-alpn-aws")
    WITH_ALPN_AWS(Sends.CREDENTIAL),
    /** MQTT 3.1.1 where 5 was refused. */
    @StoredAs("with-mqtt-3.1.1")
    WITH_MQTT_3_1_1(Sends.CREDENTIAL),
    /** MQTT 5 where an older version was refused, or its message hung up on: its codes tell more. */
    @StoredAs("with-mqtt-5")
    WITH_MQTT_5(Sends.CREDENTIAL),
    /** A keep-alive of 30 s where a longer one, or none, was asked for. */
    @StoredAs("with-short-keep-alive")
    WITH_SHORT_KEEP_ALIVE(Sends.CREDENTIAL),
    /** Without the last will. */
    @StoredAs("without-will")
    WITHOUT_WILL(Sends.CREDENTIAL),
    /** Another client id. */
    @StoredAs("with-other-client-id")
    WITH_OTHER_CLIENT_ID(Sends.CREDENTIAL),
    /** The user name without what stands before its colon, which RabbitMQ takes for a virtual host. */
    @StoredAs("with-bare-user-name")
    WITH_BARE_USER_NAME(Sends.CREDENTIAL),
    /** The same user with a password that nobody has: does the server answer otherwise? */
    @StoredAs("with-wrong-password")
    WITH_WRONG_PASSWORD(Sends.LOGIN),
    /** Without the client certificate. */
    @StoredAs("without-certificate")
    WITHOUT_CERTIFICATE(Sends.LOGIN),
    /** With every certificate of the chain that is at hand. */
    @StoredAs("with-full-chain")
    WITH_FULL_CHAIN(Sends.CREDENTIAL),
    /** Signs in, publishes nothing, and waits a second: does the session live? */
    @StoredAs("without-message")
    WITHOUT_MESSAGE(Sends.CREDENTIAL),
    /** The same topic with two bytes in place of a longer message. */
    @StoredAs("with-short-message")
    WITH_SHORT_MESSAGE(Sends.CREDENTIAL),
    /** The same message with QoS 1 in place of 2. */
    @StoredAs("with-qos-1")
    WITH_QOS_1(Sends.CREDENTIAL),
    /** The other address family, where the name has addresses of both. */
    @StoredAs("with-other-address-family")
    WITH_OTHER_ADDRESS_FAMILY(Sends.CREDENTIAL);

    /** Within this time a server has said what it will; a connection that takes longer is broken off. */
    public static final Duration LONGEST = Duration.ofSeconds(4);

    /** What the server gets to see of the device. */
    public enum Sends {
        /** Nothing by which anybody could sign in. */
        NOTHING,
        /** User name and password, no certificate. */
        LOGIN,
        /** The same as the test. */
        CREDENTIAL
    }

    private final Sends sends;

    Experiment(Sends sends) {
        this.sends = sends;
    }

    /** What the server gets to see of the device. */
    public Sends sends() {
        return sends;
    }

    /** Stable name in JSON and words, for example {@code with-server-name}. */
    public String id() {
        return StoredNames.of(this);
    }
}
