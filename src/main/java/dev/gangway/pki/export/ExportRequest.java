package dev.gangway.pki.export;

import dev.gangway.diagnosis.Printable;
import dev.gangway.pki.Identity;
import dev.gangway.secret.Secret;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;

/**
 * What is to be exported.
 *
 * @param baseName what the files are called, without an ending; letters, digits, dot, hyphen and underscore are kept
 * @param chain leaf first, then its issuers as far as they are known; at least one
 * @param privateKey where there is one; most formats need it
 * @param serverAuthorities whom the device shall trust; empty where the system's own authorities do
 * @param passphrase for the formats that need one
 * @param host of the MQTT server, for snippets
 * @param port of the MQTT server, for snippets
 */
public record ExportRequest(
        String baseName,
        List<X509Certificate> chain,
        Optional<PrivateKey> privateKey,
        List<X509Certificate> serverAuthorities,
        Optional<Secret> passphrase,
        String host,
        int port) {
    public ExportRequest {
        // A name from a device goes into file names and into source code.
        baseName = Printable.fileName(baseName);
        // So does the host, into quotation marks of five languages; a real one has no other characters.
        host = host.replaceAll("[^\\p{L}\\p{N}.:%_\\[\\]-]", "_");
        chain = List.copyOf(chain);
        serverAuthorities = List.copyOf(serverAuthorities);
    }

    /** A request for a certificate with its key. */
    public ExportRequest(
            String baseName,
            Identity identity,
            List<X509Certificate> serverAuthorities,
            Optional<Secret> passphrase,
            String host,
            int port) {
        this(baseName, identity.chain(), Optional.of(identity.key()), serverAuthorities, passphrase, host, port);
    }

    /** The certificate itself. */
    public X509Certificate leaf() {
        return chain.getFirst();
    }

    /**
     * The private key.
     *
     * @throws java.util.NoSuchElementException where there is none, which is asked before
     */
    public PrivateKey key() {
        return privateKey.orElseThrow();
    }

    /** Both, under the same condition. */
    public Identity identity() {
        return new Identity(chain, key());
    }
}
