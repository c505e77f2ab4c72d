package dev.gangway.bench.rules;

import dev.gangway.bench.mqtt.packet.ServerReference;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Another server that this one names (MQTT 5, section 4.11): shown as sent, offered as far as it can be followed. */
final class References {
    private References() {}

    /** Adds what the server said to a diagnosis whose code lists {@code use-host}. */
    static HypothesisBuilder offer(
            Findings findings, HypothesisBuilder draft, MatchedEvent<?> where, String reference) {
        draft.seen(where, "server-reference", "reference", reference).with("reference", reference);
        List<ServerReference> servers = ServerReference.parse(reference);
        if (!servers.isEmpty()) {
            Map<String, String> target = new HashMap<>();
            target.put("host", servers.getFirst().host());
            target.put(
                    "port",
                    String.valueOf(servers.getFirst()
                            .port()
                            .orElse(findings.plan().endpoint().port())));
            draft.offer("use-host", target);
        }
        return draft;
    }
}
