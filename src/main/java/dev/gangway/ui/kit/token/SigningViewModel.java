package dev.gangway.ui.kit.token;

import dev.gangway.background.Background;
import dev.gangway.background.Newest;
import dev.gangway.credentials.TokenSigner;
import dev.gangway.device.TokenSigning;
import dev.gangway.diagnosis.Diagnosis;
import dev.gangway.diagnosis.Outcome;
import dev.gangway.pki.CredentialReader;
import dev.gangway.pki.Source;
import dev.gangway.secret.Secret;
import dev.gangway.token.jwt.Algorithm;
import dev.gangway.token.jwt.Jwks;
import dev.gangway.token.jwt.JwtKeys;
import dev.gangway.token.jwt.JwtKeys.SigningKey;
import java.security.KeyPair;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.Observable;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/** How a JWT is signed, and what it says. For the UI thread alone; keys are made and read elsewhere. */
public final class SigningViewModel {
    private static final int DEFAULT_LIFETIME_MINUTES = 60;

    private final CredentialReader reader;
    private final Background background;
    private final InstantSource clock;
    private final ObjectProperty<Algorithm> algorithm = new SimpleObjectProperty<>(Algorithm.ES256);
    private final ReadOnlyObjectWrapper<Optional<SigningKey>> key = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<Diagnosis>> keyProblem = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final StringProperty keyText = new SimpleStringProperty("");
    private final StringProperty keyId = new SimpleStringProperty("");
    private final StringProperty claims = new SimpleStringProperty(ClaimsPattern.DEVICE.json());
    private final IntegerProperty lifetimeMinutes = new SimpleIntegerProperty(DEFAULT_LIFETIME_MINUTES);
    private final Newest making = new Newest();

    /** Creates one; a key is made when it is first asked for by {@link #load}. */
    public SigningViewModel(CredentialReader reader, Background background, InstantSource clock) {
        this.reader = reader;
        this.background = background;
        this.clock = clock;
        algorithm.addListener((_, was, now) -> {
            if (was.family() != now.family() || now.family() != Algorithm.Family.RSA) {
                keyText.set("");
                generate();
            }
        });
        keyText.addListener((_, _, text) -> {
            if (!text.isEmpty()) {
                take(Secret.of(text));
            }
        });
    }

    /** Makes a key where there is none yet. */
    public void load() {
        if (key.get().isEmpty() && keyText.get().isEmpty()) {
            generate();
        }
    }

    /** Makes another key for the algorithm. */
    public void generate() {
        keyText.set("");
        Algorithm wanted = algorithm.get();
        ask(() -> Outcome.ok(JwtKeys.fresh(wanted)));
    }

    /** What it is signed with. */
    public ObjectProperty<Algorithm> algorithm() {
        return algorithm;
    }

    /** The key; empty while it is made, or where the one brought in cannot be used. */
    public ReadOnlyObjectProperty<Optional<SigningKey>> key() {
        return key.getReadOnlyProperty();
    }

    /** Why the key that was brought in cannot be used. */
    public ReadOnlyObjectProperty<Optional<Diagnosis>> keyProblem() {
        return keyProblem.getReadOnlyProperty();
    }

    /** A key that exists already: a shared secret, or a private key as PEM; empty for the generated one. */
    public StringProperty keyText() {
        return keyText;
    }

    /** For the header's {@code kid}; empty for none. */
    public StringProperty keyId() {
        return keyId;
    }

    /** A JSON object; {@code {name}} stands for the device's name. */
    public StringProperty claims() {
        return claims;
    }

    /** How long a token holds, in minutes; 0 for one without an end. */
    public IntegerProperty lifetimeMinutes() {
        return lifetimeMinutes;
    }

    /** Everything as it is stored; empty as long as there is no key. */
    public Optional<TokenSigning> signing() {
        return key.get()
                .map(its -> new TokenSigning(
                        algorithm.get().headerName(),
                        JwtKeys.stored(its),
                        JwtKeys.publicPem(its),
                        Optional.of(keyId.get().strip()).filter(id -> !id.isEmpty()),
                        claims.get(),
                        Duration.ofMinutes(Math.max(0, lifetimeMinutes.get()))));
    }

    /** A token for a device of this name from now on; empty as long as there is no key. */
    public Optional<Outcome<Secret>> token(String deviceName) {
        return signing().map(signing -> TokenSigner.sign(signing, deviceName, clock.instant()));
    }

    /** The key for brokers that fetch keys (RFC 7517); empty for shared secrets, which nobody may fetch. */
    public Optional<String> keySet() {
        return key.get()
                .filter(SigningKey.Pair.class::isInstance)
                .map(SigningKey.Pair.class::cast)
                .map(pair -> Jwks.of(Map.of(keyId.get().strip(), pair.publicKey())));
    }

    /** What the answers above depend on. */
    public List<Observable> inputs() {
        return List.of(algorithm, key.getReadOnlyProperty(), keyId, claims, lifetimeMinutes);
    }

    private void take(Secret text) {
        if (algorithm.get().family() == Algorithm.Family.SHARED_SECRET) {
            ask(() -> Outcome.ok(new SigningKey.Shared(text)));
        } else {
            ask(() -> reader.readPair(Source.text("", text.reveal()), Optional.empty())
                    .map(SigningViewModel::pair));
        }
    }

    private static SigningKey pair(KeyPair read) {
        return new SigningKey.Pair(read.getPublic(), read.getPrivate());
    }

    private void ask(java.util.function.Supplier<Outcome<SigningKey>> made) {
        background
                .attempt(_ -> made.get())
                .in(making)
                .start(
                        its -> {
                            keyProblem.set(Optional.empty());
                            keyId.set(its instanceof SigningKey.Pair pair ? Jwks.keyId(pair.publicKey()) : "");
                            key.set(Optional.of(its));
                        },
                        why -> {
                            keyProblem.set(Optional.of(why));
                            key.set(Optional.empty());
                        });
    }
}
