package dev.gangway.credentials;

import dev.gangway.device.KeyRef;
import dev.gangway.diagnosis.Action;
import dev.gangway.diagnosis.Diagnosis;
import dev.gangway.diagnosis.Outcome;
import dev.gangway.pki.CertificateSpec;
import dev.gangway.pki.Identity;
import dev.gangway.pki.KeyType;
import dev.gangway.pki.authority.PkiServices;
import dev.gangway.pki.hardware.HardwareCode;
import dev.gangway.pki.hardware.HardwareKey;
import dev.gangway.pki.hardware.HardwareTokens;
import dev.gangway.pki.hardware.HardwareTokens.LastTry;
import dev.gangway.pki.hardware.OpenToken;
import dev.gangway.pki.hardware.TokenInfo;
import dev.gangway.secret.Secret;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Keys in hardware tokens. A token is opened with its PIN once and stays open until this is closed; PINs are not kept.
 * Safe for use by several threads; every method may block on the hardware, and on a person where there is a
 * {@link PinSource}.
 */
public final class HardwareKeys implements AutoCloseable {
    private final HardwareTokens tokens;
    private final PkiServices services;
    private final PinSource pins;
    private final Clock clock;
    private final Map<TokenPlace, OpenToken> open = new HashMap<>();
    /** Tokens that refused a PIN from the source: trying it again for the next device would lock them. */
    private final Map<TokenPlace, Diagnosis> refused = new HashMap<>();

    /** Opens nothing yet. */
    public HardwareKeys(HardwareTokens tokens, PkiServices services, PinSource pins, Clock clock) {
        this.tokens = tokens;
        this.services = services;
        this.pins = pins;
        this.clock = clock;
    }

    /** The tokens that a module gives access to. */
    public Outcome<List<TokenInfo>> tokens(Path module) {
        return tokens.tokens(module);
    }

    /** Opens a token, where it is not open already; the caller wipes the PIN. */
    public synchronized Outcome<TokenInfo> open(TokenPlace place, Secret pin, LastTry lastTry) {
        return opened(place, pin, lastTry).map(OpenToken::info);
    }

    private Outcome<OpenToken> opened(TokenPlace place, Secret pin, LastTry lastTry) {
        OpenToken known = open.get(place);
        if (known != null) {
            return Outcome.ok(known);
        }
        Outcome<OpenToken> now = tokens.open(place.module(), place.token(), pin, lastTry);
        now.toOptional().ifPresent(token -> {
            open.put(place, token);
            refused.remove(place);
        });
        return now;
    }

    /** Signs out of a token; without effect where it is not open. */
    public synchronized void close(TokenPlace place) {
        Optional.ofNullable(open.remove(place)).ifPresent(OpenToken::close);
    }

    /** The private keys of a token. */
    public Outcome<List<HardwareKey>> keys(TokenPlace place) {
        return token(place).then(OpenToken::keys);
    }

    /**
     * Makes a key in a token, with a certificate that it signs itself: servers that store a device's own certificate
     * take that one, and an issued one can replace it.
     */
    public Outcome<Identity> make(TokenPlace place, String label, KeyType type, String subject, Duration validity) {
        Instant now = clock.instant();
        CertificateSpec spec =
                CertificateSpec.device(subject, now.minus(CredentialSource.CLOCK_SKEW), now.plus(validity));
        Function<KeyPair, Outcome<X509Certificate>> certify =
                keys -> services.maker().selfSigned(keys, spec);
        return token(place).then(token -> token.make(label, type, certify));
    }

    /** A certificate request in PEM, signed in the token. */
    public Outcome<String> request(TokenPlace place, String label, String subject) {
        return identity(place, label)
                .then(own -> services.requests().make(new KeyPair(own.leaf().getPublicKey(), own.key()), subject));
    }

    /** Stores certificates for a key in its token, leaf first. */
    public Outcome<Identity> certify(TokenPlace place, String label, List<X509Certificate> chain) {
        return token(place).then(token -> token.certify(label, chain));
    }

    /** A key and its certificates as the token has them, for signing. */
    public Outcome<Identity> identity(TokenPlace place, String label) {
        return token(place).then(token -> token.identity(label));
    }

    /** A device's key for signing. */
    Outcome<Identity> identity(KeyRef.InHardware key) {
        return identity(TokenPlace.of(key), key.alias());
    }

    private synchronized Outcome<OpenToken> token(TokenPlace place) {
        OpenToken known = open.get(place);
        if (known != null) {
            return Outcome.ok(known);
        }
        Diagnosis before = refused.get(place);
        if (before != null) {
            return Outcome.failed(before);
        }
        Optional<Secret> given = pins.pin(place);
        if (given.isEmpty()) {
            return Diagnosis.of(HardwareCode.TOKEN_CLOSED)
                    .with("token", place.token())
                    .remedy(Action.OPEN_TOKEN, "open-token", "module", place.module(), "token", place.token())
                    .failed();
        }
        try (Secret pin = given.get()) {
            Outcome<OpenToken> now = opened(place, pin, LastTry.SPARE);
            now.failure().ifPresent(why -> refused.put(place, why));
            return now;
        }
    }

    /** Signs out of every token. */
    @Override
    public synchronized void close() {
        open.values().forEach(OpenToken::close);
        open.clear();
    }
}
