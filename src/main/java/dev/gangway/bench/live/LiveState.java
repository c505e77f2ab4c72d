package dev.gangway.bench.live;

import dev.gangway.bench.mqtt.packet.Connack;
import dev.gangway.diagnosis.Diagnosis;

/** How far a live session is. */
public sealed interface LiveState {
    /** The connection is being made, for the first time or with a fresh login. */
    record Connecting() implements LiveState {}

    /** The server accepted us. */
    record Connected(Connack connack) implements LiveState {}

    /** We said goodbye. */
    record Left() implements LiveState {}

    /** The server refused us, or ended the session, or the connection was lost; and why. */
    record Lost(Diagnosis diagnosis) implements LiveState {}

    /** A person stopped it before the server had answered. */
    record Cancelled() implements LiveState {}

    /** Whether nothing more will happen. */
    default boolean isOver() {
        return !(this instanceof Connecting || this instanceof Connected);
    }
}
