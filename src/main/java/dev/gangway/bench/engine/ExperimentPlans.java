package dev.gangway.bench.engine;

import dev.gangway.bench.causes.Experiment;
import dev.gangway.bench.event.Event;
import dev.gangway.bench.event.NetDetail;
import dev.gangway.bench.model.Endpoint;
import dev.gangway.bench.model.Endpoint.Transport;
import dev.gangway.bench.model.ExperimentBounds;
import dev.gangway.bench.model.MqttOptions;
import dev.gangway.bench.model.MqttOptions.Version;
import dev.gangway.bench.model.Plan;
import dev.gangway.bench.model.Publication;
import dev.gangway.bench.model.TlsOptions;
import dev.gangway.bench.model.TlsOptions.Offer;
import dev.gangway.bench.model.TlsOptions.ServerName;
import dev.gangway.bench.model.Wire;
import dev.gangway.bench.model.Wire.Family;
import dev.gangway.bench.model.Wire.Header;
import dev.gangway.bench.mqtt.packet.Connack;
import dev.gangway.pki.Subjects;
import dev.gangway.secret.Secret;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;

/** The plan of each experiment: the refused one with a single thing changed. Empty where nothing would differ. */
final class ExperimentPlans {
    private static final Duration SHORT_KEEP_ALIVE = Duration.ofSeconds(30);

    /** AWS IoT Core, "Device communication protocols": what port 443 wants for MQTT with a certificate. */
    private static final String AWS = "x-amzn-mqtt-ca";

    /** An empty JSON object: those who read messages as JSON can read it. */
    private static final byte[] SHORT_MESSAGE = {'{', '}'};

    private ExperimentPlans() {}

    /** {@code seen} is what was seen of the refused one: by it the other address family is known. */
    static Optional<Plan> of(Experiment experiment, Plan plan, List<Event> seen) {
        if (plan.endpoint().transport().isDeviceApi()) {
            return Optional.empty();
        }
        boolean publishes = experiment != Experiment.WITHOUT_MESSAGE && wasAccepted(seen);
        return changed(experiment, plan, seen)
                .map(each -> publishes ? each.onlyPublishing() : each.onlyConnecting())
                .map(each -> each.experimenting(ExperimentBounds.NONE));
    }

    private static boolean wasAccepted(List<Event> seen) {
        return first(seen, Connack.class).filter(connack -> connack.code() == 0).isPresent();
    }

    private static Optional<Plan> changed(Experiment experiment, Plan plan, List<Event> seen) {
        MqttOptions mqtt = plan.mqtt();
        TlsOptions tls = plan.tls();
        boolean secure = plan.endpoint().transport().isSecure();
        return switch (experiment) {
            case SAY_NOTHING, SAME_AGAIN -> Optional.of(plan);
            case WITH_TLS ->
                onlyIf(!secure, () -> plan.at(secured(plan.endpoint(), true)).withTls(tls.withoutIdentity()));
            case WITHOUT_TLS ->
                onlyIf(secure, () -> plan.at(secured(plan.endpoint(), false)).withMqtt(nobody(mqtt.version())));
            case WITH_SERVER_NAME ->
                onlyIf(
                        secure && !tls.name().sent(),
                        () -> tls(
                                plan,
                                named -> new TlsOptions(
                                        named.offer(),
                                        named.trust(),
                                        named.identity(),
                                        named.presentation(),
                                        new ServerName(named.name().other(), true))));
            case WITH_USUAL_OFFER ->
                onlyIf(
                        secure && !tls.offer().equals(Offer.USUAL),
                        () -> tls(plan, its -> its.offering(_ -> Offer.USUAL)));
            case WITH_TLS_1_2 ->
                onlyIf(
                        secure && tls.offer().versions().contains(TlsOptions.Version.TLS_1_3),
                        () -> tls(plan, its -> its.withVersions(List.of(TlsOptions.Version.TLS_1_2))));
            case WITH_SMALL_HELLO ->
                onlyIf(secure, () -> tls(plan, its -> its.withoutIdentity().offering(_ -> Offer.SMALL)));
            case WITH_PROXY_HEADER ->
                onlyIf(
                        plan.conditions().wire().header() == Header.NONE
                                && plan.proxy().isEmpty(),
                        () -> plan.over(wire -> wire.with(Header.AHEAD)));
            case WITH_INNER_PROXY_HEADER ->
                onlyIf(
                        secure && plan.conditions().wire().header() == Header.NONE,
                        () -> plan.over(wire -> wire.with(Header.WITHIN_TLS)));
            case WITH_ALPN_MQTT -> onlyIf(secure && !tls.offer().alpn().contains("mqtt"), () -> alpn(plan, "mqtt"));
            case WITH_ALPN_AWS -> onlyIf(secure && !tls.offer().alpn().contains(AWS), () -> alpn(plan, AWS));
            case WITH_MQTT_3_1_1 ->
                onlyIf(mqtt.version() != Version.V3_1_1, () -> plan.withMqtt(mqtt.withVersion(Version.V3_1_1)));
            case WITH_MQTT_5 -> onlyIf(mqtt.version() != Version.V5, () -> plan.withMqtt(mqtt.withVersion(Version.V5)));
            case WITH_SHORT_KEEP_ALIVE ->
                onlyIf(
                        !mqtt.session().keepAlive().equals(SHORT_KEEP_ALIVE),
                        () -> plan.withMqtt(mqtt.withSession(its -> its.withKeepAlive(SHORT_KEEP_ALIVE))));
            case WITHOUT_WILL -> onlyIf(mqtt.will().isPresent(), () -> plan.withMqtt(mqtt.withWill(Optional.empty())));
            case WITH_OTHER_CLIENT_ID -> Optional.of(plan.withMqtt(mqtt.withClientId(otherClientId(plan))));
            case WITH_BARE_USER_NAME ->
                bareUserName(mqtt).map(name -> plan.withMqtt(mqtt.withLogin(Optional.of(name), mqtt.password())));
            case WITH_WRONG_PASSWORD ->
                onlyIf(
                        mqtt.userName().isPresent() && mqtt.password().isPresent(),
                        () -> plan.withMqtt(mqtt.withLogin(
                                mqtt.userName(), Optional.of(Secret.of("gangway-" + UUID.randomUUID())))));
            case WITHOUT_CERTIFICATE ->
                onlyIf(secure && tls.identity().isPresent(), () -> plan.withTls(tls.withoutIdentity()));
            case WITH_FULL_CHAIN -> plan.withWholeChain();
            case WITH_SMALL_PACKETS ->
                onlyIf(!plan.conditions().wire().smallPackets(), () -> plan.over(Wire::withSmallPackets));
            case WITHOUT_MESSAGE -> onlyIf(plan.publication().isPresent(), () -> plan);
            case WITH_SHORT_MESSAGE ->
                plan.publication()
                        .filter(message -> message.payload().length > SHORT_MESSAGE.length)
                        .map(message ->
                                plan.publishing(new Publication(message.topic(), SHORT_MESSAGE, message.qos())));
            case WITH_QOS_1 ->
                plan.publication()
                        .filter(message -> message.qos() == 2)
                        .map(message -> plan.publishing(new Publication(message.topic(), message.payload(), 1)));
            case WITH_OTHER_ADDRESS_FAMILY -> otherFamily(seen).map(family -> plan.over(wire -> wire.over(family)));
        };
    }

