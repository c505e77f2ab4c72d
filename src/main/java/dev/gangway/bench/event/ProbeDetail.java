package dev.gangway.bench.event;

/** What further connections and questions showed. */
public sealed interface ProbeDetail extends Detail {
    /** After a server hung up without a word: whether it does so before anything is sent. */
    record SilenceProbed(boolean hungUp) implements ProbeDetail {}

    /** After a server hung up on plain MQTT: whether its port answers TLS. */
    record TlsProbed(boolean answered) implements ProbeDetail {}

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
