package dev.gangway.bench.matrix;

import dev.gangway.bench.model.ExperimentBounds;
import dev.gangway.bench.model.MqttOptions;
import dev.gangway.bench.model.Plan;
import dev.gangway.bench.model.TlsOptions;
import dev.gangway.bench.model.TlsOptions.Presentation;
import dev.gangway.bench.profile.DeviceProfiles;
import dev.gangway.pki.Identity;
import dev.gangway.secret.Secret;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** Works out the ways in which a plan can be varied. */
public final class Variations {
    private Variations() {}

    private record Choice(MatrixValue trait, UnaryOperator<Plan> change) {}

    /**
     * All combinations of the choices on these axes, which have to go with each other. An axis that means nothing for the plan (TLS on a plain
     * connection, a chain of one certificate) is left out, and so is what cannot be sent (before MQTT 5 a password needs
     * a user name).
     */
    public static List<Variation> of(Plan plan, Set<MatrixDimension> axes) {
        List<Variation> all = List.of(new Variation(List.of(), plan));
        for (MatrixDimension dimension : MatrixDimension.values()) {
            List<Choice> choices = axes.contains(dimension) ? choices(dimension, plan) : List.of();
            if (!choices.isEmpty()) {
                all = all.stream()
                        .flatMap(before -> choices.stream().map(choice -> with(before, choice)))
                        .toList();
            }
        }
        return all.stream().filter(each -> canBeSent(each.plan().mqtt())).toList();
    }

    private static Variation with(Variation before, Choice choice) {
        List<MatrixValue> traits = new ArrayList<>(before.traits());
        traits.add(choice.trait());
        return new Variation(traits, choice.change().apply(before.plan()));
    }

    private static boolean canBeSent(MqttOptions mqtt) {
        return mqtt.version() == MqttOptions.Version.V5
                || mqtt.userName().isPresent()
                || mqtt.password().isEmpty();
    }

    private static List<Choice> choices(MatrixDimension dimension, Plan plan) {
        boolean secure = plan.endpoint().transport().isSecure();
        boolean mqtt = !plan.endpoint().transport().isDeviceApi();
        Optional<Identity> identity = plan.tls().identity().filter(present -> secure && mqtt);
        return switch (dimension) {
            case TLS ->
                secure && !plan.endpoint().transport().isCoap()
                        ? List.of(
                                tls(MatrixValue.TLS_1_3, tls -> tls.withVersions(List.of(TlsOptions.Version.TLS_1_3))),
                                tls(MatrixValue.TLS_1_2, tls -> tls.withVersions(List.of(TlsOptions.Version.TLS_1_2))))
                        : List.of();
            case CERTIFICATE ->
                identity.isPresent()
                        ? List.of(
                                tls(MatrixValue.CERTIFICATE_ALWAYS, tls -> tls.withPresentation(Presentation.ALWAYS)),
                                tls(
                                        MatrixValue.CERTIFICATE_STOCK_JAVA,
                                        tls -> tls.withPresentation(Presentation.STOCK_JAVA)),
                                tls(MatrixValue.CERTIFICATE_NEVER, tls -> tls.withPresentation(Presentation.NEVER)))
                        : List.of();
            case CHAIN ->
                identity.filter(present -> present.chain().size() > 1)
                        .map(whole -> List.of(
                                tls(MatrixValue.WITH_INTERMEDIATE, tls -> tls.withIdentity(whole)),
                                tls(MatrixValue.LEAF_ALONE, tls -> tls.withIdentity(whole.leafOnly()))))
                        .orElse(List.of());
            case MQTT ->
                mqtt
                        ? List.of(
                                mqtt(MatrixValue.MQTT_5, its -> its.withVersion(MqttOptions.Version.V5)),
                                mqtt(MatrixValue.MQTT_3_1_1, its -> its.withVersion(MqttOptions.Version.V3_1_1)))
                        : List.of();
            case TOKEN ->
                token(plan.mqtt())
                        .filter(token -> mqtt)
                        .map(token -> List.of(
                                mqtt(
                                        MatrixValue.TOKEN_IN_USER_NAME,
                                        its -> its.withLogin(Optional.of(token.reveal()), Optional.empty())),
                                mqtt(
                                        MatrixValue.TOKEN_IN_PASSWORD,
                                        its -> its.withLogin(Optional.empty(), Optional.of(token)))))
                        .orElse(List.of());
            case DEVICE -> secure && mqtt ? devices() : List.of();
        };
    }

    /** Without further connections after a refusal: the table itself is the comparison. */
    private static List<Choice> devices() {
        UnaryOperator<Plan> ordinary = plan -> plan.experimenting(ExperimentBounds.NONE)
                .withTls(plan.tls().offering(offer -> TlsOptions.Offer.USUAL.withAlpn(offer.alpn())));
        UnaryOperator<Plan> old = plan -> plan.withTls(plan.tls().withVersions(List.of(TlsOptions.Version.TLS_1_2)));
        return Stream.concat(
                        Stream.of(
                                new Choice(MatrixValue.ORDINARY_CLIENT, ordinary),
                                new Choice(
                                        MatrixValue.ORDINARY_CLIENT_TLS_1_2, plan -> old.apply(ordinary.apply(plan)))),
                        DeviceProfiles.all().stream()
                                .map(device -> new Choice(
                                        MatrixValue.of(device),
                                        plan -> plan.experimenting(ExperimentBounds.NONE)
                                                .as(device))))
                .toList();
    }

    /** The one secret of a login that has one: alone in the user name or alone in the password. */
    private static Optional<Secret> token(MqttOptions mqtt) {
        boolean alone = mqtt.userName().isPresent() != mqtt.password().isPresent();
        return Stream.of(mqtt.userName().map(Secret::of), mqtt.password())
                .flatMap(Optional::stream)
                .filter(secret -> alone)
                .findFirst();
    }

    private static Choice tls(MatrixValue value, UnaryOperator<TlsOptions> change) {
        return new Choice(value, plan -> plan.withTls(change.apply(plan.tls())));
    }

    private static Choice mqtt(MatrixValue value, UnaryOperator<MqttOptions> change) {
        return new Choice(value, plan -> plan.withMqtt(change.apply(plan.mqtt())));
    }
}
