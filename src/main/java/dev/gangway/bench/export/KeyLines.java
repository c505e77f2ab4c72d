package dev.gangway.bench.export;

import dev.gangway.bench.event.Direction;
import dev.gangway.bench.event.Layer;
import dev.gangway.bench.model.Capture;
import dev.gangway.bench.model.Run;
import dev.gangway.secret.Secret;
import java.util.stream.Collectors;

/** The TLS secrets of a run, as far as they may be given away. */
final class KeyLines {
    private KeyLines() {}

    /**
     * NSS key log lines. Where the session carried a login, redaction leaves out what opens our side of it: in TLS 1.3
     * the client's traffic secret, in TLS 1.2 the master secret, which opens both sides. Where the server repeated a
     * part of the login, or answered it in a way that helps to guess it, its side stays closed as well.
     */
    static String of(Run run, RunRedaction runRedaction) {
        String lines = run.capture().map(Capture::keyLog).map(Secret::reveal).orElse("");
        if (!runRedaction.isActive() || !carriesLogin(run)) {
            return lines;
        }
        boolean repeated = isRepeated(run, runRedaction);
        return lines.lines()
                .filter(line -> !line.startsWith("CLIENT_RANDOM ") && !line.startsWith("CLIENT_TRAFFIC_SECRET_"))
                .filter(line -> !repeated || !line.startsWith("SERVER_TRAFFIC_SECRET_"))
                .map(line -> line + "\n")
                .collect(Collectors.joining());
    }

    /** Whether something secret came back from the server above TLS; a ticket is of no use to anybody else. */
    static boolean isRepeated(Run run, RunRedaction runRedaction) {
        return run.events().stream()
                .filter(event -> event.direction() == Direction.IN && event.layer() != Layer.TLS)
                .anyMatch(runRedaction::hides);
    }

    /** Whether CONNECT held anything that must not be seen. */
    static boolean carriesLogin(Run run) {
        return run.plan().mqtt().userName().isPresent()
                || run.plan().mqtt().password().isPresent()
                || run.plan().mqtt().authentication().isPresent();
    }
}
