package dev.gangway.diagnosis;

import dev.gangway.stored.StoredAs;

/** Remedies that the program carries out itself when asked to. */
public enum Action {
    /** Nothing the program could do; a person has to. */
    @StoredAs("NONE")
    NONE,
    /** Run the same thing again. */
    @StoredAs("RETRY")
    RETRY,
    /** Use another port; parameter {@code port}. */
    @StoredAs("USE_PORT")
    USE_PORT,
    /** Use another host; parameter {@code host}. */
    @StoredAs("USE_HOST")
    USE_HOST,
    /** Speak TLS. */
    @StoredAs("TURN_TLS_ON")
    TURN_TLS_ON,
    /** Speak plain MQTT. */
    @StoredAs("TURN_TLS_OFF")
    TURN_TLS_OFF,
    /** Trust the authority that the server showed, after its fingerprint was shown; parameter {@code sha256}. */
    @StoredAs("TRUST_AUTHORITY")
    TRUST_AUTHORITY,
    /** Send the intermediate certificates as well. */
    @StoredAs("SEND_FULL_CHAIN")
    SEND_FULL_CHAIN,
    /** Send the leaf certificate alone. */
    @StoredAs("TAKE_LEAF")
    TAKE_LEAF,
    /** Send the chain in the right order. */
    @StoredAs("REORDER_CHAIN")
    REORDER_CHAIN,
    /** Offer the client certificate although the server's list of issuers does not name its issuer. */
    @StoredAs("ALWAYS_SEND_CERTIFICATE")
    ALWAYS_SEND_CERTIFICATE,
    /** Leave the client certificate out. */
    @StoredAs("DROP_CERTIFICATE")
    DROP_CERTIFICATE,
    /** Put the token into the other of user name and password. */
    @StoredAs("SWITCH_TOKEN_FIELD")
    SWITCH_TOKEN_FIELD,
    /** Put the device's credential on the server. */
    @StoredAs("PUSH_CREDENTIAL")
    PUSH_CREDENTIAL,
    /** Make a new certificate with the same subject, and push it. */
    @StoredAs("REISSUE")
    REISSUE,
    /** Set the device profile on the server; parameter {@code profile}. */
    @StoredAs("SET_PROFILE")
    SET_PROFILE,
    /** Use another MQTT version; parameter {@code version}. */
    @StoredAs("USE_MQTT_VERSION")
    USE_MQTT_VERSION,
    /** Use another TLS version; parameter {@code version}. */
    @StoredAs("USE_TLS_VERSION")
    USE_TLS_VERSION,
    /** Use another client id; parameter {@code clientId}. */
    @StoredAs("USE_CLIENT_ID")
    USE_CLIENT_ID,
    /** Set the token, user name or password in an editor. */
    @StoredAs("EDIT_CREDENTIAL")
    EDIT_CREDENTIAL,
    /** Fetch a new token. */
    @StoredAs("REFRESH_TOKEN")
    REFRESH_TOKEN,
    /** Ask for the PIN of a hardware token; parameters {@code module} and {@code token}. */
    @StoredAs("OPEN_TOKEN")
    OPEN_TOKEN
}
