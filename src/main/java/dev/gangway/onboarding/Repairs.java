package dev.gangway.onboarding;

import dev.gangway.background.Cancellation;
import dev.gangway.device.Credential;
import dev.gangway.device.Device;
import dev.gangway.device.KeyRef;
import dev.gangway.diagnosis.Action;
import dev.gangway.diagnosis.Diagnosis;
import dev.gangway.diagnosis.Outcome;
import dev.gangway.diagnosis.Remedy;
import dev.gangway.onboarding.Recipe.CredentialChoice;
import dev.gangway.pki.KeyType;
import java.security.PublicKey;
import java.security.cert.X509Certificate;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.time.Duration;
import java.util.Optional;

/** Carries out remedies that change a device and what its server stores of it. */
public final class Repairs {
    private static final int P256_BITS = 256;

    private final Devices devices;
    private final CredentialSource credentials;

    Repairs(Devices devices, CredentialSource credentials) {
        this.devices = devices;
        this.credentials = credentials;
    }

    /** Whether {@link #carryOut} knows how. */
    public static boolean knows(Action action) {
        return action == Action.PUSH_CREDENTIAL || action == Action.REISSUE;
    }

    /**
     * Carries a remedy out; the device changes in the vault only once the server has confirmed it.
     *
     * @return the device as it is then
     * @throws IllegalArgumentException for a remedy that it does not {@link #knows know}
     */
    public Outcome<Device> carryOut(Remedy remedy, Device device, Cancellation cancellation) {
        return switch (remedy.action()) {
            case PUSH_CREDENTIAL -> push(device, cancellation);
            case REISSUE -> reissued(device).then(renewed -> push(renewed, cancellation));
            default -> throw new IllegalArgumentException(remedy.action().name());
        };
    }

    private Outcome<Device> push(Device device, Cancellation cancellation) {
        return device.server()
                .server()
                .map(server -> devices.push(device, server, cancellation))
                .orElseGet(() -> Diagnosis.of(OnboardingCode.DEVICE_HAS_NO_SERVER)
                        .with("name", device.name())
                        .remedy("choose-server")
                        .failed());
    }

    /** The device with a new key of the same kind, and a certificate of the same subject and length of life. */
    private Outcome<Device> reissued(Device device) {
        Optional<X509Certificate> old =
                device.credential() instanceof Credential.X509Leaf(X509Certificate leaf, KeyRef.Stored key)
                        ? Optional.of(leaf)
                        : Optional.empty();
        if (old.isEmpty()) {
            return Diagnosis.of(OnboardingCode.KEY_ON_DEVICE)
                    .remedy("test-from-device")
                    .failed();
        }
        X509Certificate leaf = old.get();
        Duration life = Duration.between(
                leaf.getNotBefore().toInstant(), leaf.getNotAfter().toInstant());
        CredentialChoice.NewLeaf same = new CredentialChoice.NewLeaf(
                keyType(leaf.getPublicKey()),
                life,
                leaf.getSubjectX500Principal().getName());
        return credentials.make(same, device).map(device::withCredential);
    }

    private static KeyType keyType(PublicKey key) {
        return switch (key) {
            case ECPublicKey ec ->
                ec.getParams().getOrder().bitLength() <= P256_BITS ? KeyType.EC_P256 : KeyType.EC_P384;
            case RSAPublicKey rsa -> {
                int bits = rsa.getModulus().bitLength();
                yield bits <= 2048 ? KeyType.RSA_2048 : bits <= 3072 ? KeyType.RSA_3072 : KeyType.RSA_4096;
            }
            default -> KeyType.ED25519;
        };
    }
}
