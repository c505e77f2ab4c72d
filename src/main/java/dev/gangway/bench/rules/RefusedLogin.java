package dev.gangway.bench.rules;

import dev.gangway.bench.causes.Experiment;
import dev.gangway.bench.causes.Reached;
import dev.gangway.bench.event.ProbeDetail.Experimented;
import dev.gangway.bench.model.MqttOptions.Version;
import dev.gangway.bench.mqtt.packet.Connack;
import dev.gangway.bench.mqtt.packet.Connect;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * CONNACK says "identifier rejected" or "not authorized", which servers say of more than the identifier and the login: of
 * the keep-alive (Mosquitto), the will, the virtual host or the rights of a login that is right (RabbitMQ).
 */
final class RefusedLogin {
    private static final Duration USUAL_KEEP_ALIVE = Duration.ofMinutes(10);

    private RefusedLogin() {}

    static void propose(Proposals proposals) {
        Findings findings = proposals.findings();
        Optional<MatchedEvent<Connack>> refused = findings.refused();
        Optional<MatchedEvent<Connect>> connect = findings.connect();
        if (refused.isEmpty() || connect.isEmpty() || findings.facts().isPresent()) {
            return; // what the server says of the device is better
        }
        ConnackCode code = ConnackCode.of(refused.get().detail().code());
        withoutName(proposals, refused.get(), code);
        if (code == ConnackCode.CLIENT_ID) {
            identifier(proposals, refused.get(), connect.get());
        } else if (code == ConnackCode.NOT_AUTHORIZED) {
            permission(proposals, refused.get(), connect.get());
        } else if (code == ConnackCode.VERSION) {
            version(proposals, refused.get());
            will(proposals, refused.get(), connect.get()); // EMQX 3 says so of a will that is not allowed
        }
    }

    /** Several servers behind one address go by the name; one that gets none may ask a server that knows no such login. */
    private static void withoutName(Proposals proposals, MatchedEvent<Connack> refused, ConnackCode code) {
        Findings findings = proposals.findings();
        if (code.isAboutLogin()
                && findings.clientHello().isPresent()
                && !findings.plan().tls().name().sent()) {
            proposals.settle(
                    TlsCode.SERVER_NAME_MISSING,
                    Refusals.draft(findings, refused, TlsCode.SERVER_NAME_MISSING)
                            .seen(findings.clientHello(), "hello-without-name")
                            .possible(),
                    Experiment.WITH_SERVER_NAME,
                    Proposals.ACCEPTED);
        }
    }

    private static void identifier(Proposals proposals, MatchedEvent<Connack> refused, MatchedEvent<Connect> connect) {
        Findings findings = proposals.findings();
        Duration asked = connect.detail().keepAlive();
        boolean odd = asked.isZero() || asked.compareTo(USUAL_KEEP_ALIVE) > 0;
        if (odd) {
            proposals.settle(
                    MqttCode.KEEP_ALIVE_REFUSED,
                    Refusals.draft(findings, refused, MqttCode.KEEP_ALIVE_REFUSED)
                            .with("seconds", asked.toSeconds())
                            .seen(connect, "connect-keep-alive", "seconds", asked.toSeconds()),
                    Experiment.WITH_SHORT_KEEP_ALIVE,
                    otherThan(refused));
            proposals.weaken(MqttCode.CREDENTIAL_MISSING, connect, "connect-keep-alive", "seconds", asked.toSeconds());
        }
        if (proposals.has(MqttCode.CLIENT_ID_TOO_LONG)) {
            proposals.settle(MqttCode.CLIENT_ID_TOO_LONG, Experiment.WITH_OTHER_CLIENT_ID, otherThan(refused));
        } else if (!connect.detail().clientId().isEmpty()) {
            proposals.settle(
                    MqttCode.CLIENT_ID_REFUSED,
                    Refusals.draft(findings, refused, MqttCode.CLIENT_ID_REFUSED)
                            .seen(
                                    connect,
                                    "connect-client-id",
                                    "clientId",
                                    connect.detail().clientId())
                            .possible(),
                    Experiment.WITH_OTHER_CLIENT_ID,
                    otherThan(refused));
        }
    }

    private static void permission(Proposals proposals, MatchedEvent<Connack> refused, MatchedEvent<Connect> connect) {
        Findings findings = proposals.findings();
        will(proposals, refused, connect);
        if (connect.detail().userName()) {
            rightLogin(proposals, refused);
        }
    }

    /** "Unacceptable protocol version": what the server says of another version tells whether it means that. */
    private static void version(Proposals proposals, MatchedEvent<Connack> refused) {
        boolean older = proposals.findings().mqtt().version() == Version.V3_1_1;
        proposals.settle(
                MqttCode.VERSION_REFUSED,
                older ? Experiment.WITH_MQTT_5 : Experiment.WITH_MQTT_3_1_1,
                otherThan(refused));
    }

    private static void will(Proposals proposals, MatchedEvent<Connack> refused, MatchedEvent<Connect> connect) {
        Findings findings = proposals.findings();
        connect.detail()
                .will()
                .ifPresent(will -> proposals.settle(
                        MqttCode.WILL_REFUSED,
                        Refusals.draft(findings, refused, MqttCode.WILL_REFUSED)
                                .seen(connect, "connect-with-will", "topic", will.topic())
                                .possible(),
                        Experiment.WITHOUT_WILL,
                        Proposals.ACCEPTED));
    }

    /**
     * A server that says 4 to a wrong password and 5 to ours knows ours. One that says the same to both tells nothing: many
     * have one code for all.
     */
    private static void rightLogin(Proposals proposals, MatchedEvent<Connack> refused) {
        Findings findings = proposals.findings();
        HypothesisBuilder draft =
                Refusals.draft(findings, refused, MqttCode.NO_PERMISSION).possible();
        Optional<MatchedEvent<Experimented>> wrong = findings.experiment(Experiment.WITH_WRONG_PASSWORD);
        boolean tellsNothing =
                wrong.filter(seen -> !saysWrongLogin(seen.detail())).isPresent();
        if (findings.mqtt().password().isEmpty() || tellsNothing) {
            proposals.add(draft);
            return;
        }
        proposals.settle(MqttCode.NO_PERMISSION, draft, Experiment.WITH_WRONG_PASSWORD, RefusedLogin::saysWrongLogin);
        wrong.ifPresent(seen -> proposals.weaken(
                MqttCode.LOGIN_REFUSED,
                seen,
                "wrong-password-answered-otherwise",
                "connack",
                ConnackCode.show(seen.detail().code())));
    }

    private static boolean saysWrongLogin(Experimented seen) {
        return seen.reached() == Reached.REFUSED && ConnackCode.of(seen.code()) == ConnackCode.BAD_LOGIN;
    }

    /** The server took the device, or refused it for another reason. */
    private static Predicate<Experimented> otherThan(MatchedEvent<Connack> refused) {
        return seen -> seen.reached() == Reached.ACCEPTED
                || seen.reached() == Reached.REFUSED
                        && seen.code() != refused.detail().code();
    }
}
