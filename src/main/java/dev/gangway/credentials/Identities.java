package dev.gangway.credentials;

import dev.gangway.device.Credential;
import dev.gangway.device.KeyRef;
import dev.gangway.diagnosis.Diagnosis;
import dev.gangway.diagnosis.Outcome;
import dev.gangway.inventory.OnboardingCode;
import dev.gangway.pki.Identity;
import dev.gangway.pki.Keys;
import dev.gangway.secret.Secret;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;

/** Turns a certificate and the place of its key into what TLS signs in with. */
public final class Identities {
    private final HardwareKeys hardware;

    /** Opens keys of the vault, and those in hardware tokens. */
    public Identities(HardwareKeys hardware) {
        this.hardware = hardware;
    }

    /** The identity of a credential that has one. */
    public Outcome<Optional<Identity>> of(Credential credential) {
        return switch (credential) {
            case Credential.X509Leaf(X509Certificate leaf, KeyRef key) ->
                identity(List.of(leaf), key).map(Optional::of);
            case Credential.X509Chain(List<X509Certificate> chain, KeyRef key) ->
                identity(chain, key).map(Optional::of);
            default -> Outcome.ok(Optional.empty());
        };
    }

    private Outcome<Identity> identity(List<X509Certificate> chain, KeyRef reference) {
        return switch (reference) {
            case KeyRef.Stored(Secret pkcs8) -> Keys.fromPkcs8(pkcs8).map(key -> new Identity(chain, key));
            case KeyRef.OnDevice onDevice ->
                Diagnosis.of(OnboardingCode.KEY_ON_DEVICE)
                        .remedy("test-from-device")
                        .failed();
            // What the vault has is sent: the token may hold a newer certificate that the server does not know yet.
            case KeyRef.InHardware key -> hardware.identity(key).map(found -> new Identity(chain, found.key()));
        };
    }
}
