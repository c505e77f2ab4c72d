package dev.gangway.bench.matrix;

/** What can be varied. */
public enum MatrixDimension {
    /** TLS 1.3 and 1.2, each alone. */
    TLS,
    /** The client certificate: always sent, as a stock Java client would, not sent. */
    CERTIFICATE,
    /** With the intermediate certificates, and the leaf alone. */
    CHAIN,
    /** MQTT 5 and 3.1.1. */
    MQTT,
    /** A token in the user name, and in the password. */
    TOKEN
}
