package dev.gangway.bench.kinds;

import dev.gangway.bench.causes.Certainty;
import dev.gangway.bench.causes.Experiment;
import dev.gangway.bench.causes.Reached;
import dev.gangway.bench.mqtt.packet.Property;
import dev.gangway.bench.rules.CertCode;
import dev.gangway.bench.rules.ConnackCode;
import dev.gangway.bench.rules.MqttCode;
import dev.gangway.bench.rules.SessionCode;

/**
 * RabbitMQ's MQTT plugin. Answers 4 where user name or password are wrong or missing, and 5 where they are right and the
 * virtual host refuses the user, or {@code guest} comes from another machine ({@code deps/rabbitmq_mqtt},
 * {@code rabbit_mqtt_processor.erl}). MQTT 5 since 3.13; older ones hang up on it. Seen with 3.10.8.
 */
final class RabbitMq {
    static final Kind KIND = Kind.server("rabbitmq", "RabbitMQ", "https://www.rabbitmq.com/docs/mqtt")
            .sign(Sign.domain("(?:.*\\.)?(?:rmq\\d*|lmq)\\.cloudamqp\\.com|.*\\.rmq\\d*\\.cloudamqp\\.com"))
            .sign(Sign.hostNamedAfter("rabbitmq"))
            .sign(Sign.hostNamedAfter("rabbit"))
            .sign(Sign.certificate(Certainty.LIKELY, "rabbitmq|TLSGenSelfSigned"))
            .sign(Sign.userName(Certainty.LIKELY, "/:[^:]+", "/:name"))
            .sign(Sign.userName(Certainty.POSSIBLE, "[\\w.-]+:[^:]+", "virtual host:name"))
            .sign(Sign.limits(
                    Certainty.LIKELY,
                    "Maximum QoS = 1, Topic Alias Maximum = 16",
                    properties -> properties.maximumQos().orElse(2) == 1
                            && properties.topicAliasMaximum().orElse(0) == 16
                            && !properties.isAvailable(Property.SHARED_SUBSCRIPTION_AVAILABLE)))
            .sign(Sign.of(
                    Certainty.POSSIBLE,
                    "MQTT 5 hung up on, 3.1.1 answered",
                    findings -> findings.connack().isEmpty()
                            && findings.experiment(Experiment.WITH_MQTT_3_1_1)
                                    .filter(seen -> seen.detail().reached() == Reached.REFUSED
                                            || seen.detail().reached() == Reached.ACCEPTED)
                                    .isPresent()))
            .sign(Sign.of(
                    Certainty.LIKELY,
                    "4 to a wrong password, 5 to the right one",
                    findings -> findings.refused()
                                    .filter(seen -> seen.detail().code() == 5)
                                    .isPresent()
                            && findings.experiment(Experiment.WITH_WRONG_PASSWORD)
                                    .filter(seen -> seen.detail().code() == 4)
                                    .isPresent()))
            .meaning(MqttCode.LOGIN_REFUSED, "code-4")
            .meaning(MqttCode.NO_PERMISSION, "code-5")
            .meaning(MqttCode.VERSION_REFUSED, "version")
            .meaning(SessionCode.CLOSED_AFTER_PUBLISH, "closes")
            .meaning(SessionCode.QOS_NOT_SUPPORTED, "qos")
            .remedy(MqttCode.NO_PERMISSION, "set-permissions", "user-in-vhost", "vhost-setting", "guest")
            .remedy(MqttCode.LOGIN_REFUSED, "change-password", "user-in-vhost")
            .remedy(MqttCode.TOKEN_UNKNOWN, "add-password", "change-password")
            .remedy(MqttCode.ANONYMOUS_REFUSED, "anonymous")
            .remedy(MqttCode.CERTIFICATE_UNKNOWN, "cert-login")
            .remedy(MqttCode.CHAIN_UNKNOWN, "cert-login")
            .remedy(MqttCode.VERSION_REFUSED, "upgrade")
            .remedy(SessionCode.NOT_ALLOWED, "topic-permissions", "set-permissions")
            .remedy(SessionCode.CLOSED_AFTER_PUBLISH, "topic-permissions", "set-permissions")
            .remedy(SessionCode.LOST, "topic-permissions")
            .remedy(CertCode.ISSUER_UNKNOWN, "cacertfile")
            .remedy(CertCode.INTERMEDIATE_MISSING, "cacertfile", "depth")
            .judging(RabbitMq::judge)
            .guessing(RabbitMq::guess);

    private RabbitMq() {}

    /** What stands before a colon in the user name is the virtual host: one that is not there fits no login. */
    private static void guess(Situation situation) {
        boolean colon = situation
                .findings()
                .mqtt()
                .userName()
                .filter(name -> name.indexOf(':') > 0)
                .isPresent();
        boolean login = situation.refusal().filter(ConnackCode::isAboutLogin).isPresent();
        if (colon && (login || situation.closedOnConnect())) {
            situation.settle(
                    MqttCode.NO_PERMISSION,
                    situation
                            .draft(MqttCode.NO_PERMISSION)
                            .known(situation.says("colon"))
                            .possible(),
                    Experiment.WITH_BARE_USER_NAME);
        }
    }

    private static void judge(Situation situation) {
        guess(situation);
        boolean forbidden =
                situation.refusal().filter(ConnackCode.NOT_AUTHORIZED::equals).isPresent();
        if (forbidden && situation.findings().mqtt().userName().isPresent()) {
            situation.weaken(MqttCode.LOGIN_REFUSED, "login-was-right");
            situation.weaken(MqttCode.TOKEN_UNKNOWN, "login-was-right");
            situation.first(situation.draft(MqttCode.NO_PERMISSION));
        }
        boolean wrong =
                situation.refusal().filter(ConnackCode.BAD_LOGIN::equals).isPresent();
        boolean noPassword = situation.findings().mqtt().password().isEmpty();
        if (wrong && noPassword && situation.findings().mqtt().userName().isPresent()) {
            situation.first(situation.draft(MqttCode.PASSWORD_MISSING).known(situation.says("code-4")));
        }
    }
}
