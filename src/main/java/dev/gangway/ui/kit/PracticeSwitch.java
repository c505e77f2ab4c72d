package dev.gangway.ui.kit;

import dev.gangway.background.Background;
import dev.gangway.device.TokenSigning;
import dev.gangway.diagnosis.Diagnosis;
import dev.gangway.diagnosis.Outcome;
import dev.gangway.server.Practice;
import dev.gangway.server.ServerEntry;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/** Turns the practice server on and off; one for the whole window. Used on the UI thread only. */
public final class PracticeSwitch {
    /** Whether it runs. */
    public enum State {
        OFF,
        STARTING,
        ON
    }

    private final Practice practice;
    private final Background background;
    private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(this, "state", State.OFF);
    private Practice.@Nullable Running running;

    /** It is off. */
    public PracticeSwitch(Practice practice, Background background) {
        this.practice = practice;
        this.background = background;
    }

    /** Whether it runs. */
    public ReadOnlyObjectProperty<State> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /** How to reach it, while it is on. */
    public Optional<ServerEntry> entry() {
        return Optional.ofNullable(running).map(Practice.Running::entry);
    }

    /** Starts it where it is off; {@code then} gets its entry, or why there is none. */
    public void turnOn(Consumer<Outcome<ServerEntry>> then) {
        switch (state.get()) {
            case ON -> entry().ifPresent(entry -> then.accept(Outcome.ok(entry)));
            case STARTING -> state.addListener(new OnceStarted(then));
            case OFF -> {
                state.set(State.STARTING);
                background
                        .attempt(cancellation -> practice.start())
                        .start(server -> started(Outcome.ok(server), then), why -> started(Outcome.failed(why), then));
            }
        }
    }

    /** Has it take tokens that this key signs, while it is on. */
    public void trust(TokenSigning signing) {
        if (running != null) {
            running.trust(signing);
        }
    }

    /** Stops it; what it knew of devices is gone. {@code then} is called once it no longer answers. */
    public void turnOff(Runnable then) {
        Practice.Running old = running;
        running = null;
        state.set(State.OFF);
        if (old != null) {
            background
                    .work(cancellation -> {
                        old.close();
                        return Outcome.Done.DONE;
                    })
                    .noted("stop practice server", _ -> "done")
                    .start(done -> then.run(), ended -> then.run()); // what kept it from closing well is in the log
        }
    }

    /** Stops it and waits for that; for the end of the program. */
    public void close() {
        if (running != null) {
            running.close();
            running = null;
        }
    }

    private void started(Outcome<Practice.Running> outcome, Consumer<Outcome<ServerEntry>> then) {
        switch (outcome) {
            case Outcome.Ok<Practice.Running>(Practice.Running server) -> {
                running = server;
                state.set(State.ON);
                then.accept(Outcome.ok(server.entry()));
            }
            case Outcome.Failed<Practice.Running>(Diagnosis why) -> {
                state.set(State.OFF);
                then.accept(Outcome.failed(why));
            }
        }
    }

    /** Somebody else had started it already: tells when it is on; when that failed they were told why. */
    private final class OnceStarted implements javafx.beans.value.ChangeListener<State> {
        private final Consumer<Outcome<ServerEntry>> then;

        OnceStarted(Consumer<Outcome<ServerEntry>> then) {
            this.then = then;
        }

        @Override
        public void changed(javafx.beans.value.ObservableValue<? extends State> value, State was, State now) {
            state.removeListener(this);
            entry().ifPresent(entry -> then.accept(Outcome.ok(entry)));
        }
    }
}
