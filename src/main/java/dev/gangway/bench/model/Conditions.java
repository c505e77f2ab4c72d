package dev.gangway.bench.model;

import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Under which conditions a {@link Plan} is carried out.
 *
 * @param deadline for the whole run
 * @param clock for judging validity dates
 * @param proxy to go through, where one is needed
 * @param lastSeen what the server showed when it was last connected to, where that is known
 * @param experiments how many further connections may be made after a refusal
 * @param wire how the TCP connection is made
 * @param atHand certificates in which those may be found that a client chain lacks
 */
public record Conditions(
        Duration deadline,
        Clock clock,
        Optional<Proxy> proxy,
        Optional<ServerSeen> lastSeen,
        ExperimentBounds experiments,
        Wire wire,
        List<X509Certificate> atHand) {
    /** 15 s, by this computer's clock, without a proxy, with the usual experiments. */
    public static final Conditions USUAL = new Conditions(
            Duration.ofSeconds(15),
            Clock.systemUTC(),
            Optional.empty(),
            Optional.empty(),
            ExperimentBounds.USUAL,
            Wire.USUAL,
            List.of());

    public Conditions {
        atHand = List.copyOf(atHand);
    }

    /** The same with another deadline. */
    Conditions within(Duration changed) {
        return new Conditions(changed, clock, proxy, lastSeen, experiments, wire, atHand);
    }

    /** The same with dates judged by another clock. */
    Conditions judgedBy(Clock changed) {
        return new Conditions(deadline, changed, proxy, lastSeen, experiments, wire, atHand);
    }

    /** The same with this proxy, or with none. */
    Conditions through(Optional<Proxy> changed) {
        return new Conditions(deadline, clock, changed, lastSeen, experiments, wire, atHand);
    }

    /** The same, knowing what the server showed before. */
    Conditions knowing(Optional<ServerSeen> before) {
        return new Conditions(deadline, clock, proxy, before, experiments, wire, atHand);
    }

    /** The same with other bounds for experiments. */
    Conditions experimenting(ExperimentBounds changed) {
        return new Conditions(deadline, clock, proxy, lastSeen, changed, wire, atHand);
    }

    /** The same with a TCP connection that is made another way. */
    Conditions over(Wire changed) {
        return new Conditions(deadline, clock, proxy, lastSeen, experiments, changed, atHand);
    }

    /** The same with these certificates at hand. */
    Conditions withAtHand(List<X509Certificate> certificates) {
        return new Conditions(deadline, clock, proxy, lastSeen, experiments, wire, certificates);
    }
}
