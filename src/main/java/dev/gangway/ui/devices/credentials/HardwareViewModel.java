package dev.gangway.ui.devices.credentials;

import dev.gangway.background.Background;
import dev.gangway.background.Newest;
import dev.gangway.credentials.CredentialChoice;
import dev.gangway.diagnosis.Action;
import dev.gangway.diagnosis.Diagnosis;
import dev.gangway.pki.hardware.HardwareCode;
import dev.gangway.pki.hardware.HardwareKey;
import dev.gangway.pki.hardware.TokenInfo;
import dev.gangway.secret.Secret;
import java.util.List;
import java.util.Optional;
import javafx.beans.Observable;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** A key in a hardware token: which module, which token, its PIN, which key. For the UI thread alone. */
final class HardwareViewModel {
    /** Variable with the path of the module, as on the command line. */
    private static final String MODULE = "GANGWAY_PKCS11_MODULE";

    private final CredentialWork work;
    private final Background background;
    private final StringProperty module =
            new SimpleStringProperty(Optional.ofNullable(System.getenv(MODULE)).orElse(""));
    private final StringProperty pin = new SimpleStringProperty("");
    private final StringProperty label = new SimpleStringProperty("");
    private final ObservableList<TokenInfo> tokens = FXCollections.observableArrayList();
    private final ObjectProperty<Optional<TokenInfo>> token = new SimpleObjectProperty<>(Optional.empty());
    private final ObservableList<String> keys = FXCollections.observableArrayList();
    private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(new State.Closed());

    private final Newest running = new Newest();

    /** How far it is. */
    sealed interface State {
        /** The token is not open. */
        record Closed() implements State {}

        /** Module or token is asked. */
        record Running() implements State {}

        /** The token of this label is open. */
        record Open(String token) implements State {}

        /** It did not work. */
        record Failed(Diagnosis why) implements State {}
    }

    HardwareViewModel(CredentialWork work, Background background) {
        this.work = work;
        this.background = background;
        token.addListener((_, was, is) -> {
            if (!was.map(TokenInfo::label).equals(is.map(TokenInfo::label))) {
                state.set(new State.Closed());
            }
        });
    }

    /** Path of the PKCS#11 library. */
    StringProperty module() {
        return module;
    }

    /** PIN of the token; emptied as soon as it was used. */
    StringProperty pin() {
        return pin;
    }

    /** Label of the key. */
    StringProperty label() {
        return label;
    }

    /** Those that are plugged in and initialised. */
    ObservableList<TokenInfo> tokens() {
        return tokens;
    }

    /** The one that is chosen. */
    ObjectProperty<Optional<TokenInfo>> token() {
        return token;
    }

    /** Labels of the keys in the open token. */
    ObservableList<String> keys() {
        return keys;
    }

    /** How far it is. */
    ReadOnlyObjectProperty<State> state() {
        return state.getReadOnlyProperty();
    }

    /** Asks the module for its tokens. */
    void find() {
        String path = module.get().strip();
        state.set(new State.Running());
        background
                .attempt(_ -> work.hardwareTokens(path))
                .in(running)
                .start(this::found, why -> state.set(new State.Failed(why)));
    }

    private void found(List<TokenInfo> all) {
        tokens.setAll(all.stream()
                .filter(each -> each.state() == TokenInfo.State.READY)
                .toList());
        token.set(tokens.stream().findFirst());
        state.set(
                tokens.isEmpty()
                        ? new State.Failed(Diagnosis.of(HardwareCode.TOKEN_MISSING)
                                .with("token", "")
                                .remedy("hardware.plug-in")
                                .build())
                        : new State.Closed());
    }

    /** Opens the chosen token with the PIN that was entered. */
    void open() {
        String path = module.get().strip();
        Optional<TokenInfo> chosen = token.get();
        if (chosen.isEmpty() || state.get() instanceof State.Running) {
            return;
        }
        Secret given = Secret.of(pin.get());
        pin.set("");
        state.set(new State.Running());
        background
                .attempt(_ -> {
                    try (given) {
                        return work.openToken(path, chosen.get().label(), given);
                    }
                })
                .in(running)
                .start(
                        found -> {
                            keys.setAll(found.stream().map(HardwareKey::label).toList());
                            state.set(new State.Open(chosen.get().label()));
                        },
                        why -> state.set(new State.Failed(why)));
    }

    /** What is missing. */
    Optional<Diagnosis> problem() {
        if (!(state.get() instanceof State.Open)) {
            return Optional.of(Diagnosis.of(HardwareCode.TOKEN_CLOSED)
                    .with("token", token.get().map(TokenInfo::label).orElse(""))
                    .remedy(Action.OPEN_TOKEN, "open-token")
                    .build());
        }
        return label.get().isBlank()
                ? Optional.of(Diagnosis.of(HardwareCode.KEY_LABEL_EMPTY)
                        .remedy("hardware.name-key")
                        .build())
                : Optional.empty();
    }

    /** To use the key, or to make it. */
    Optional<CredentialChoice> choice(CredentialChoice.NewLeaf fresh) {
        return state.get() instanceof State.Open(String open) && problem().isEmpty()
                ? Optional.of(new CredentialChoice.InHardware(
                        module.get().strip(), open, label.get().strip(), fresh))
                : Optional.empty();
    }

    List<Observable> inputs() {
        return List.of(state, label, token);
    }
}
