package dev.gangway.bench.matrix;

/** One choice on an {@link MatrixDimension}; its words are in the bundles under {@code trait.<name>}. */
public enum MatrixValue {
    TLS_1_3,
    TLS_1_2,
    CERTIFICATE_ALWAYS,
    CERTIFICATE_STOCK_JAVA,
    CERTIFICATE_NEVER,
    WITH_INTERMEDIATE,
    LEAF_ALONE,
    MQTT_5,
    MQTT_3_1_1,
    TOKEN_IN_USER_NAME,
    TOKEN_IN_PASSWORD
}
