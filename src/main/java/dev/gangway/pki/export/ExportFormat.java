package dev.gangway.pki.export;

/** The forms in which a credential leaves the vault. */
public enum ExportFormat {
    /** Leaf, full chain and unencrypted PKCS#8 key as three PEM files. */
    PEM,
    /** The same with the key in its traditional form: SEC1 ({@code EC PRIVATE KEY}) or PKCS#1. */
    PEM_TRADITIONAL,
    /** The same with the key encrypted (PBES2, AES-256); needs a passphrase. */
    PEM_ENCRYPTED,
    /** Key and full chain in one PEM file. */
    PEM_BUNDLE,
    /** The leaf as one line of base64, for ThingsBoard's CSV import. */
    ONE_LINE,
    /** Leaf and PKCS#8 key as two DER files. */
    DER,
    /** PKCS#12 with AES-256 and HMAC-SHA-256; needs a passphrase. */
    PKCS12,
    /** PKCS#12 with 3DES and HMAC-SHA-1, for old devices only; weak. Needs a passphrase. */
    PKCS12_LEGACY,
    /** Java's old key store, for old Java only; weak. Needs a passphrase. */
    JKS,
    /** A C header with the PEM texts as string literals. */
    C_HEADER,
    /** A CSV for the NVS partition generator of ESP-IDF, beside the PEM files that it names. */
    ESP_NVS,
    /** A shell script for mosquitto's client, beside the PEM files. */
    MOSQUITTO,
    /** A Python script for Paho, beside the PEM files. */
    PAHO_PYTHON,
    /** A Java class for Paho, beside a PKCS#12 file; needs a passphrase, which is not in the source. */
    PAHO_JAVA,
    /** The security section of a ThingsBoard gateway's configuration, beside the PEM files. */
    TB_GATEWAY;

    /** Whether it cannot be written without a passphrase. */
    public boolean needsPassphrase() {
        return switch (this) {
            case PEM_ENCRYPTED, PKCS12, PKCS12_LEGACY, JKS, PAHO_JAVA -> true;
            default -> false;
        };
    }

    /** Whether its protection is weak by today's measure, which is to be said before it is written. */
    public boolean isWeak() {
        return this == PKCS12_LEGACY || this == JKS;
    }
}
