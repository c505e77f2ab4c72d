package dev.gangway.pki.bouncycastle.samples;

import dev.gangway.pki.CertificateSpec;
import dev.gangway.pki.CertificateSpec.Purpose;
import dev.gangway.pki.Identity;
import dev.gangway.pki.KeyType;
import dev.gangway.pki.Pem;
import dev.gangway.pki.PkiCode;
import dev.gangway.pki.bouncycastle.BouncyCastleExporter;
import dev.gangway.pki.export.ExportFile;
import dev.gangway.pki.export.ExportFormat;
import dev.gangway.pki.export.ExportRequest;
import dev.gangway.secret.Secret;
import java.security.KeyPair;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Certificates to try things with: sound ones, and one for every mistake that people make. Made afresh by each call;
 * their keys are public, so nothing real may ever trust them.
 */
public final class SampleSet {
    /** The passphrase of everything that is encrypted. */
    public static final String PASSPHRASE = "sample";

    private final SampleFamily family;
    private final NonconformingCertificates odd;
    private final List<Sample> samples = new ArrayList<>();

    private SampleSet(Instant now) {
        family = new SampleFamily(now);
        odd = new NonconformingCertificates(family.from, family.to);
    }

    /** All of them; sound ones are valid for twenty years from {@code now}. */
    public static List<Sample> make(Instant now) {
        SampleSet set = new SampleSet(now);
        set.sound();
        set.wrongCertificates();
        set.wrongPairs();
        set.samples.addAll(new UntidyFiles(set.family).all());
        return List.copyOf(set.samples);
    }

    private void sound() {
        add("root", "The authority at the top: tell a server or a device to trust it.", family.root);
        add("intermediate", "The authority that signed the devices; its chain ends at the root.", family.intermediate);
        Identity server = family.below(family.intermediate, family.spec("CN=localhost", Purpose.MQTT_SERVER));
        add("server", "An MQTT server on this machine: localhost, 127.0.0.1, ::1.", server);
        Identity device = family.device("sample-device");
        add("device", "A device with its chain: certificate first, then the intermediate.", device);
        Identity alone = family.self("CN=sample-self-signed,O=Gangway samples", Purpose.DEVICE_CLIENT);
        add("self-signed", "A device that signed for itself, known to its server by its fingerprint.", alone);
        samples.add(new Sample(
                "key-store",
                "The device as PKCS#12; the passphrase is " + PASSPHRASE + ".",
                Optional.empty(),
                exported(ExportFormat.PKCS12, "key-store", device)));
        samples.add(new Sample(
                "encrypted-key",
                "The device with its key encrypted; the passphrase is " + PASSPHRASE + ".",
                Optional.of(PkiCode.PASSPHRASE_MISSING.id()),
                exported(ExportFormat.PEM_ENCRYPTED, "encrypted-key", device).stream()
                        .filter(file -> !file.name().endsWith(".crt.pem"))
                        .toList()));
    }

    private static List<ExportFile> exported(ExportFormat format, String name, Identity identity) {
        return new BouncyCastleExporter()
                .export(
                        format,
                        new ExportRequest(
                                name, identity, List.of(), Optional.of(Secret.of(PASSPHRASE)), "localhost", 8883))
                .orThrow();
    }

