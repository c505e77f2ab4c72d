package dev.gangway.ui.devices;

import dev.gangway.device.Credential;
import java.security.cert.X509Certificate;
import java.util.Optional;

/** The type of a credential, for showing, filtering and sorting. */
public enum CredentialKind {
    /** Access token. */
    TOKEN,
    /** MQTT basic. */
    BASIC,
    /** Certificate known by its fingerprint. */
    X509_LEAF,
    /** Certificate known by its issuer. */
    X509_CHAIN,
    /** JSON Web Token. */
    JWT,
    /** Token of an OAuth 2.0 server. */
    OAUTH,
    /** Handed out by the server at first contact. */
    PROVISIONING,
    /** None yet. */
    NONE;

    /** The type of this credential. */
    public static CredentialKind of(Credential credential) {
        return switch (credential) {
            case Credential.AccessToken _ -> TOKEN;
            case Credential.MqttBasic _ -> BASIC;
            case Credential.X509Leaf _ -> X509_LEAF;
            case Credential.X509Chain _ -> X509_CHAIN;
            case Credential.Jwt _ -> JWT;
            case Credential.OAuth _ -> OAUTH;
            case Credential.Provisioning _ -> PROVISIONING;
            case Credential.None _ -> NONE;
        };
    }

    /** The device's own certificate, where it has one. */
    public static Optional<X509Certificate> certificate(Credential credential) {
        return switch (credential) {
            case Credential.X509Leaf leaf -> Optional.of(leaf.certificate());
            case Credential.X509Chain chain -> chain.chain().stream().findFirst();
            default -> Optional.empty();
        };
    }

    /** Key of the words for it. */
    public String words() {
        return "devices.credential." + name();
    }
}
