package dev.gangway.bench.live;

import dev.gangway.bench.event.Event;
import dev.gangway.bench.model.Publication;
import dev.gangway.diagnosis.Diagnosis;

/** Who follows a live session. Called on the threads of the session, each call in order; must not block. */
public interface Watcher {
    /** Something happened. */
    void event(Event event);

    /** The session is somewhere else now. */
    void state(LiveState state);

    /** A message of the server's; its payload is cut after 128 kB. */
    default void received(Publication message) {}

    /** The server took a message of ours of QoS 1 or 2. */
    default void delivered(Publication message) {}

    /** A subscription stands, with this QoS. */
    default void subscribed(String filter, int qos) {}

    /** A subscription has ended, or the server refused it. */
    default void unsubscribed(String filter) {}

    /** Something did not work, and the session goes on: a refused message or subscription, a login not renewed. */
    default void problem(Diagnosis diagnosis) {}
}
