package dev.gangway.onboarding;

import dev.gangway.diagnosis.Diagnosis;
import dev.gangway.onboarding.Step.Name;
import dev.gangway.onboarding.Step.State;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** The steps of one onboarding as they go on; one thread. */
final class Progress {
    private final Consumer<Step> listener;
    private final Map<Name, Step> steps = new EnumMap<>(Name.class);
    private long startedAt = System.nanoTime();

    Progress(Consumer<Step> listener) {
        this.listener = listener;
        for (Name name : Name.values()) {
            steps.put(name, new Step(name, State.WAITING, Duration.ZERO, "", Optional.empty()));
        }
    }

    void running(Name name) {
        startedAt = System.nanoTime();
        set(new Step(name, State.RUNNING, Duration.ZERO, "", Optional.empty()));
    }

    void done(Name name, String detail) {
        set(new Step(name, State.DONE, took(), detail, Optional.empty()));
    }

    void skipped(Name name) {
        set(new Step(name, State.SKIPPED, Duration.ZERO, "", Optional.empty()));
    }

    /** Marks a step as failed, and those after it as skipped. */
    void failed(Name name, Diagnosis why) {
        set(new Step(name, State.FAILED, took(), "", Optional.of(why)));
        skipWaiting();
    }

    /** Marks everything that has not begun as skipped. */
    void skipWaiting() {
        all().stream().filter(step -> step.state() == State.WAITING).forEach(step -> skipped(step.name()));
    }

    List<Step> all() {
        return List.copyOf(steps.values());
    }

    private Duration took() {
        return Duration.ofNanos(System.nanoTime() - startedAt);
    }

    private void set(Step step) {
        steps.put(step.name(), step);
        listener.accept(step);
    }
}
