package dev.gangway.bench.event;

import dev.gangway.bench.causes.Experiment;
import dev.gangway.bench.causes.Reached;

/** What further connections and questions showed. */
public sealed interface ProbeDetail extends Detail {
    /** After a server hung up without a word: whether it does so before anything is sent. */
    record SilenceProbed(boolean hungUp) implements ProbeDetail {}

    /** After a server hung up on plain MQTT: whether its port answers TLS. */
    record TlsProbed(boolean answered) implements ProbeDetail {}

    /**
     * A further connection that differed from the refused one in a single thing.
     *
     * @param code of CONNACK or DISCONNECT where it was {@code REFUSED}, of the alert where TLS was; 0 otherwise
     */
    record Experimented(Experiment experiment, Reached reached, int code) implements ProbeDetail {}

    /** The server was asked whether the publication arrived; {@code told} is false where it did not say. */
    record ReadBackDone(boolean seen, boolean told) implements ProbeDetail {
        @Override
        public Severity severity(Direction direction) {
            return seen ? Severity.GOOD : Severity.BAD;
        }
    }

    /** What the server said of the device. */
    record LookedUp(boolean exists) implements ProbeDetail {
        @Override
        public Severity severity(Direction direction) {
            return exists ? Severity.PLAIN : Severity.WARNING;
        }
    }
}
