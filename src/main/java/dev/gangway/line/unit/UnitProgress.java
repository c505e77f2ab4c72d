package dev.gangway.line.unit;

import dev.gangway.diagnosis.Diagnosis;
import dev.gangway.line.unit.UnitStep.Name;
import dev.gangway.line.unit.UnitStep.State;
import dev.gangway.onboarding.Step;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** The steps of one unit as they go on; one thread. */
final class UnitProgress {
    private final Consumer<UnitStep> listener;
    private final Map<Name, UnitStep> steps = new EnumMap<>(Name.class);
    private long startedAt = System.nanoTime();

    UnitProgress(Consumer<UnitStep> listener) {
        this.listener = listener;
        for (Name name : Name.values()) {
            steps.put(name, new UnitStep(name, State.WAITING, Duration.ZERO, "", Optional.empty()));
        }
    }

    /** A step of the onboarding that this unit is part of. */
    void of(Step step) {
        set(new UnitStep(
                Name.valueOf(step.name().name()),
                State.valueOf(step.state().name()),
                step.took(),
                step.detail(),
                step.failure()));
    }

    void running(Name name) {
        startedAt = System.nanoTime();
        set(new UnitStep(name, State.RUNNING, Duration.ZERO, "", Optional.empty()));
    }

    void done(Name name, String detail) {
        set(new UnitStep(name, State.DONE, took(), detail, Optional.empty()));
    }

    void skipped(Name name) {
        set(new UnitStep(name, State.SKIPPED, Duration.ZERO, "", Optional.empty()));
    }

    void failed(Name name, Diagnosis why) {
        set(new UnitStep(name, State.FAILED, took(), "", Optional.of(why)));
    }

    /** Whatever runs has failed. */
    void broken(Diagnosis why) {
        all().stream().filter(step -> step.state() == State.RUNNING).forEach(step -> failed(step.name(), why));
    }

    /** What failed, or was left out because of that, waits for the server from now on. */
    void queue() {
        for (Name name : List.of(Name.PUSH, Name.TEST)) {
            UnitStep step = steps.get(name);
            if (step != null && step.state() != State.DONE) {
                set(new UnitStep(name, State.QUEUED, step.took(), "", step.failure()));
            }
        }
    }

    /** Marks everything that has not begun as skipped. */
    void skipWaiting() {
        all().stream().filter(step -> step.state() == State.WAITING).forEach(step -> skipped(step.name()));
    }

    List<UnitStep> all() {
        return List.copyOf(steps.values());
    }

    private Duration took() {
        return Duration.ofNanos(System.nanoTime() - startedAt);
    }

    private void set(UnitStep step) {
        steps.put(step.name(), step);
        listener.accept(step);
    }
}
