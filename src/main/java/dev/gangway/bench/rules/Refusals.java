package dev.gangway.bench.rules;

import dev.gangway.bench.event.Detail.Connack;

/** Words that every refusal by CONNACK shares. */
final class Refusals {
    private Refusals() {}

    static Draft draft(Findings findings, Seen<Connack> connack, BenchCode code) {
        String shown = ConnackCode.show(connack.detail().code());
        Draft draft = findings.draft(code)
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
