package dev.gangway.bench.export;

import dev.gangway.bench.Capture;
import dev.gangway.bench.Run;
import dev.gangway.secret.Secret;
import java.util.stream.Collectors;

/** The TLS secrets of a run, as far as they may be given away. */
final class KeyLines {
    private KeyLines() {}

    /**
     * NSS key log lines. Where the session carried a login, redaction leaves out what opens our side of it: in TLS 1.3
     * the client's traffic secret, in TLS 1.2 the master secret, which opens both sides.
     */
    static String of(Run run, Redaction redaction) {
        String lines = run.capture().map(Capture::keyLog).map(Secret::reveal).orElse("");
        if (!redaction.isActive() || !carriesLogin(run)) {
            return lines;
        }
        return lines.lines()
                .filter(line -> !line.startsWith("CLIENT_RANDOM ") && !line.startsWith("CLIENT_TRAFFIC_SECRET_"))
                .map(line -> line + "\n")
                .collect(Collectors.joining());
    }

    /** Whether CONNECT held anything that must not be seen. */
    static boolean carriesLogin(Run run) {
        return run.plan().mqtt().userName().isPresent()
                || run.plan().mqtt().password().isPresent()
                || run.plan().mqtt().authentication().isPresent();
    }
}
