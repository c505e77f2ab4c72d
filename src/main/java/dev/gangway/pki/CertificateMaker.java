package dev.gangway.pki;

import dev.gangway.diagnosis.Diagnosis;
import dev.gangway.diagnosis.Outcome;
import java.security.KeyPair;
import java.security.PublicKey;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;

/** Makes keys and certificates. Safe for use by several threads; every method may take long with RSA. */
public interface CertificateMaker {
    /** A fresh key pair from the system's secure random generator. */
    KeyPair newKey(KeyType type);

    /** A certificate signed by its own key. Fails where the subject cannot be parsed or the dates are reversed. */
    Outcome<X509Certificate> selfSigned(KeyPair keys, CertificateSpec spec);

    /** A certificate signed by an authority, with authority key identifier and within the authority's validity. */
    Outcome<X509Certificate> issue(PublicKey subjectKey, CertificateSpec spec, Identity authority);

    /**
     * Why an authority does not issue this; empty where it does. Needs no key.
     *
     * @param authorities the authority's certificate first, then those above it as far as known
     */
    Optional<Diagnosis> refusal(CertificateSpec spec, List<X509Certificate> authorities);

    /**
     * What a certificate says, so that one like it can be made. Extensions that none of our specifications has are left
     * out.
     */
    CertificateSpec specOf(X509Certificate certificate);
}
