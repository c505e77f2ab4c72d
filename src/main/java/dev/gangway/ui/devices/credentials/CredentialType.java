package dev.gangway.ui.devices.credentials;

/** The types of credential that people can choose, in the order in which they are offered. */
public enum CredentialType {
    /** Access token. */
    TOKEN,
    /** MQTT basic. */
    BASIC,
    /** Certificate known by its fingerprint. */
    X509_LEAF
}
