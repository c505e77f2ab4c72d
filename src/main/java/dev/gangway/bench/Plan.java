package dev.gangway.bench;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

/**
 * One connection to be tested, from name resolution to the last acknowledgement.
 *
 * @param endpoint where to
 * @param tls how to speak TLS; used only where the endpoint does
 * @param mqtt what CONNECT says
 * @param publication what is published with after CONNACK, where anything is
 * @param readBack how the server is asked for it, where it can be
 * @param lookup how the server is asked for the cause of a refusal, where it can be
 * @param deadline for the whole run
 * @param clock for judging validity dates
 * @param proxy to go through, where one is needed
 * @param lastSeen what the server showed when it was last connected to, where that is known
 */
public record Plan(
        Endpoint endpoint,
        TlsOptions tls,
        MqttOptions mqtt,
        Optional<Publication> publication,
        Optional<ReadBack> readBack,
        Optional<ServerFacts.Lookup> lookup,
        Duration deadline,
        Clock clock,
        Optional<Proxy> proxy,
        Optional<ServerSeen> lastSeen) {
    /** A plan that only connects, within 15 s. */
    public static Plan connect(Endpoint endpoint, TlsOptions tls, MqttOptions mqtt) {
        return new Plan(
                endpoint,
                tls,
                mqtt,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Duration.ofSeconds(15),
                Clock.systemUTC(),
                Optional.empty(),
                Optional.empty());
    }

    /** The same, and publishes this. */
    public Plan publishing(Publication message) {
        return new Plan(endpoint, tls, mqtt, Optional.of(message), readBack, lookup, deadline, clock, proxy, lastSeen);
    }

    /** The same, and reads the publication back. */
    public Plan readingBack(ReadBack with) {
        return new Plan(endpoint, tls, mqtt, publication, Optional.of(with), lookup, deadline, clock, proxy, lastSeen);
    }

    /** The same, and asks the server why after a refusal. */
    public Plan lookingUp(ServerFacts.Lookup with) {
        return new Plan(
                endpoint, tls, mqtt, publication, readBack, Optional.of(with), deadline, clock, proxy, lastSeen);
    }

    /** The same with another deadline. */
    public Plan within(Duration changed) {
        return new Plan(endpoint, tls, mqtt, publication, readBack, lookup, changed, clock, proxy, lastSeen);
    }

    /** The same with another endpoint. */
    public Plan at(Endpoint changed) {
        return new Plan(changed, tls, mqtt, publication, readBack, lookup, deadline, clock, proxy, lastSeen);
    }

    /** The same with other TLS options. */
    public Plan withTls(TlsOptions changed) {
        return new Plan(endpoint, changed, mqtt, publication, readBack, lookup, deadline, clock, proxy, lastSeen);
    }

    /** The same with other MQTT options. */
    public Plan withMqtt(MqttOptions changed) {
        return new Plan(endpoint, tls, changed, publication, readBack, lookup, deadline, clock, proxy, lastSeen);
    }

    /** The same, only connecting: nothing is published, read back or looked up. */
    public Plan onlyConnecting() {
        return new Plan(
                endpoint,
                tls,
                mqtt,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                deadline,
                clock,
                proxy,
                lastSeen);
    }

    /** The same with dates judged by another clock. */
    public Plan judgedBy(Clock changed) {
        return new Plan(endpoint, tls, mqtt, publication, readBack, lookup, deadline, changed, proxy, lastSeen);
    }

    /** The same, knowing what the server showed before. */
    public Plan knowing(Optional<ServerSeen> before) {
        return new Plan(endpoint, tls, mqtt, publication, readBack, lookup, deadline, clock, proxy, before);
    }

    /** The same through a proxy. */
    public Plan through(Proxy with) {
        return new Plan(
                endpoint, tls, mqtt, publication, readBack, lookup, deadline, clock, Optional.of(with), lastSeen);
    }

    /** The same without a proxy. */
    public Plan direct() {
        return new Plan(
                endpoint, tls, mqtt, publication, readBack, lookup, deadline, clock, Optional.empty(), lastSeen);
    }

    /** The same, only publishing and reading back what is given. */
    public Plan proving(Optional<Publication> message, Optional<ReadBack> with) {
        return new Plan(endpoint, tls, mqtt, message, with, lookup, deadline, clock, proxy, lastSeen);
    }
}
