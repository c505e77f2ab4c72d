package dev.gangway.bench.model;

import dev.gangway.bench.model.TlsOptions.Offer;
import dev.gangway.bench.model.TlsOptions.ServerName;
import dev.gangway.bench.model.TlsOptions.Trust;
import dev.gangway.bench.profile.DeviceProfile;
import dev.gangway.pki.Identity;
import dev.gangway.pki.path.ChainOrder;
import dev.gangway.pki.path.Issuance;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * One connection to be tested, from name resolution to the last acknowledgement.
 *
 * @param endpoint where to
 * @param tls how to speak TLS; used only where the endpoint does
 * @param mqtt what CONNECT says
 * @param task what is done once the server has accepted us, or has refused
 * @param conditions under which it is done
 */
public record Plan(Endpoint endpoint, TlsOptions tls, MqttOptions mqtt, Task task, Conditions conditions) {
    /**
     * What is done once the server has answered.
     *
     * @param publication what is published with after CONNACK, where anything is
     * @param readBack how the server is asked for it, where it can be
     * @param lookup how the server is asked for the cause of a refusal, where it can be
     */
    public record Task(
            Optional<Publication> publication, Optional<ReadBack> readBack, Optional<ServerFacts.Lookup> lookup) {
        /** Nothing: the connection is all that is tested. */
        public static final Task NONE = new Task(Optional.empty(), Optional.empty(), Optional.empty());
    }

    /** A plan that only connects, within 15 s. */
    public static Plan connect(Endpoint endpoint, TlsOptions tls, MqttOptions mqtt) {
        return new Plan(endpoint, tls, mqtt, Task.NONE, Conditions.USUAL);
    }

    /** What is published after CONNACK, where anything is. */
    public Optional<Publication> publication() {
        return task.publication;
    }

    /** How the server is asked for the publication, where it can be. */
    public Optional<ReadBack> readBack() {
        return task.readBack;
    }

    /** How the server is asked for the cause of a refusal, where it can be. */
    public Optional<ServerFacts.Lookup> lookup() {
        return task.lookup;
    }

    /** For the whole run. */
    public Duration deadline() {
        return conditions.deadline();
    }

    /** For judging validity dates. */
    public Clock clock() {
        return conditions.clock();
    }

    /** To go through, where one is needed. */
    public Optional<Proxy> proxy() {
        return conditions.proxy();
    }

    /** What the server showed when it was last connected to, where that is known. */
    public Optional<ServerSeen> lastSeen() {
        return conditions.lastSeen();
    }

    /** The same with another endpoint. */
    public Plan at(Endpoint changed) {
        return new Plan(changed, tls, mqtt, task, conditions);
    }

    /** The same with other TLS options. */
    public Plan withTls(TlsOptions changed) {
        return new Plan(endpoint, changed, mqtt, task, conditions);
    }

    /** The same with other MQTT options. */
    public Plan withMqtt(MqttOptions changed) {
        return new Plan(endpoint, tls, changed, task, conditions);
    }

    private Plan doing(Task changed) {
        return new Plan(endpoint, tls, mqtt, changed, conditions);
    }

    /** The same, and publishes this. */
    public Plan publishing(Publication message) {
        return doing(new Task(Optional.of(message), readBack(), lookup()));
    }

    /** The same, and reads the publication back. */
    public Plan readingBack(ReadBack with) {
        return doing(new Task(publication(), Optional.of(with), lookup()));
    }

    /** The same, and asks the server why after a refusal. */
    public Plan lookingUp(ServerFacts.Lookup with) {
        return doing(new Task(publication(), readBack(), Optional.of(with)));
    }

    /** The same, only publishing and reading back what is given. */
    public Plan proving(Optional<Publication> message, Optional<ReadBack> with) {
        return doing(new Task(message, with, lookup()));
    }

    /** The same without asking the server for anything beside: what is published stays. */
    public Plan onlyPublishing() {
        return doing(new Task(publication(), Optional.empty(), Optional.empty()));
    }

    /** The same, only connecting: nothing is published, read back or looked up. */
    public Plan onlyConnecting() {
        return doing(Task.NONE);
    }

    /** The same with another deadline. */
    public Plan within(Duration changed) {
        return under(conditions.within(changed));
    }

    /** The same with dates judged by another clock. */
    public Plan judgedBy(Clock changed) {
        return under(conditions.judgedBy(changed));
    }

    /** The same with other bounds for experiments. */
    public Plan experimenting(ExperimentBounds changed) {
        return under(conditions.experimenting(changed));
    }

    /** The same with a TCP connection that is made another way. */
    public Plan over(UnaryOperator<Wire> change) {
        return under(conditions.over(change.apply(conditions.wire())));
    }

    /** The same, knowing what the server showed before. */
    public Plan knowing(Optional<ServerSeen> before) {
        return under(conditions.knowing(before));
    }

    /** The same with certificates in which those may be found that a client chain lacks. */
    public Plan withAtHand(List<X509Certificate> certificates) {
        return under(conditions.withAtHand(certificates));
    }

    /** The same through a proxy. */
    public Plan through(Proxy with) {
        return under(conditions.through(Optional.of(with)));
    }

    /** The same without a proxy. */
    public Plan direct() {
        return under(conditions.through(Optional.empty()));
    }

    private Plan under(Conditions changed) {
        return new Plan(endpoint, tls, mqtt, task, changed);
    }

    /**
     * The same with every certificate of the client's chain that is at hand, the root left out; empty where there are no
     * more than it sends already.
     */
    public Optional<Plan> withWholeChain() {
        return tls.identity().filter(_ -> endpoint.transport().isSecure()).flatMap(this::withWholeChain);
    }

    private Optional<Plan> withWholeChain(Identity identity) {
        List<X509Certificate> known = Stream.of(
                        identity.chain(), conditions.atHand(), tls.trust().anchors())
                .flatMap(List::stream)
                .toList();
        List<X509Certificate> path = ChainOrder.from(identity.leaf(), known).stream()
                .filter(one -> one.equals(identity.leaf()) || !Issuance.isSelfSigned(one))
                .toList();
        return Optional.of(path)
                .filter(longer -> longer.size() > identity.chain().size())
                .map(longer -> withTls(tls.withIdentity(new Identity(longer, identity.key()))));
    }

    /**
     * The same as this kind of device would do it: its ClientHello and its limits, the authorities that it knows beside those
     * that were chosen, the server's name or none, and a version of MQTT that it speaks. What is offered with ALPN stays.
     */
    public Plan as(DeviceProfile profile) {
        boolean ownRoots = profile.roots() != DeviceProfile.Roots.NONE;
        Trust trust = tls.trust();
        TlsOptions like = new TlsOptions(
                Offer.of(profile).withAlpn(tls.offer().alpn()),
                new Trust(trust.anchors(), trust.system() || ownRoots, trust.enforced()),
                tls.identity(),
                tls.presentation(),
                new ServerName(
                        tls.name().other(), tls.name().sent() && profile.hello().serverName()));
        boolean speaksFive = profile.mqtt().contains("5");
        return withTls(like)
                .withMqtt(
                        speaksFive || mqtt.version() != MqttOptions.Version.V5
                                ? mqtt
                                : mqtt.withVersion(MqttOptions.Version.V3_1_1));
    }
}
