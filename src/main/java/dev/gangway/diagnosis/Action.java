package dev.gangway.diagnosis;

/** Remedies that the program carries out itself when asked to. */
public enum Action {
    /** Nothing the program could do; a person has to. */
    NONE,
    /** Run the same thing again. */
    RETRY,
    /** Use another port; parameter {@code port}. */
    USE_PORT,
    /** Use another host; parameter {@code host}. */
    USE_HOST,
    /** Speak TLS. */
    TURN_TLS_ON,
    /** Speak plain MQTT. */
    TURN_TLS_OFF,
    /** Trust the authority that the server showed, after its fingerprint was shown; parameter {@code sha256}. */
    TRUST_AUTHORITY,
    /** Send the intermediate certificates as well. */
    SEND_FULL_CHAIN,
    /** Send the leaf certificate alone. */
    TAKE_LEAF,
    /** Send the chain in the right order. */
    REORDER_CHAIN,
    /** Offer the client certificate although the server's list of issuers does not name its issuer. */
    ALWAYS_SEND_CERTIFICATE,
    /** Leave the client certificate out. */
    DROP_CERTIFICATE,
    /** Put the token into the other of user name and password. */
    SWITCH_TOKEN_FIELD,
    /** Put the device's credential on the server. */
    PUSH_CREDENTIAL,
    /** Make a new certificate with the same subject, and push it. */
    REISSUE,
    /** Set the device profile on the server; parameter {@code profile}. */
    SET_PROFILE,
    /** Use another MQTT version; parameter {@code version}. */
    USE_MQTT_VERSION,
    /** Use another TLS version; parameter {@code version}. */
    USE_TLS_VERSION,
    /** Use another client id; parameter {@code clientId}. */
    USE_CLIENT_ID,
    /** Set the token, user name or password in an editor. */
    EDIT_CREDENTIAL,
    /** Fetch a new token. */
    REFRESH_TOKEN,
    /** Ask for the PIN of a hardware token; parameters {@code module} and {@code token}. */
    OPEN_TOKEN
}
