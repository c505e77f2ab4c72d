package dev.gangway.ui.devices.credentials;

import dev.gangway.background.Background;
import dev.gangway.background.Cancellation;
import dev.gangway.background.Newest;
import dev.gangway.credentials.CredentialChoice;
import dev.gangway.device.Credential;
import dev.gangway.device.HeldToken;
import dev.gangway.device.TokenClient;
import dev.gangway.diagnosis.Diagnosis;
import dev.gangway.diagnosis.Outcome;
import dev.gangway.inventory.OnboardingCode;
import dev.gangway.token.oauth.DeviceAuthorization;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.Observable;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** A token that an authorization server issues when the device needs it. */
final class OAuthViewModel implements CredentialEditor {
    /** How far the first token is. */
    sealed interface State {
        /** Nobody asked. */
        record Idle() implements State {}

        /** The server is asked. */
        record Asking() implements State {}

        /** A person has to approve. */
        record Waiting(DeviceAuthorization login) implements State {}

        /** Here it is. */
        record Fetched(HeldToken token) implements State {}

        /** The server said what it is. */
        record Discovered() implements State {}

        /** It was not given. */
        record Failed(Diagnosis why) implements State {}
    }

    private final EditedDevice device;
    private final CredentialWork work;
    private final Background background;
    private final TokenClientViewModel client;
    private final TokenFieldViewModel field = new TokenFieldViewModel();
    private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(new State.Idle());
    private final Newest running = new Newest();

    OAuthViewModel(EditedDevice device, CredentialWork work, TokenClientViewModel client, Background background) {
        this.device = device;
        this.work = work;
        this.client = client;
        this.background = background;
        // A token of another client proves nothing.
        client.inputs().forEach(input -> input.addListener(_ -> forget()));
    }

    /** Who asks, and how. */
    TokenClientViewModel client() {
        return client;
    }

    /** Where the token goes. */
    TokenFieldViewModel field() {
        return field;
    }

    /** How far the first token is. */
    ReadOnlyObjectProperty<State> state() {
        return state.getReadOnlyProperty();
    }

    /** Reads from the issuer's address where tokens are issued. */
    void discover() {
        ask(
                client.issuer(),
                issuer -> cancellation -> work.discover(issuer, client.anchors(), cancellation),
                metadata -> {
                    client.found(metadata);
                    state.set(new State.Discovered());
                });
    }

    /** Fetches a token now, to see what it is; a login that a person has to approve waits for that. */
    void fetch() {
        if (client.grant().get() == TokenClientViewModel.GrantKind.DEVICE_LOGIN) {
            ask(client.client(), its -> cancellation -> work.login(its, cancellation), this::await);
        } else {
            ask(
                    client.client(),
                    its -> cancellation -> work.fetch(its, cancellation),
                    token -> state.set(new State.Fetched(token)));
        }
    }

    /** Stops what runs. */
    void cancel() {
        running.forget();
        if (state.get() instanceof State.Asking || state.get() instanceof State.Waiting) {
            state.set(new State.Idle());
        }
    }

    @Override
    public Optional<Diagnosis> problem() {
        return client.client()
                .failure()
                .or(() -> needsLogin()
                        ? Optional.of(Diagnosis.of(OnboardingCode.LOGIN_NEEDED)
                                .with("host", host())
                                .remedy("log-in-again")
                                .build())
                        : Optional.empty());
    }

    @Override
    public Optional<CredentialChoice> choice() {
        return preview().map(CredentialChoice.Existing::new);
    }

    @Override
    public Optional<Credential> preview() {
        return problem().isPresent()
                ? Optional.empty()
                : client.client()
                        .toOptional()
                        .map(its -> new Credential.OAuth(its, held(), field.inUserName(), field.userName(device)));
    }

    @Override
    public List<Observable> inputs() {
        List<Observable> inputs = new ArrayList<>(client.inputs());
        inputs.addAll(field.inputs());
        inputs.add(state.getReadOnlyProperty());
        return inputs;
    }

    /** Another device needs a token of its own. */
    @Override
    public void clear() {
        forget();
    }

    private void await(DeviceAuthorization login) {
        state.set(new State.Waiting(login));
        TokenClient its = client.client().orThrow();
        background
                .attempt(cancellation -> work.await(its, login, cancellation))
                .in(running)
                .start(token -> state.set(new State.Fetched(token)), this::failed);
    }

    private <A, B> void ask(
            Outcome<A> asked, Function<A, Function<Cancellation, Outcome<B>>> question, Consumer<B> then) {
        running.forget();
        asked.handle(
                what -> {
                    state.set(new State.Asking());
                    background
                            .attempt(cancellation -> question.apply(what).apply(cancellation))
                            .in(running)
                            .start(then, this::failed);
                },
                this::failed);
    }

    private void failed(Diagnosis why) {
        state.set(new State.Failed(why));
    }

    private void forget() {
        running.forget();
        state.set(new State.Idle());
    }

    private boolean needsLogin() {
        return client.grant().get() == TokenClientViewModel.GrantKind.DEVICE_LOGIN && held().isEmpty();
    }

    private Optional<HeldToken> held() {
        return state.get() instanceof State.Fetched(HeldToken token) ? Optional.of(token) : Optional.empty();
    }

    private String host() {
        return client.client()
                .toOptional()
                .map(TokenClient::endpoint)
                .map(URI::getHost)
                .orElse("");
    }
}