    private static Optional<String> bareUserName(MqttOptions mqtt) {
        return mqtt.userName()
                .filter(name -> name.indexOf(':') > 0 && name.indexOf(':') < name.length() - 1)
                .map(name -> name.substring(name.indexOf(':') + 1));
    }

    /** The name in the certificate where that is another one, as cloud policies want it; else one that nobody has. */
    static String otherClientId(Plan plan) {
        return plan.tls()
                .identity()
                .filter(_ -> plan.endpoint().transport().isSecure())
                .flatMap(identity -> Subjects.commonName(identity.leaf()))
                .filter(name -> !name.equals(plan.mqtt().clientId()))
                .orElseGet(() -> "gangway-" + UUID.randomUUID().toString().substring(0, 8));
    }

    /** The family that was not connected over, where the name has addresses of both. */
    static Optional<Family> otherFamily(List<Event> seen) {
        return first(seen, NetDetail.TcpConnected.class)
                .map(connected -> family(connected.address()).other())
                .filter(other -> first(seen, NetDetail.Resolved.class).stream()
                        .flatMap(resolved -> resolved.addresses().stream())
                        .anyMatch(address -> family(address) == other));
    }

    /** Of an address in digits. */
    private static Family family(String address) {
        return address.contains(":") ? Family.IPV6 : Family.IPV4;
    }

    private static <D> Optional<D> first(List<Event> events, Class<D> kind) {
        return events.stream()
                .map(Event::detail)
                .filter(kind::isInstance)
                .map(kind::cast)
                .findFirst();
    }

    private static MqttOptions nobody(Version version) {
        return MqttOptions.of(
                version, "gangway-" + UUID.randomUUID().toString().substring(0, 8), Optional.empty(), Optional.empty());
    }

    private static Endpoint secured(Endpoint endpoint, boolean secure) {
        Transport transport = endpoint.transport().secured(secure);
        return new Endpoint(endpoint.host(), endpoint.port(), transport, endpoint.path());
    }

    private static Plan tls(Plan plan, UnaryOperator<TlsOptions> change) {
        return plan.withTls(change.apply(plan.tls()));
    }

    private static Plan alpn(Plan plan, String protocol) {
        return tls(plan, its -> its.offering(offer -> offer.withAlpn(List.of(protocol))));
    }

    private static Optional<Plan> onlyIf(boolean condition, java.util.function.Supplier<Plan> plan) {
        return condition ? Optional.of(plan.get()) : Optional.empty();
    }
}
