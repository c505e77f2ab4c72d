package dev.gangway.ui.tokens;

import dev.gangway.background.Background;
import dev.gangway.background.Cancellation;
import dev.gangway.background.Newest;
import dev.gangway.diagnosis.Diagnosis;
import dev.gangway.diagnosis.Outcome;
import dev.gangway.secret.Secret;
import dev.gangway.server.HostInput;
import dev.gangway.token.jwt.CheckingKeys;
import dev.gangway.token.jwt.CheckingKeys.CheckingKey;
import dev.gangway.token.jwt.Expectation;
import dev.gangway.token.jwt.TokenReader;
import dev.gangway.token.jwt.TokenReport;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/** A token that somebody pasted, held against a key and against what a connection needs. For the UI thread alone. */
public final class CheckViewModel {
    /** Everything that is entered as text. */
    enum Text {
        TOKEN,
        SECRET,
        KEY,
        KEYS_ADDRESS,
        ISSUER,
        AUDIENCE,
        CLIENT_ID,
        USER_NAME
    }

    private final Map<Text, StringProperty> texts = new EnumMap<>(Text.class);
    private final IntegerProperty skewSeconds = new SimpleIntegerProperty();
    private final ReadOnlyObjectWrapper<Optional<TokenReport>> report = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<Diagnosis>> problem = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final Newest fetching = new Newest();
    private final KeySource keys;
    private final Background background;
    private final Clock clock;

    /** Creates one without a token. */
    public CheckViewModel(KeySource keys, Background background, Clock clock) {
        this.keys = keys;
        this.background = background;
        this.clock = clock;
        for (Text each : Text.values()) {
            StringProperty text = new SimpleStringProperty("");
            text.addListener((_, _, _) -> check());
            texts.put(each, text);
        }
        skewSeconds.addListener((_, _, _) -> check());
    }

    /** One of the texts. */
    StringProperty text(Text which) {
        return texts.getOrDefault(which, new SimpleStringProperty(""));
    }

    /** How far clocks may be apart. */
    IntegerProperty skewSeconds() {
        return skewSeconds;
    }

    /** What the token says and what a broker would object to; empty where there is no readable one. */
    public ReadOnlyObjectProperty<Optional<TokenReport>> report() {
        return report.getReadOnlyProperty();
    }

    /** Why token or key cannot be read, or keys could not be fetched. */
    public ReadOnlyObjectProperty<Optional<Diagnosis>> problem() {
        return problem.getReadOnlyProperty();
    }

    /** Fetches the key set at the address, and checks with it. */
    void fetchKeys() {
        switch (HostInput.url(text(Text.KEYS_ADDRESS).get())) {
            case Outcome.Failed<URI>(Diagnosis why) -> problem.set(Optional.of(why));
            case Outcome.Ok<URI>(URI address) ->
                background
                        .attempt(cancellation -> keys.keySet(address, cancellation))
                        .in(fetching)
                        .start(json -> text(Text.KEY).set(json), this::refuse);
        }
    }

    /** Shows why a key could not be brought in. */
    void refuse(Diagnosis why) {
        problem.set(Optional.of(why));
    }

    /** Judges again: time has gone by. */
    void check() {
        String token = text(Text.TOKEN).get().strip();
        if (token.isEmpty()) {
            report.set(Optional.empty());
            problem.set(Optional.empty());
            return;
        }
        Outcome<CheckingKey> key = key();
        Outcome<TokenReport> read =
                TokenReader.read(Secret.of(token), key.toOptional().orElse(new CheckingKey.None()), expected());
        report.set(read.toOptional());
        problem.set(read.failure().or(key::failure));
    }

    /** The key that was entered; where there is none, the shared secret. */
    private Outcome<CheckingKey> key() {
        String secret = text(Text.SECRET).get();
        return text(Text.KEY).get().isBlank() && !secret.isEmpty()
                ? Outcome.ok(new CheckingKey.Shared(Secret.of(secret)))
                : CheckingKeys.recognise(Secret.of(text(Text.KEY).get()));
    }

    private Expectation expected() {
        return new Expectation(
                clock,
                Duration.ofSeconds(skewSeconds.get()),
                filled(Text.AUDIENCE),
                filled(Text.ISSUER),
                filled(Text.CLIENT_ID),
                filled(Text.USER_NAME));
    }

    private Optional<String> filled(Text which) {
        return Optional.of(text(which).get().strip()).filter(text -> !text.isEmpty());
    }

    /** Fetches the keys that an authorization server signs with. */
    @FunctionalInterface
    public interface KeySource {
        /** The JSON Web Key Set at this address; blocks, called off the UI thread. */
        Outcome<String> keySet(URI address, Cancellation cancellation);
    }
}
