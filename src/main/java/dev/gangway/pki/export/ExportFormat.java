package dev.gangway.pki.export;

/** The forms in which a credential leaves the vault. */
public enum ExportFormat {
    /** Leaf, full chain and unencrypted PKCS#8 key as three PEM files. */
    PEM(Key.PLAIN),
    /** The same with the key in its traditional form: SEC1 ({@code EC PRIVATE KEY}) or PKCS#1. */
    PEM_TRADITIONAL(Key.PLAIN),
    /** The same with the key encrypted (PBES2, AES-256); needs a passphrase. */
    PEM_ENCRYPTED(Key.SEALED),
    /** Key and full chain in one PEM file. */
    PEM_BUNDLE(Key.PLAIN),
    /** The leaf alone, as PEM. */
    CERTIFICATE(Key.NONE),
    /** The chain in the order in which a server wants it, as PEM. */
    CHAIN(Key.NONE),
    /** The key alone, as PEM in PKCS#8. */
    KEY(Key.PLAIN),
    /** The leaf as one line of base64, for ThingsBoard's CSV import. */
    ONE_LINE(Key.NONE),
    /** Leaf and PKCS#8 key as two DER files. */
    DER(Key.PLAIN),
    /** PKCS#12 with AES-256 and HMAC-SHA-256; needs a passphrase. */
    PKCS12(Key.SEALED),
    /** PKCS#12 with 3DES and HMAC-SHA-1, for old devices only; weak. Needs a passphrase. */
    PKCS12_LEGACY(Key.SEALED),
    /** Java's old key store, for old Java only; weak. Needs a passphrase. */
    JKS(Key.SEALED),
    /** The files that ThingsBoard's {@code client.keygen.sh} would have left; one of them holds the key in clear. */
    TB_KEYGEN(Key.SEALED),
    /** A C header with the PEM texts as string literals. */
    C_HEADER(Key.PLAIN),
    /** A CSV for the NVS partition generator of ESP-IDF, beside the PEM files that it names. */
    ESP_NVS(Key.PLAIN),
    /** A shell script for mosquitto's client, beside the PEM files. */
    MOSQUITTO(Key.PLAIN),
    /** A Python script for Paho, beside the PEM files. */
    PAHO_PYTHON(Key.PLAIN),
    /** A Java class for Paho, beside a PKCS#12 file; needs a passphrase, which is not in the source. */
    PAHO_JAVA(Key.SEALED),
    /** The security section of a ThingsBoard gateway's configuration, beside the PEM files. */
    TB_GATEWAY(Key.PLAIN);

    /** What becomes of the private key. */
    private enum Key {
        NONE,
        PLAIN,
        SEALED
    }

    private final Key key;

    ExportFormat(Key key) {
        this.key = key;
    }

    /** Whether it cannot be written without a passphrase. */
    public boolean needsPassphrase() {
        return key == Key.SEALED;
    }

    /** Whether it holds the private key, under a passphrase or not. */
    public boolean holdsKey() {
        return key != Key.NONE;
    }

    /** Whether whoever has the files has the private key, without any passphrase. */
    public boolean showsKey() {
        return key == Key.PLAIN || this == TB_KEYGEN;
    }

    /** Whether it is for devices whose TLS library is Mbed TLS as a rule, so that its limits are to be said. */
    public boolean isForMbedTls() {
        return this == ESP_NVS || this == C_HEADER;
    }

    /** Whether its protection is weak by today's measure, which is to be said before it is written. */
    public boolean isWeak() {
        return this == PKCS12_LEGACY || this == JKS;
    }
}
