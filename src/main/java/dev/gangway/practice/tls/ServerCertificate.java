package dev.gangway.practice.tls;

/** What the MQTT server can be made to show. */
public enum ServerCertificate {
    /** In order: localhost, 127.0.0.1 and ::1, issued by the intermediate, which is sent along. */
    GOOD,
    /** Expired yesterday. */
    EXPIRED,
    /** Valid from tomorrow on. */
    NOT_YET_VALID,
    /** For mqtt.example.org only. */
    WRONG_HOST,
    /** In order, but the intermediate is not sent. */
    WITHOUT_INTERMEDIATE,
    /** Signed by its own key. */
    SELF_SIGNED,
    /** For client authentication only. */
    CLIENT_PURPOSE,
    /** Issued by another authority with the same names. */
    UNKNOWN_AUTHORITY
}
