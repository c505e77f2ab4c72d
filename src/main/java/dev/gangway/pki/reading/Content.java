package dev.gangway.pki.reading;

/** The kinds of content that a PEM block or a DER file can have. */
public enum Content {
    /** X.509 certificate (RFC 5280). */
    CERTIFICATE,
    /** Certificate request, PKCS#10 (RFC 2986). */
    REQUEST,
    /** Certificate revocation list (RFC 5280). */
    REVOCATION_LIST,
    /** Private key, PKCS#8 (RFC 5208, RFC 5958). */
    PKCS8,
    /** Encrypted private key, PKCS#8. */
    PKCS8_ENCRYPTED,
    /** RSA private key, PKCS#1 (RFC 8017). */
    PKCS1,
    /** EC private key, SEC1 (RFC 5915). */
    SEC1,
    /** DSA private key as OpenSSL writes it; no MQTT server takes it. */
    DSA,
    /** Private key as ssh-keygen writes it. */
    OPENSSH_KEY,
    /** Public key (RFC 5280 SubjectPublicKeyInfo, or PKCS#1). */
    PUBLIC_KEY,
    /** CMS signed data, also called PKCS#7: a bag of certificates. */
    PKCS7,
    /** PKCS#12 key store (RFC 7292). */
    PKCS12,
    /** Bouncy Castle's own key store, approved for FIPS. */
    BCFKS,
    /** Key store of Java (JKS, JCEKS) or Bouncy Castle (BKS, UBER) that is not DER. */
    KEY_STORE,
    /** Nothing that is known here. */
    UNKNOWN;

    /** Whether it is a whole key store, under a passphrase of its own. */
    public boolean isKeyStore() {
        return this == PKCS12 || this == BCFKS || this == KEY_STORE;
    }

    /** Whether it is a private key in the clear. */
    public boolean isPlainKey() {
        return this == PKCS8 || this == PKCS1 || this == SEC1 || this == DSA;
    }
}
