package dev.gangway.practice.store;

import java.util.Arrays;
import java.util.Optional;

/** ThingsBoard's types of device credentials, in the order in which its error message lists them. */
public enum CredentialsType {
    /** Keys of LwM2M devices; stored as it comes, nothing signs in with it here. */
    LWM2M_CREDENTIALS,
    /** Client id, user name and password. */
    MQTT_BASIC,
    /** The MQTT user name is the secret. */
    ACCESS_TOKEN,
    /** One certificate, found by the SHA3-256 of its base64 text. */
    X509_CERTIFICATE;

    /** The type of that name, where there is one. */
    public static Optional<CredentialsType> named(String name) {
        return Arrays.stream(values()).filter(type -> type.name().equals(name)).findFirst();
    }
}
