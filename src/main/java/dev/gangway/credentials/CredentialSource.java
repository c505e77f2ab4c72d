package dev.gangway.credentials;

import dev.gangway.authorities.IssueRequest;
import dev.gangway.authorities.Issuing;
import dev.gangway.credentials.CredentialChoice.NewIssued.Way;
import dev.gangway.device.Credential;
import dev.gangway.device.Device;
import dev.gangway.device.KeyRef;
import dev.gangway.device.TokenSigning;
import dev.gangway.diagnosis.Diagnosis;
import dev.gangway.diagnosis.Outcome;
import dev.gangway.inventory.OnboardingCode;
import dev.gangway.pki.CertificateMaker;
import dev.gangway.pki.CertificateSpec;
import dev.gangway.pki.Identity;
import dev.gangway.pki.authority.Template;
import dev.gangway.pki.hardware.HardwareCode;
import dev.gangway.secret.Secret;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.PublicKey;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Makes the credential that a recipe asks for. Safe for use by several threads; with RSA it may take long. */
public final class CredentialSource {
    /** Clocks differ: a certificate that begins now would be refused by a server that is a minute behind. */
    static final Duration CLOCK_SKEW = Duration.ofMinutes(10);

    private final CertificateMaker maker;
    private final Issuing issuing;
    private final HardwareKeys hardware;
    private final EstEnrolment est;
    private final CertificateGuard guard;
    private final Clock clock;

    /** Makes keys and certificates with {@code maker}, valid from now on by this clock. */
    public CredentialSource(
            CertificateMaker maker, Issuing issuing, HardwareKeys hardware, EstEnrolment est, Clock clock) {
        this.maker = maker;
        this.issuing = issuing;
        this.hardware = hardware;
        this.est = est;
        guard = new CertificateGuard(clock);
        this.clock = clock;
    }

    /** A credential as chosen, for a device that is not in the vault yet; see {@link #make(CredentialChoice, Device)}. */
    public Outcome<Credential> make(CredentialChoice choice, String deviceName) {
        return make(choice, deviceName, Optional.empty(), Optional.empty());
    }

    /** A credential as chosen, for this device; fails where the choice itself is at fault. */
    public Outcome<Credential> make(CredentialChoice choice, Device device) {
        return make(choice, device.name(), device.serial(), Optional.of(device.id()));
    }

    /**
     * The credential of a device that made its key itself: the certificate is the recipe's alone, nothing of it is the
     * device's wish but the key.
     *
     * @param key of which the device has proven that it holds the private one
     */
    public Outcome<Credential> certify(CredentialChoice.OnDevice choice, Device device, PublicKey key) {
        IssueRequest request = IssueRequest.forDevice(
                choice.authority(), choice.template(), device.name(), device.serial(), Optional.of(device.id()));
        return issuing.certify(request, key)
                .map(issued -> choice.withChain()
                        ? new Credential.X509Chain(issued.chain(), new KeyRef.OnDevice())
                        : new Credential.X509Leaf(issued.chain().getFirst(), new KeyRef.OnDevice()));
    }

    private Outcome<Credential> make(
            CredentialChoice choice, String deviceName, Optional<String> serial, Optional<UUID> device) {
        return switch (choice) {
            case CredentialChoice.NewToken(int length) ->
                Outcome.ok(new Credential.AccessToken(Credentials.newToken(length)));
            case CredentialChoice.NewLeaf leaf -> leaf(leaf, deviceName);
            case CredentialChoice.NewJwt(TokenSigning signing, boolean inUserName, Optional<String> userName) ->
                TokenSigner.sign(signing, deviceName, clock.instant())
                        .map(token -> new Credential.Jwt(token, inUserName, userName, Optional.of(signing)));
            case CredentialChoice.FirstContact(Credential.X509Chain chain) -> guard.ordered(chain, deviceName);
            case CredentialChoice.NewIssued(UUID authority, Template template, Way way) ->
                issuing.credential(
                        IssueRequest.forDevice(authority, template, deviceName, serial, device), way != Way.LEAF);
            case CredentialChoice.OnDevice own ->
                Diagnosis.of(OnboardingCode.DEVICE_NOT_ASKED)
                        .with("name", deviceName)
                        .failed();
            case CredentialChoice.InHardware own -> inToken(own, deviceName);
            case CredentialChoice.Enrolled wanted ->
                est.credential(wanted, subject(wanted.subjectPattern(), deviceName));
            case CredentialChoice.Existing(Credential credential) -> {
                Optional<Diagnosis> problem = Credentials.check(credential);
                yield problem.isPresent() ? Outcome.failed(problem.get()) : guard.ordered(credential, deviceName);
            }
        };
    }

