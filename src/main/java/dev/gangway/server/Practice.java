package dev.gangway.server;

import dev.gangway.device.TokenSigning;
import dev.gangway.diagnosis.Outcome;

/** Starts the practice server, which stands in for a real one. Given to the window by whoever wires it up. */
@FunctionalInterface
public interface Practice {
    /** Starts it; blocks for about a second, so call it off the UI thread. */
    Outcome<Running> start();

    /** A practice server that runs. */
    interface Running extends AutoCloseable {
        /** How to reach it, with sign-in and trust anchor; its id is always the same. */
        ServerEntry entry();

        /** Has it take tokens that this key signs. */
        void trust(TokenSigning signing);

        /** Stops it; blocks for a moment. */
        @Override
        void close();
    }
}
