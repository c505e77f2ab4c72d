package dev.gangway.ui.unlock;

import dev.gangway.background.Background;
import dev.gangway.background.Newest;
import dev.gangway.credentials.CredentialChoice;
import dev.gangway.diagnosis.Diagnosis;
import dev.gangway.inventory.Devices;
import dev.gangway.onboarding.Onboarding;
import dev.gangway.onboarding.OnboardingPlan;
import dev.gangway.onboarding.Step;
import dev.gangway.pki.KeyType;
import dev.gangway.server.ServerEntry;
import dev.gangway.ui.kit.CurrentServer;
import dev.gangway.ui.kit.PracticeSwitch;
import java.time.Duration;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableMap;

/** Makes a device with a certificate on the practice server and proves that it connects. */
public final class FirstTestViewModel {
    private static final String NAME = "first-device";

    /** How far it is. */
    public sealed interface State {
        /** Not begun. */
        record Ready() implements State {}

        /** The practice server starts, or the steps run. */
        record Running() implements State {}

        /** It connected. */
        record Passed(Onboarding.Result result) implements State {}

        /** It did not, and this is why. */
        record Failed(Diagnosis why) implements State {}
    }

    private final Onboarding onboarding;
    private final Devices devices;
    private final PracticeSwitch practice;
    private final CurrentServer server;
    private final Background background;
    private final ObservableMap<Step.Name, Step> steps = FXCollections.observableHashMap();
    private final ObservableMap<Step.Name, Step> shown =
            FXCollections.unmodifiableObservableMap(steps); // listens weakly
    private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(this, "state", new State.Ready());
    private final Newest running = new Newest();

    /** Not begun. */
    public FirstTestViewModel(
            Onboarding onboarding,
            Devices devices,
            PracticeSwitch practice,
            CurrentServer server,
            Background background) {
        this.onboarding = onboarding;
        this.devices = devices;
        this.practice = practice;
        this.server = server;
        this.background = background;
    }

    /** The newest news of each step. */
    public ObservableMap<Step.Name, Step> steps() {
        return shown;
    }

    /** How far it is. */
    public ReadOnlyObjectProperty<State> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /** Begins, with a device of its own each time. */
    public void start() {
        steps.clear();
        state.set(new State.Running());
        practice.turnOn(outcome -> outcome.handle(this::onboard, why -> state.set(new State.Failed(why))));
    }

    /** Stops what runs. */
    public void cancel() {
        running.cancel();
    }

    private void onboard(ServerEntry entry) {
        background
                .work(cancellation -> {
                    server.save(entry);
                    return onboarding.onboard(recipe(entry), freeName(), "", this::report, cancellation);
                })
                .noted(
                        "first test",
                        result -> result.failure().map(Diagnosis::code).orElse("done"))
                .in(running)
                .start(
                        result -> {
                            server.reloadAndSelect(entry.id());
                            Optional<Diagnosis> failure = result.failure();
                            state.set(failure.isPresent() ? new State.Failed(failure.get()) : new State.Passed(result));
                        },
                        why -> state.set(new State.Failed(why)));
    }

    private void report(Step step) {
        background.onUi(() -> steps.put(step.name(), step));
    }

    private String freeName() {
        String name = NAME;
        for (int number = 2; devices.named(name).isPresent(); number++) {
            name = NAME + "-" + number;
        }
        return name;
    }

    private static OnboardingPlan recipe(ServerEntry entry) {
        return new OnboardingPlan(
                entry.id(),
                "default",
                new CredentialChoice.NewLeaf(KeyType.EC_P256, Duration.ofDays(365), "CN={name}"),
                OnboardingPlan.Test.TELEMETRY);
    }
}