    private void wrongCertificates() {
        Instant longAgo = family.from.minus(Duration.ofDays(700));
        dated(
                "expired",
                "Expired a year ago.",
                longAgo,
                longAgo.plus(Duration.ofDays(365)),
                PkiCode.CERTIFICATE_EXPIRED);
        dated(
                "not-yet-valid",
                "Valid in its last day only.",
                family.to.minus(Duration.ofDays(1)),
                family.to,
                PkiCode.CERTIFICATE_NOT_YET_VALID);
        wrong(
                "wrong-usage",
                "A server's certificate where a client's belongs.",
                PkiCode.EXTENDED_KEY_USAGE,
                family.below(family.intermediate, family.spec("CN=sample-wrong-usage", Purpose.MQTT_SERVER)));
        wrong(
                "authority-as-device",
                "An authority's certificate where a device's belongs.",
                PkiCode.AUTHORITY_AS_LEAF,
                family.self("CN=sample-authority-as-device", Purpose.ROOT));
        wrong(
                "no-common-name",
                "No common name in the subject.",
                PkiCode.NO_COMMON_NAME,
                family.below(family.intermediate, family.spec("O=Gangway samples", Purpose.DEVICE_CLIENT)));
        KeyPair keys = family.maker.newKey(KeyType.EC_P256);
        wrong(
                "no-signatures",
                "A key usage that does not allow signatures.",
                PkiCode.KEY_USAGE,
                odd(odd.forAgreementOnly("CN=sample-no-signatures", keys.getPublic(), family.intermediate), keys));
        wrong(
                "version-1",
                "A version 1 certificate, without extensions.",
                PkiCode.VERSION_1,
                odd(odd.version1("CN=sample-version-1", keys.getPublic(), family.intermediate), keys));
        KeyPair small = NonconformingCertificates.rsa(1024);
        wrong("weak-key", "RSA with 1024 bits.", PkiCode.WEAK_KEY, self(small, "CN=sample-weak-key"));
        KeyPair rsa = NonconformingCertificates.rsa(2048);
        wrong(
                "weak-signature",
                "Signed with SHA-1.",
                PkiCode.WEAK_SIGNATURE,
                new Identity(List.of(odd.withSha1("CN=sample-weak-signature", rsa)), rsa.getPrivate()));
    }

    private void dated(String name, String about, Instant from, Instant to, PkiCode code) {
        CertificateSpec spec = CertificateSpec.device("CN=sample-" + name, from, to);
        wrong(name, about, code, family.below(family.intermediate, spec));
    }

    private Identity self(KeyPair keys, String subject) {
        CertificateSpec spec = CertificateSpec.device(subject, family.from, family.to);
        return new Identity(List.of(family.maker.selfSigned(keys, spec).orThrow()), keys.getPrivate());
    }

    private Identity odd(X509Certificate certificate, KeyPair keys) {
        return new Identity(List.of(certificate, family.intermediate.leaf()), keys.getPrivate());
    }

    private void wrongPairs() {
        Identity device = family.device("sample-wrong-key");
        PrivateKey other = family.device("other").key();
        wrong(
                "wrong-key",
                "The key belongs to another certificate.",
                PkiCode.KEY_MISMATCH,
                new Identity(device.chain(), other));
        wrong(
                "wrong-order",
                "The intermediate comes first.",
                PkiCode.LEAF_NOT_FIRST,
                new Identity(device.chain().reversed(), device.key()));
        wrong(
                "missing-intermediate",
                "The device's certificate alone, which the root did not sign.",
                PkiCode.ISSUER_MISSING,
                device.leafOnly());
        Identity stranger = family.self("CN=Some other root", Purpose.ROOT);
        wrong(
                "broken-chain",
                "The second certificate did not sign the first.",
                PkiCode.CHAIN_BROKEN,
                new Identity(List.of(device.leaf(), stranger.leaf()), device.key()));
        KeyPair keys = family.maker.newKey(KeyType.EC_P256);
        X509Certificate old = odd.version1("CN=Sample version 1 authority", keys.getPublic(), family.root);
        KeyPair own = family.maker.newKey(KeyType.EC_P256);
        Identity authority = new Identity(List.of(old), keys.getPrivate());
        wrong(
                "version-1-authority",
                "Signed by an authority of version 1, as documentation on the net makes them.",
                PkiCode.VERSION_1,
                new Identity(
                        List.of(odd.version1("CN=sample-v1-authority", own.getPublic(), authority), old),
                        own.getPrivate()));
    }

    private void add(String name, String about, Identity identity) {
        samples.add(new Sample(name, about, Optional.empty(), files(name, identity)));
    }

    private void wrong(String name, String about, PkiCode code, Identity identity) {
        samples.add(new Sample(name, about, Optional.of(code.id()), files(name, identity)));
    }

    private static List<ExportFile> files(String name, Identity identity) {
        return List.of(
                ExportFile.plain(name + ".crt.pem", Pem.certificates(identity.chain())),
                new ExportFile(name + ".key.pem", Pem.privateKey(identity.key()), true));
    }

    /**
     * One case of the sample set.
     *
     * @param name what it is, as the first part of its file names
     * @param about one sentence for the README
     * @param said id of the diagnosis, or key of the note, that Gangway has for it; empty where nothing is wrong
     * @param files certificate, key, and so on
     */
    public record Sample(String name, String about, Optional<String> said, List<ExportFile> files) {
        public Sample {
            files = List.copyOf(files);
        }
    }
}
