package dev.gangway.bench.logs;

import java.util.Set;

/**
 * Whose log it is: the same words about a certificate mean the device's in a log of the server and the server's in one
 * of the device, and the same alert comes from the other side.
 */
final class Side {
    /** Marks that only programs on the device's side leave. */
    private static final Set<String> DEVICES = Set.of(
            "esp-idf",
            "zephyr",
            "nordic",
            "modem",
            "pubsubclient",
            "arduino",
            "paho-python",
            "paho-java",
            "paho-c",
            "python",
            "micropython",
            "dotnet",
            "async-mqtt",
            "azure",
            "aws",
            "curl",
            "node",
            "rust",
            "dart",
            "wolfssl",
            "simcom",
            "quectel",
            "mbed");

    private static final Set<String> BROKERS = Set.of("mosquitto", "emqx");

    private final Clues clues;
    private final Set<String> marks;

    /** Of a log with these facts and marks. */
    Side(Clues clues, Set<String> marks) {
        this.clues = clues;
        this.marks = marks;
    }

    /** In a broker's log that speaks of no connection of its own, certificates are those of devices. */
    void judgedByTheServer(Draft draft) {
        if (!marks.contains("server")
                || marks.contains("refuses-server")
                || clues.has("bridge")
                || clues.has("in-handshake")) {
            return;
        }
        Certainty certainty = marks.stream().anyMatch(BROKERS::contains) ? Certainty.LIKELY : Certainty.POSSIBLE;
        if (draft.means("certificate-expired")) {
            draft.first(Cause.CLIENT_EXPIRED, certainty);
        } else if (draft.means(
                "verify-failed",
                "not-trusted",
                "issuer-unknown",
                "leaf-unverified",
                "self-signed",
                "self-signed-in-chain")) {
            draft.first(Cause.CLIENT_UNTRUSTED, certainty);
        } else if (draft.means("certificate-revoked")) {
            draft.first(Cause.CLIENT_REVOKED, certainty);
        }
    }

    /** An alert in a log of which nothing tells whose it is can be either side's. */
    void nobodyKnowsWhose(Draft draft) {
        boolean known = marks.contains("server") || marks.stream().anyMatch(DEVICES::contains);
        if (!known
                && draft.lead().entry().stack().equals("tls")
                && draft.means(
                        "client-bad",
                        "client-issuer-unknown",
                        "client-unknown",
                        "client-expired",
                        "client-unsupported",
                        "client-proof-wrong",
                        "client-access-denied")) {
            draft.perhaps()
                    .also(draft.means("client-expired") ? Cause.SERVER_EXPIRED : Cause.SERVER_UNTRUSTED)
                    .because(draft.lead().line(), "log.either-side");
        }
    }
}
