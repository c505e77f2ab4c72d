package dev.gangway.bench.rules;

import dev.gangway.bench.causes.Hypothesis;
import dev.gangway.bench.causes.Proof;
import dev.gangway.bench.model.MqttOptions;
import dev.gangway.bench.mqtt.packet.Connack;
import java.util.List;
import java.util.Optional;

/** What older versions of MQTT forbid in CONNECT; servers answer it by hanging up, not with a CONNACK. */
final class ConnectFormRules {
    static final List<Rule> RULES = List.of(
            ConnectFormRules::controlCharacter,
            ConnectFormRules::passwordWithoutUser,
            ConnectFormRules::clientIdOfOldVersion);

    /** MQTT 3.1, section 3.1. */
    private static final int LONGEST_OLD_CLIENT_ID = 23;

    private ConnectFormRules() {}

    /**
     * A character that nobody sees in a text that CONNECT carries: it came along from a file or a paste. Servers hang up on
     * it, as MQTT 5, section 1.5.4, lets them, or know no such name. Spaces have a rule of their own.
     */
    private static Optional<Hypothesis> controlCharacter(Findings findings) {
        boolean refused = HangUpRules.closedOnConnect(findings).isPresent()
                || findings.refused().isPresent();
        return findings.connect()
                .filter(_ -> refused)
                .flatMap(connect -> HiddenCharacter.in(
                                findings.mqtt(), findings.refused().isPresent())
                        .flatMap(hidden -> findings.draft(MqttCode.CONTROL_CHARACTER)
                                .with("field", hidden.field())
                                .with("character", hidden.shown())
                                .seen(connect, "hidden-character", "field", hidden.field(), "character", hidden.shown())
                                .seen(findings.hungUp(), "closed-by-server")
                                .provenIf(hidden.isForbidden(), Proof.KNOWN_HERE)
                                .report()));
    }

    private static Optional<Hypothesis> passwordWithoutUser(Findings findings) {
        boolean forbidden = findings.mqtt().version() != MqttOptions.Version.V5
                && findings.mqtt().password().isPresent()
                && findings.mqtt().userName().isEmpty();
        return HangUpRules.closedOnConnect(findings)
                .filter(connect -> forbidden)
                .flatMap(connect -> findings.draft(MqttCode.PASSWORD_WITHOUT_USER)
                        .seen(connect, "password-without-user")
                        .seen(findings.hungUp(), "closed-after-connect")
                        .offer("use-mqtt-version", "version", "5")
                        .report());
    }

    private static Optional<Hypothesis> clientIdOfOldVersion(Findings findings) {
        String clientId = findings.mqtt().clientId();
        boolean forbidden = findings.mqtt().version() == MqttOptions.Version.V3_1
                && (clientId.isEmpty() || clientId.length() > LONGEST_OLD_CLIENT_ID);
        Optional<MatchedEvent<Connack>> rejected = findings.refused()
                .filter(connack -> ConnackCode.of(connack.detail().code()) == ConnackCode.CLIENT_ID);
        return HangUpRules.closedOnConnect(findings)
                .or(() -> rejected.flatMap(_ -> findings.connect()))
                .filter(connect -> forbidden)
                .flatMap(connect -> findings.draft(MqttCode.CLIENT_ID_TOO_LONG)
                        .seen(connect, "client-id-length", "length", clientId.length())
                        .seen(findings.hungUp().filter(_ -> rejected.isEmpty()), "closed-after-connect")
                        .offer("use-mqtt-version", "version", "3.1.1")
                        .report());
    }
}
