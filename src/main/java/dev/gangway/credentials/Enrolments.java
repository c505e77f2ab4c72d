package dev.gangway.credentials;

import dev.gangway.device.Credential;
import dev.gangway.device.Device;
import dev.gangway.device.KeyRef;
import dev.gangway.diagnosis.Diagnosis;
import dev.gangway.diagnosis.Outcome;
import dev.gangway.inventory.Devices;
import dev.gangway.inventory.OnboardingCode;
import dev.gangway.pki.Identity;
import dev.gangway.pki.KeyType;
import dev.gangway.pki.Keys;
import dev.gangway.pki.authority.PkiServices;
import dev.gangway.pki.hardware.HardwareCode;
import java.security.KeyPair;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Certificates for devices from an authority elsewhere. The key is made here or in a token, never at the authority; the
 * device gets its credential only when the certificate was found to be good. Nothing is pushed. Safe for use by several
 * threads; blocks for the network.
 */
public final class Enrolments {
    /** Of the certificate that a key in a token signs itself, until the issued one takes its place. */
    private static final Duration PLACEHOLDER = Duration.ofDays(1);

    private final Devices devices;
    private final HardwareKeys hardware;
    private final Identities identities;
    private final PkiServices services;

    /** Enrols devices of the vault, with keys made by the workshop or in hardware tokens. */
    public Enrolments(Devices devices, HardwareKeys hardware, Identities identities, PkiServices services) {
        this.devices = devices;
        this.hardware = hardware;
        this.identities = identities;
        this.services = services;
    }

    /** Where the key of the new certificate is. */
    public sealed interface NewKey {
        /** Made afresh and kept in the vault. */
        record InVault(KeyType type) implements NewKey {}

        /** In a token, made there where it has no key of this label. */
        record InHardware(TokenPlace place, String label, KeyType type) implements NewKey {}
    }

    /** An authority that is asked by some protocol. */
    @FunctionalInterface
    public interface Issuer {
        /** Certificates for this key, leaf first, checked; the private key is for signing the request. */
        Outcome<List<X509Certificate>> issue(KeyPair keys, String subject);
    }

    /** An authority that renews a certificate. */
    @FunctionalInterface
    public interface Renewer {
        /** As {@link Issuer#issue}; {@code old} shows who asks. */
        Outcome<List<X509Certificate>> renew(Identity old, KeyPair keys, String subject);
    }

    /** Gives a device a certificate of this authority; the device is saved, also where it is new. */
    public Outcome<Device> enrol(Device device, NewKey key, String subject, Issuer issuer) {
        return issue(key, subject, issuer).map(credential -> save(device, credential));
    }

    /** A credential of this authority; nothing is saved but what a token keeps. */
    Outcome<Credential> issue(NewKey key, String subject, Issuer issuer) {
        return switch (key) {
            case NewKey.InVault(KeyType type) -> {
                KeyPair keys = services.maker().newKey(type);
                yield issuer.issue(keys, subject).map(chain -> credential(chain, stored(keys)));
            }
            case NewKey.InHardware token ->
                own(token, subject)
                        .then(own -> issuer.issue(pair(own), subject))
                        .then(chain -> hardware.certify(token.place(), token.label(), chain))
                        .map(kept -> credential(kept.chain(), token.place().key(token.label())));
        };
    }

    /** Renews a device's certificate: with a fresh key in the vault, or with the same key in its token. */
    public Outcome<Device> renew(Device device, Renewer renewer) {
        Optional<KeyRef> reference = key(device.credential());
        return identities.of(device.credential()).then(found -> {
            if (found.isEmpty() || reference.isEmpty()) {
                return Diagnosis.of(OnboardingCode.NO_CERTIFICATE)
                        .with("name", device.name())
                        .remedy("choose-certificate")
                        .failed();
            }
            Identity old = found.get();
            String subject = old.leaf().getSubjectX500Principal().getName();
            if (reference.get() instanceof KeyRef.InHardware token) {
                return renewer.renew(old, pair(old), subject)
                        .then(chain -> hardware.certify(TokenPlace.of(token), token.alias(), chain))
                        .map(kept -> save(device, credential(kept.chain(), token)));
            }
            KeyPair fresh = services.maker().newKey(KeyType.EC_P256);
            return renewer.renew(old, fresh, subject).map(chain -> save(device, credential(chain, stored(fresh))));
        });
    }

    /** The key of a token, made where it is not there yet. */
    private Outcome<Identity> own(NewKey.InHardware token, String subject) {
        Outcome<Identity> known = hardware.identity(token.place(), token.label());
        boolean missing =
                known.failure().filter(why -> why.is(HardwareCode.KEY_UNKNOWN)).isPresent();
        return missing ? hardware.make(token.place(), token.label(), token.type(), subject, PLACEHOLDER) : known;
    }

    private static Credential credential(List<X509Certificate> chain, KeyRef key) {
        return chain.size() == 1
                ? new Credential.X509Leaf(chain.getFirst(), key)
                : new Credential.X509Chain(chain, key);
    }

    private Device save(Device device, Credential credential) {
        Device enrolled = device.withCredential(credential);
        devices.save(enrolled);
        return enrolled;
    }

    private static KeyRef stored(KeyPair keys) {
        return new KeyRef.Stored(Keys.pkcs8(keys.getPrivate()));
    }

    private static KeyPair pair(Identity own) {
        return new KeyPair(own.leaf().getPublicKey(), own.key());
    }

    private static Optional<KeyRef> key(Credential credential) {
        return switch (credential) {
            case Credential.X509Leaf(X509Certificate leaf, KeyRef key) -> Optional.of(key);
            case Credential.X509Chain(List<X509Certificate> chain, KeyRef key) -> Optional.of(key);
            default -> Optional.empty();
        };
    }
}