    /** Whether this is what the recipe asks for, so that nothing needs to be made. */
    public static boolean fits(CredentialChoice choice, Credential credential) {
        return switch (choice) {
            case CredentialChoice.NewToken token -> credential instanceof Credential.AccessToken;
            case CredentialChoice.NewLeaf leaf -> credential instanceof Credential.X509Leaf;
            case CredentialChoice.NewJwt wanted ->
                credential instanceof Credential.Jwt jwt && jwt.signing().equals(Optional.of(wanted.signing()));
            case CredentialChoice.FirstContact(Credential.X509Chain chain) -> chain.equals(credential);
            case CredentialChoice.NewIssued issued ->
                issued.way() != Way.LEAF
                        ? credential instanceof Credential.X509Chain
                        : credential instanceof Credential.X509Leaf;
            case CredentialChoice.OnDevice own ->
                own.withChain()
                        ? credential instanceof Credential.X509Chain chain && chain.key() instanceof KeyRef.OnDevice
                        : credential instanceof Credential.X509Leaf leaf && leaf.key() instanceof KeyRef.OnDevice;
            case CredentialChoice.InHardware own ->
                credential instanceof Credential.X509Leaf(X509Certificate leaf, KeyRef.InHardware key)
                        && key.alias().equals(own.label())
                        && key.slot().equals(own.token());
            case CredentialChoice.Enrolled enrolled ->
                credential instanceof Credential.X509Leaf || credential instanceof Credential.X509Chain;
            // What a provisioned device got from the server replaces key and secret, and is not asked for again.
            case CredentialChoice.Existing(Credential.Provisioning provisioning) ->
                !(credential instanceof Credential.None);
            case CredentialChoice.Existing(Credential wanted) -> wanted.equals(credential);
        };
    }

    /** A credential in a few words that are the same in every language. */
    public static String describe(Credential credential) {
        return switch (credential) {
            case Credential.None none -> "";
            case Credential.AccessToken(Secret token) -> "Token · " + token.length();
            case Credential.MqttBasic basic -> "MQTT Basic";
            case Credential.X509Leaf(X509Certificate leaf, KeyRef key) ->
                "X.509 · " + leaf.getPublicKey().getAlgorithm();
            case Credential.X509Chain(List<X509Certificate> chain, KeyRef key) -> "X.509 · " + chain.size();
            case Credential.Jwt jwt ->
                jwt.signing().map(signing -> "JWT · " + signing.algorithm()).orElse("JWT");
            case Credential.OAuth oauth ->
                "OAuth 2.0 · " + oauth.client().endpoint().getHost();
            case Credential.Provisioning provisioning -> "Provisioning";
        };
    }

    private Outcome<Credential> inToken(CredentialChoice.InHardware own, String deviceName) {
        TokenPlace place = new TokenPlace(Path.of(own.module()), own.token());
        Outcome<Identity> known = hardware.identity(place, own.label());
        boolean missing =
                known.failure().filter(why -> why.is(HardwareCode.KEY_UNKNOWN)).isPresent();
        Outcome<Identity> there = missing
                ? hardware.make(
                        place,
                        own.label(),
                        own.fresh().key(),
                        subject(own.fresh().subjectPattern(), deviceName),
                        own.fresh().validity())
                : known;
        return there.map(found -> new Credential.X509Leaf(found.leaf(), place.key(own.label())));
    }

    private static String subject(String pattern, String deviceName) {
        return pattern.replace("{name}", Credentials.escapedForSubject(deviceName));
    }

    private Outcome<Credential> leaf(CredentialChoice.NewLeaf choice, String deviceName) {
        Instant now = clock.instant();
        String subject = subject(choice.subjectPattern(), deviceName);
        KeyPair keys = maker.newKey(choice.key());
        CertificateSpec spec = CertificateSpec.device(subject, now.minus(CLOCK_SKEW), now.plus(choice.validity()));
        return maker.selfSigned(keys, spec).map(certificate -> {
            byte[] pkcs8 = keys.getPrivate().getEncoded();
            try {
                return new Credential.X509Leaf(certificate, new KeyRef.Stored(Secret.copyOf(pkcs8)));
            } finally {
                Arrays.fill(pkcs8, (byte) 0);
            }
        });
    }
}
