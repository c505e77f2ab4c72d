package dev.gangway.ui.devices.credentials;

/** The types of credential that people can choose, in the order in which they are offered. */
public enum CredentialType {
    /** Access token. */
    TOKEN,
    /** MQTT basic. */
    BASIC,
    /** Certificate known by its fingerprint. */
    X509_LEAF,
    /** Certificate known by its issuer. */
    X509_CHAIN,
    /** Handed out by the server at first contact. */
    PROVISIONING,
    /** JSON Web Token. */
    JWT,
    /** Token of an OAuth 2.0 server. */
    OAUTH
}
