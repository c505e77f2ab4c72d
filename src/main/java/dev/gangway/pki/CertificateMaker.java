package dev.gangway.pki;

import dev.gangway.diagnosis.Outcome;
import java.security.KeyPair;
import java.security.PublicKey;
import java.security.cert.X509Certificate;

/** Makes keys and certificates. Safe for use by several threads; every method may take long with RSA. */
public interface CertificateMaker {
    /** A fresh key pair from the system's secure random generator. */
    KeyPair newKey(KeyType type);

    /** A certificate signed by its own key. Fails where the subject cannot be parsed or the dates are reversed. */
    Outcome<X509Certificate> selfSigned(KeyPair keys, CertificateSpec spec);

    /** A certificate signed by an authority, with authority key identifier and within the authority's validity. */
    Outcome<X509Certificate> issue(PublicKey subjectKey, CertificateSpec spec, Identity authority);
}
