package dev.gangway.pki;

/** The kinds of key that can be made here. */
public enum KeyType {
    /** NIST P-256 (secp256r1), the default: small, fast, and every MQTT server takes it. */
    EC_P256,
    /** NIST P-384 (secp384r1). */
    EC_P384,
    /** RSA with 2048 bits. */
    RSA_2048,
    /** RSA with 3072 bits. */
    RSA_3072,
    /** RSA with 4096 bits. */
    RSA_4096,
    /** Ed25519 (RFC 8410); few MQTT servers take it. */
    ED25519
}
