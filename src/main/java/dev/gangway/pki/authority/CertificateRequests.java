package dev.gangway.pki.authority;

import dev.gangway.diagnosis.Outcome;
import dev.gangway.pki.Source;
import java.security.KeyPair;

/** Reads and writes certificate requests (PKCS#10, RFC 2986). Safe for use by several threads. */
public interface CertificateRequests {
    /**
     * The request in a PEM or DER file. Fails where it is none, or where its signature does not match its key: then
     * nobody has shown to have the private key.
     */
    Outcome<CertificateRequest> read(Source source);

    /** A request in PEM for a key that is here; fails where the subject cannot be parsed. */
    Outcome<String> make(KeyPair keys, String subject);
}
