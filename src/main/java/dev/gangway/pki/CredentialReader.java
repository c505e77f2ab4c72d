package dev.gangway.pki;

import dev.gangway.diagnosis.Evidence;
import dev.gangway.diagnosis.Outcome;
import dev.gangway.secret.Secret;
import java.security.KeyPair;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;

/**
 * Reads certificates and private keys out of files and pasted text, PEM or DER, recognised by their content. What is
 * untidy but clear (text around a PEM block, stray spaces, a byte order mark) is read and noted; what is wrong is a
 * failure that names file, line and remedy. Whether certificate and key are fit for use is up to
 * {@link dev.gangway.pki.checks.CredentialCheck}. Safe for use by several threads.
 */
public interface CredentialReader {
    /** Everything in it: certificates in the order of the file, keys, and notes on what was tidied up. */
    Outcome<Contents> read(Source source, Optional<Secret> passphrase);

    /** The one certificate in it. Fails where there is none, another thing instead, or a whole chain. */
    Outcome<X509Certificate> readCertificate(Source source);

    /** One certificate or more, in the order of the file. */
    Outcome<List<X509Certificate>> readChain(Source source);

    /** The one private key in it. Fails with a code of its own where a passphrase is missing or wrong. */
    Outcome<PrivateKey> readKey(Source source, Optional<Secret> passphrase);

    /** The same with its public half. */
    Outcome<KeyPair> readPair(Source source, Optional<Secret> passphrase);

    /** A chain and the key for its first certificate; whether they match is not checked here. */
    default Outcome<Identity> readIdentity(Source certificates, Source key, Optional<Secret> passphrase) {
        return readChain(certificates).then(chain -> readKey(key, passphrase).map(found -> new Identity(chain, found)));
    }

    /**
     * What a file held.
     *
     * @param certificates in the order of the file
     * @param keys private keys in the order of the file
     * @param notices what was untidy and has been put right, with its place
     */
    public record Contents(List<X509Certificate> certificates, List<PrivateKey> keys, List<Evidence> notices) {
        public Contents {
            certificates = List.copyOf(certificates);
            keys = List.copyOf(keys);
            notices = List.copyOf(notices);
        }
    }
}
