package dev.gangway.ui.devices;

import dev.gangway.background.Background;
import dev.gangway.background.Newest;
import dev.gangway.device.Device;
import dev.gangway.device.Registration;
import dev.gangway.diagnosis.Diagnosis;
import dev.gangway.inventory.DeviceNames;
import dev.gangway.inventory.OnboardingCode;
import dev.gangway.onboarding.Onboarding;
import dev.gangway.onboarding.OnboardingPlan;
import dev.gangway.onboarding.OnboardingSubject;
import dev.gangway.server.ServerEntry;
import dev.gangway.ui.devices.credentials.CredentialsViewModel;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/**
 * A new device: what people enter for it, and its way through the steps. What was entered stays until a device was
 * made of it. For the UI thread alone.
 */
public final class NewDeviceViewModel {
    private final NewDeviceWork work;
    private final Background background;
    private final CredentialsViewModel credential;
    private final StringProperty name = new SimpleStringProperty("");
    private final StringProperty label = new SimpleStringProperty("");
    private final StringProperty profile = new SimpleStringProperty("default");
    private final ObjectProperty<Optional<ServerEntry>> server = new SimpleObjectProperty<>(Optional.empty());
    private final ObservableList<ServerEntry> servers = FXCollections.observableArrayList();
    private final ObservableList<String> profiles = FXCollections.observableArrayList();
    private final ReadOnlyObjectWrapper<Optional<Diagnosis>> nameProblem =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final OnboardingViewModel onboarding;
    private Supplier<Optional<Registration>> registration = () -> Optional.of(Registration.NONE);
    private Optional<String> kept = Optional.empty();
    private final Newest reading = new Newest();
    private final Newest naming = new Newest();
    private final Newest profiling = new Newest();

    /** Creates an empty one; call {@link #open} when it comes into view. */
    public NewDeviceViewModel(NewDeviceWork work, CredentialsViewModel credential, Background background) {
        this.work = work;
        this.credential = credential;
        this.background = background;
        onboarding = new OnboardingViewModel(background);
        name.addListener((_, _, text) -> check(text));
        credential.device().name().bind(name);
        credential.device().profile().bindBidirectional(profile);
        credential.device().server().bind(server);
        server.addListener((_, _, chosen) -> loadProfiles(chosen));
    }

    /** Name of the device on the server. */
    public StringProperty name() {
        return name;
    }

    /** Free text for people. */
    public StringProperty label() {
        return label;
    }

    /** Name of its device profile; made on the server where there is none. */
    public StringProperty profile() {
        return profile;
    }

    /** Where it goes. */
    public ObjectProperty<Optional<ServerEntry>> server() {
        return server;
    }

    /** Where it may go. */
    public ObservableList<ServerEntry> servers() {
        return servers;
    }

    /** Profiles that the server has; empty where it did not tell. */
    public ObservableList<String> profiles() {
        return profiles;
    }

    /** What it signs in with. */
    public CredentialsViewModel credential() {
        return credential;
    }

    /** What is wrong with the name; nothing as long as none was entered. */
    public ReadOnlyObjectProperty<Optional<Diagnosis>> nameProblem() {
        return nameProblem.getReadOnlyProperty();
    }

    /** Has what the server shall keep of the device told; empty where what was typed is wrong, which then is said. */
    void registration(Supplier<Optional<Registration>> told) {
        registration = told;
    }

    /** Its way onto the server. */
    public OnboardingViewModel onboarding() {
        return onboarding;
    }

    /** Reads the servers, and chooses the preferred one: that of the header, where there is one. */
    public void open(Optional<ServerEntry> preferred) {
        background
                .work(_ -> work.servers())
                .in(reading)
                .start(found -> choose(found, preferred), onboarding::incomplete);
    }

    private void choose(List<ServerEntry> found, Optional<ServerEntry> preferred) {
        servers.setAll(found);
        Optional<ServerEntry> kept = preferred
                .or(server::get)
                .flatMap(entry -> found.stream()
                        .filter(each -> each.id().equals(entry.id()))
                        .findFirst());
        server.set(kept.or(() -> found.stream().findFirst()));
    }

    /** Creates the device, pushes it and tests it. Does nothing while that runs, or where something is missing. */
    public void start() {
        if (onboarding.isRunning()) {
            return;
        }
        Optional<Registration> registered = registration.get();
        if (registered.isEmpty()) {
            return; // the form says which line is wrong
        }
        Optional<Diagnosis> wrong =
                DeviceNames.check(name.get()).or(this::missing).or(credential::problem);
        nameProblem.set(DeviceNames.check(name.get()));
        if (wrong.isPresent()) {
            onboarding.incomplete(wrong.get());
            return;
        }
        OnboardingPlan recipe = new OnboardingPlan(
                server.get().orElseThrow().id(),
                profile.get().isBlank() ? "default" : profile.get().strip(),
                credential.choice().orElseThrow(),
                OnboardingPlan.Test.TELEMETRY);
        OnboardingSubject subject =
                new OnboardingSubject(name.get(), Optional.empty(), label.get().strip(), registered.get());
        onboarding.start(
                (progress, cancellation) -> work.onboard(recipe, subject, progress, cancellation), this::finished);
    }

    private Optional<Diagnosis> missing() {
        return server.get().isEmpty()
                ? Optional.of(Diagnosis.of(OnboardingCode.SERVER_MISSING)
                        .remedy("onboarding.choose-server")
                        .build())
                : Optional.empty();
    }

    private void finished(Onboarding.Result result) {
        if (result.isOk()) {
            kept = Optional.empty();
            name.set("");
            label.set("");
            nameProblem.set(Optional.empty());
            credential.clear();
        } else {
            kept = result.device().map(Device::name);
        }
    }

    private void check(String text) {
        if (kept.filter(taken -> !taken.equals(text)).isPresent()) {
            kept = Optional.empty(); // that device waits with this credential; the next one gets one of its own
            credential.clear();
        }
        naming.forget();
        nameProblem.set(text.isEmpty() ? Optional.empty() : DeviceNames.check(text));
        if (nameProblem.get().isEmpty() && !text.isEmpty()) {
            background
                    .work(_ -> work.nameTaken(text))
                    .in(naming)
                    .start(nameProblem::set, why -> nameProblem.set(Optional.of(why)));
        }
    }

    private void loadProfiles(Optional<ServerEntry> chosen) {
        profiles.clear();
        profiling.forget();
        chosen.ifPresent(entry -> background
                .work(cancellation -> work.profiles(entry, cancellation))
                .in(profiling)
                .start(profiles::setAll, onboarding::incomplete));
    }
}
