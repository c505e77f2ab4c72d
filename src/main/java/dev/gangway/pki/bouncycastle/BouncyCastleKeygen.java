package dev.gangway.pki.bouncycastle;

import dev.gangway.diagnosis.Outcome;
import dev.gangway.pki.CertificateMaker;
import dev.gangway.pki.CertificateSpec;
import dev.gangway.pki.Identity;
import dev.gangway.pki.Pem;
import dev.gangway.pki.export.ExportFile;
import dev.gangway.pki.export.Keygen;
import dev.gangway.pki.export.KeygenProperties;
import dev.gangway.secret.Secret;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;

/** Makes the files of ThingsBoard's {@code client.keygen.sh}. */
public final class BouncyCastleKeygen implements Keygen {
    /** As the script has it. */
    private static final Duration VALIDITY = Duration.ofDays(9_999);

    private final CertificateMaker maker;

    /** Makes keys and certificates with this maker. */
    public BouncyCastleKeygen(CertificateMaker maker) {
        this.maker = maker;
    }

    @Override
    public Outcome<List<ExportFile>> make(KeygenProperties properties, Instant now) {
        KeyPair keys = maker.newKey(properties.keyType());
        CertificateSpec spec = CertificateSpec.device(properties.subject(), now, now.plus(VALIDITY));
        return maker.selfSigned(keys, spec)
                .map(certificate -> files(
                        properties.prefix(),
                        properties.alias(),
                        new Identity(List.of(certificate), keys.getPrivate()),
                        properties.passphrase()));
    }

    /** The same files for a certificate that exists. */
    static List<ExportFile> files(String prefix, String alias, Identity identity, Secret passphrase) {
        Secret store = KeyStoreWriter.java("PKCS12", alias, identity, passphrase);
        String pem = Pem.certificate(identity.leaf());
        return List.of(
                new ExportFile(prefix + ".jks", store, true),
                new ExportFile(prefix + ".nopass.pem", joined(KeyForms.traditional(identity.key()), pem), true),
                ExportFile.plain(prefix + ".pub.pem", pem));
    }

    private static Secret joined(Secret key, String certificate) {
        byte[] second = certificate.getBytes(StandardCharsets.US_ASCII);
        return key.withBytes(first -> {
            byte[] both = Arrays.copyOf(first, first.length + second.length);
            System.arraycopy(second, 0, both, first.length, second.length);
            Secret joined = Secret.copyOf(both);
            Arrays.fill(both, (byte) 0);
            return joined;
        });
    }
}
