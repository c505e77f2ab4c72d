package dev.gangway.bench.rules;

import dev.gangway.bench.model.MqttOptions;

/** MQTT 5 tells reasons that older versions keep to themselves. */
final class Versions {
    private Versions() {}

    /** Offers MQTT 5 where an older version was spoken. */
    static HypothesisBuilder offerNewest(Findings findings, HypothesisBuilder draft) {
        return draft.offerIf(findings.mqtt().version() != MqttOptions.Version.V5, "use-mqtt-version", "version", "5");
    }
}
