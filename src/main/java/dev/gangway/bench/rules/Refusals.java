package dev.gangway.bench.rules;

import dev.gangway.bench.mqtt.packet.Connack;

/** Words that every refusal by CONNACK shares. */
final class Refusals {
    private Refusals() {}

    static HypothesisBuilder draft(Findings findings, MatchedEvent<Connack> connack, BenchCode code) {
        String shown = ConnackCode.show(connack.detail().code());
        HypothesisBuilder draft = findings.draft(code)
                .with("connack", shown)
                .with("clientId", findings.mqtt().clientId())
                .seen(connack, "connack", "connack", shown);
        connack.detail()
                .reason()
                .filter(reason -> !reason.isBlank())
                .ifPresent(reason -> draft.seen(connack, "reason-string", "reason", reason));
        return draft;
    }
}
