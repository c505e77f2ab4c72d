package dev.gangway.ui.watch;

import dev.gangway.bench.live.LiveState;
import dev.gangway.bench.model.Plan;
import dev.gangway.diagnosis.Diagnosis;
import java.util.Optional;

/** How far the screen is with its connection. */
public sealed interface WatchState {
    /** No connection was chosen. */
    record Empty() implements WatchState {}

    /** It is being found out how the device connects. */
    record Preparing() implements WatchState {}

    /** Nothing was said to the server yet; how to connect is not known where finding out was given up. */
    record Ready(Optional<Plan> plan) implements WatchState {}

    /** A session is open, or was. */
    record Live(Plan plan, LiveState state) implements WatchState {}

    /** A session could not even begin. */
    record Blocked(Diagnosis diagnosis) implements WatchState {}

    /** Whether messages can be sent. */
    default boolean isConnected() {
        return this instanceof Live live && live.state() instanceof LiveState.Connected;
    }

    /** Whether there is a session that can be left. */
    default boolean isOpen() {
        return this instanceof Preparing
                || this instanceof Live live && !live.state().isOver();
    }

    /** Whether a session can be opened. */
    default boolean canConnect() {
        return this instanceof Ready
                || this instanceof Blocked
                || this instanceof Live live && live.state().isOver();
    }
}
