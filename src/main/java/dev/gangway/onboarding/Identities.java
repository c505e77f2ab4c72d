package dev.gangway.onboarding;

import dev.gangway.device.Credential;
import dev.gangway.device.KeyRef;
import dev.gangway.diagnosis.Diagnosis;
import dev.gangway.diagnosis.Outcome;
import dev.gangway.pki.Identity;
import dev.gangway.pki.Keys;
import dev.gangway.secret.Secret;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;

/** Turns a stored certificate and key into what TLS signs in with. */
final class Identities {
    private Identities() {}

    /** The identity of a credential that has one. */
    static Outcome<Optional<Identity>> of(Credential credential) {
        return switch (credential) {
            case Credential.X509Leaf(X509Certificate leaf, KeyRef key) -> identity(List.of(leaf), key);
            case Credential.X509Chain(List<X509Certificate> chain, KeyRef key) -> identity(chain, key);
            default -> Outcome.ok(Optional.empty());
        };
    }

    private static Outcome<Optional<Identity>> identity(List<X509Certificate> chain, KeyRef reference) {
        return switch (reference) {
            case KeyRef.Stored(Secret pkcs8) -> Keys.fromPkcs8(pkcs8).map(key -> Optional.of(new Identity(chain, key)));
            case KeyRef.OnDevice onDevice ->
                Diagnosis.of(OnboardingCode.KEY_ON_DEVICE)
                        .remedy("test-from-device")
                        .failed();
            case KeyRef.InHardware hardware ->
                Diagnosis.of(OnboardingCode.KEY_IN_HARDWARE)
                        .with("token", hardware.slot())
                        .with("key", hardware.alias())
                        .remedy("open-token")
                        .failed();
        };
    }
}
