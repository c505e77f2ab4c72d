package dev.gangway.bench.causes;

import dev.gangway.stored.StoredAs;

/** The kinds of fact by which a cause can be proven; nothing else does, however often it was so before. */
public enum Proof {
    /** Looked at here: in the plan, the token, the key, the certificates of either side. */
    @StoredAs("KNOWN_HERE")
    KNOWN_HERE,
    /** What came over the wire can mean nothing else: another protocol's bytes, the resolver's answer. */
    @StoredAs("ON_THE_WIRE")
    ON_THE_WIRE,
    /** The server said so in a code that has this one meaning (alert, reason code, status). */
    @StoredAs("SERVER_SAID")
    SERVER_SAID,
    /** The server, asked about the device over another way in. */
    @StoredAs("LOOKED_UP")
    LOOKED_UP,
    /** An {@link Experiment}: a connection that differed in this one thing went otherwise. */
    @StoredAs("EXPERIMENT")
    EXPERIMENT
}
