package dev.gangway.device;

import dev.gangway.secret.Secret;
import dev.gangway.stored.StoredAs;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;

/** What a device signs in with over MQTT: one record a type. Secrets inside are sealed by the vault. */
public sealed interface Credential {
    /** No credential was chosen; ThingsBoard then makes an access token of its own. */
    @StoredAs("None")
    record None() implements Credential {}

    /**
     * ThingsBoard's access token: 1 to 32 characters, sent as the MQTT user name.
     *
     * @param token unique on the whole server
     */
    @StoredAs("AccessToken")
    record AccessToken(@StoredAs("token") Secret token) implements Credential {}

    /**
     * ThingsBoard's MQTT basic: at least one of client id and user name; a password needs a user name.
     *
     * @param clientId MQTT client id that must be used, where set
     * @param userName MQTT user name, where set
     * @param password MQTT password, where set
     */
    @StoredAs("MqttBasic")
    record MqttBasic(
            @StoredAs("clientId") Optional<String> clientId,
            @StoredAs("userName") Optional<String> userName,
            @StoredAs("password") Optional<Secret> password)
            implements Credential {}

    /**
     * One certificate, registered on the server by its fingerprint.
     *
     * @param certificate the device's own
     * @param key its private key
     */
    @StoredAs("X509Leaf")
    record X509Leaf(
            @StoredAs("certificate") X509Certificate certificate,
            @StoredAs("key") KeyRef key) implements Credential {}

    /**
     * A certificate trusted because of who issued it.
     *
     * @param chain leaf first, then its issuer, and so on
     * @param key the leaf's private key
     */
    @StoredAs("X509Chain")
    record X509Chain(
            @StoredAs("chain") List<X509Certificate> chain,
            @StoredAs("key") KeyRef key) implements Credential {
        public X509Chain {
            chain = List.copyOf(chain);
        }
    }

    /**
     * A JWT, put into one of the CONNECT fields.
     *
     * @param token the compact form, three parts with dots
     * @param inUserName whether it goes into the user name instead of the password
     * @param userName the user name beside a token in the password, where set
     * @param signing how it is made afresh; empty for a token that was made elsewhere
     */
    @StoredAs("Jwt")
    record Jwt(
            @StoredAs("token") Secret token,
            @StoredAs("inUserName") boolean inUserName,
            @StoredAs("userName") Optional<String> userName,
            @StoredAs("signing") Optional<TokenSigning> signing)
            implements Credential {}

    /**
     * A token that an OAuth 2.0 server issues when it is needed, put into one of the CONNECT fields.
     *
     * @param client how it is asked for
     * @param held the last one issued
     * @param inUserName whether it goes into the user name instead of the password
     * @param userName the user name beside a token in the password, where set
     */
    @StoredAs("OAuth")
    record OAuth(
            @StoredAs("client") TokenClient client,
            @StoredAs("held") Optional<HeldToken> held,
            @StoredAs("inUserName") boolean inUserName,
            @StoredAs("userName") Optional<String> userName)
            implements Credential {
        /** The same with its token taken for expired, so that the next use fetches another. */
        public OAuth spent() {
            return new OAuth(client, held.map(HeldToken::expired), inUserName, userName);
        }

        /** The same with another token. */
        public OAuth holding(HeldToken fresh) {
            return new OAuth(client, Optional.of(fresh), inUserName, userName);
        }
    }

    /**
     * ThingsBoard device provisioning: the credential is handed out by the server at first contact.
     *
     * @param key provision key of the profile
     * @param secret provision secret of the profile
     * @param overMqtt whether it is asked for over MQTT, as devices without HTTP do
     */
    @StoredAs("Provisioning")
    record Provisioning(
            @StoredAs("key") String key,
            @StoredAs("secret") Secret secret,
            @StoredAs("overMqtt") boolean overMqtt) implements Credential {
        /** Asked for over HTTP. */
        public Provisioning(String key, Secret secret) {
            this(key, secret, false);
        }
    }
}
