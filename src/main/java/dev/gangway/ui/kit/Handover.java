package dev.gangway.ui.kit;

import java.util.Optional;

/**
 * A connection on its way between the test bench and the live session, with what was changed of it there. It holds
 * secrets, so it is kept in memory alone, and only until it is taken. Used on the UI thread only.
 */
public final class Handover {
    private Optional<Connection> waiting = Optional.empty();

    /** Hands a connection over; the screen that is opened next takes it. */
    public void put(Connection connection) {
        waiting = Optional.of(connection);
    }

    /** The connection, once. */
    public Optional<Connection> take() {
        Optional<Connection> taken = waiting;
        waiting = Optional.empty();
        return taken;
    }
}
