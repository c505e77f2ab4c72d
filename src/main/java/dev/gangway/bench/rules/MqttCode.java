package dev.gangway.bench.rules;

import static dev.gangway.bench.rules.RemedyTemplate.advice;

import dev.gangway.diagnosis.Action;
import java.util.List;

/** What the server answers to CONNECT. */
public enum MqttCode implements BenchCode {
    /** The server lets everybody in under this name, and checks nothing. */
    PROVISION_IS_NO_LOGIN(
            advice("use-client-id", Action.USE_CLIENT_ID), advice("use-own-credential", Action.EDIT_CREDENTIAL)),
    /** The server got no client certificate. */
    CERTIFICATE_NEVER_ARRIVED(
            advice("always-send", Action.ALWAYS_SEND_CERTIFICATE),
            advice("turn-tls-on", Action.TURN_TLS_ON),
            advice("choose-certificate"),
            advice("tls-pass-through")),
    /** CONNECT carries nothing to sign in with. */
    CREDENTIAL_MISSING(advice("token-as-user-name", Action.EDIT_CREDENTIAL), advice("choose-certificate")),
    /** The token is in the password, and the user name is empty. */
    TOKEN_IN_PASSWORD(advice("switch-token-field", Action.SWITCH_TOKEN_FIELD)),
    /** The token has white space around it. */
    TOKEN_HAS_SPACE(advice("trim-token", Action.EDIT_CREDENTIAL)),
    /** The server does not know this token. */
    TOKEN_UNKNOWN(
            advice("copy-token", Action.EDIT_CREDENTIAL),
            advice("push-credential", Action.PUSH_CREDENTIAL),
            advice("check-right-server"),
            advice("switch-token-field", Action.SWITCH_TOKEN_FIELD)),
    /** MQTT 3.1.1 knows no password without a user name. */
    PASSWORD_WITHOUT_USER(
            advice("add-user-name", Action.EDIT_CREDENTIAL), advice("use-mqtt-version", Action.USE_MQTT_VERSION)),
    /** User name and password are not accepted. */
    LOGIN_REFUSED(
            advice("copy-login", Action.EDIT_CREDENTIAL),
            advice("check-client-id-of-login"),
            advice("push-credential", Action.PUSH_CREDENTIAL),
            advice("check-right-server")),
    /** The server does not accept the answer to its challenge. */
    METHOD_LOGIN_REFUSED(
            advice("copy-login", Action.EDIT_CREDENTIAL),
            advice("other-method", Action.EDIT_CREDENTIAL),
            advice("check-server-log")),
    /** The server lets nobody in without a login. */
    ANONYMOUS_REFUSED(advice("add-login", Action.EDIT_CREDENTIAL), advice("choose-certificate")),
    /** A certificate was sent along, so the token was not looked at. */
    CERTIFICATE_WINS(
            advice("drop-certificate", Action.DROP_CERTIFICATE), advice("push-credential", Action.PUSH_CREDENTIAL)),
    /** The server knows no device with this certificate. */
    CERTIFICATE_UNKNOWN(
            advice("push-credential", Action.PUSH_CREDENTIAL),
            advice("upload-leaf"),
            advice("compare-thingsboard-fingerprint"),
            advice("check-right-server")),
    /** The server makes no device out of this certificate chain. */
    CHAIN_UNKNOWN(
            advice("check-chain-profile"),
            advice("check-common-name"),
            advice("check-create-new"),
            advice("push-credential", Action.PUSH_CREDENTIAL)),
    /** The device sends its certificate without the one that the profile knows. */
    ANCHOR_NOT_SENT(
            advice("send-full-chain", Action.SEND_FULL_CHAIN),
            advice("add-client-intermediate"),
            advice("push-credential", Action.PUSH_CREDENTIAL)),
    /** The certificate has expired, and the server says so only now. */
    CERTIFICATE_EXPIRED(advice("reissue", Action.REISSUE), advice("check-clock")),
    /** The certificate is not valid yet, and the server says so only now. */
    CERTIFICATE_NOT_YET_VALID(advice("check-clock"), advice("wait-until-valid"), advice("reissue", Action.REISSUE)),
    /** The certificate has no common name to make a device name from. */
    COMMON_NAME_MISSING(advice("reissue-with-common-name", Action.REISSUE)),
    /** The token has expired. */
    JWT_EXPIRED(advice("refresh-token", Action.REFRESH_TOKEN), advice("check-clock")),
    /** The token is from the future. */
    JWT_NOT_YET_VALID(advice("check-clock"), advice("refresh-token", Action.REFRESH_TOKEN)),
    /** A claim of the token differs from what CONNECT says. */
    JWT_CLAIM_DIFFERS(advice("use-client-id", Action.USE_CLIENT_ID), advice("align-claims", Action.REFRESH_TOKEN)),
    /** The user name that the token names is not the one sent. */
    JWT_USER_DIFFERS(
            advice("send-user-of-token", Action.EDIT_CREDENTIAL), advice("align-claims", Action.REFRESH_TOKEN)),
    /** The server does not know the key that signed the token, or not its algorithm. */
    JWT_KEY_UNKNOWN(advice("check-signing-key"), advice("check-key-set"), advice("check-server-log")),
    /** The token's signature is good, but its claims are refused. */
    JWT_CLAIMS_REFUSED(
            advice("align-claims", Action.REFRESH_TOKEN),
            advice("refresh-token", Action.REFRESH_TOKEN),
            advice("check-clock")),
    /** The server does not accept the token. */
    JWT_REFUSED(
            advice("switch-token-field", Action.SWITCH_TOKEN_FIELD),
            advice("check-signing-key"),
            advice("check-server-log")),
    /** Something in CONNECT holds a character that nobody sees. */
    CONTROL_CHARACTER(advice("copy-login", Action.EDIT_CREDENTIAL), advice("strip-file")),
    /** The server knows the device, and a policy of its own keeps it from connecting like this. */
    POLICY_REFUSED(
            advice("allow-client-id"), advice("use-client-id", Action.USE_CLIENT_ID), advice("activate-certificate")),
    /** The login is right, and what it may not do is connect like this. */
    NO_PERMISSION(advice("grant-permission"), advice("check-server-log")),
    /** The server knows this user name, and it came without its password. */
    PASSWORD_MISSING(advice("add-password", Action.EDIT_CREDENTIAL)),
    /** A token came as password, and no user name with it. */
    USER_NAME_MISSING(advice("add-user-name", Action.EDIT_CREDENTIAL)),
    /** The user name has not the form that this kind of server wants. */
    USER_NAME_FORM(advice("write-user-name", Action.EDIT_CREDENTIAL)),
    /** The user name names one device, and the client id another. */
    CLIENT_ID_DIFFERS(advice("use-client-id", Action.USE_CLIENT_ID), advice("write-user-name", Action.EDIT_CREDENTIAL)),
    /** The shared access signature has ended. */
    SAS_EXPIRED(advice("make-sas", Action.EDIT_CREDENTIAL), advice("check-clock")),
    /** The password is no shared access signature, or one for something else. */
    SAS_UNUSABLE(advice("make-sas", Action.EDIT_CREDENTIAL)),
    /** Nothing on the server checks logins, so it refuses all of them. */
    NO_AUTHENTICATOR(advice("set-up-login")),
    /** The server does not take a keep-alive as long as this. */
    KEEP_ALIVE_REFUSED(advice("shorter-keep-alive"), advice("raise-keep-alive")),
    /** The server does not speak this version of MQTT. */
    VERSION_REFUSED(advice("use-mqtt-version", Action.USE_MQTT_VERSION)),
    /** The server wants a client id. */
    CLIENT_ID_EMPTY(advice("use-client-id", Action.USE_CLIENT_ID), advice("set-client-id"), advice("clean-start")),
    /** The server does not take this client id. */
    CLIENT_ID_REFUSED(advice("use-client-id", Action.USE_CLIENT_ID), advice("simple-client-id")),
    /** MQTT 3.1 allows 1 to 23 characters in a client id. */
    CLIENT_ID_TOO_LONG(advice("use-mqtt-version", Action.USE_MQTT_VERSION), advice("shorten-client-id")),
    /** The server cannot look at the login right now. */
    UNAVAILABLE(
            advice("check-profile-transport"),
            advice("retry", Action.RETRY),
            advice("check-server-load"),
            advice("check-sparkplug")),
    /** The server takes no more connections from this device for now. */
    RATE_LIMITED(advice("slow-down"), advice("raise-limit"), advice("retry", Action.RETRY)),
    /** A quota is used up. */
    QUOTA_EXCEEDED(advice("raise-limit"), advice("slow-down")),
    /** The server has blocked this client. */
    BANNED(advice("unblock"), advice("wait-out-block")),
    /** The server does not take this way of signing in. */
    BAD_METHOD(advice("other-method", Action.EDIT_CREDENTIAL), advice("plain-login", Action.EDIT_CREDENTIAL)),
    /** The server does not prove that it knows the password. */
    SERVER_NOT_PROVEN(
            advice("check-right-server"), advice("copy-login", Action.EDIT_CREDENTIAL), advice("check-server-log")),
    /** The server's challenge does not build on what we sent. */
    CHALLENGE_NOT_FRESH(advice("check-right-server"), advice("check-server-log")),
    /** The server's challenge would have us compute for ever. */
    CHALLENGE_TOO_COSTLY(advice("lower-iterations"), advice("check-right-server")),
    /** The server's challenge wants so few rounds that who reads the exchange finds the password. */
    CHALLENGE_TOO_WEAK(advice("raise-iterations"), advice("check-right-server")),
    /** The server's challenge cannot be read. */
    CHALLENGE_UNREADABLE(advice("other-method", Action.EDIT_CREDENTIAL), advice("check-server-log")),
    /** The server asks back, and nothing was set up to answer. */
    CHALLENGED(advice("set-method", Action.EDIT_CREDENTIAL)),
    /** The server is busy. */
    BUSY(advice("retry", Action.RETRY), advice("check-server-load")),
    /** The server is shutting down. */
    SHUTTING_DOWN(advice("retry", Action.RETRY), advice("check-server-log")),
    /** The server sends us to another one. */
    MOVED(advice("use-host", Action.USE_HOST), advice("follow-reference")),
    /** CONNECT is larger than the server takes. */
    TOO_LARGE(advice("smaller-token"), advice("raise-packet-limit")),
    /** The server does not take the last will. */
    WILL_REFUSED(advice("change-will")),
    /** The server does not understand our CONNECT. */
    MALFORMED(advice("use-mqtt-version", Action.USE_MQTT_VERSION), advice("plain-connect"), advice("check-server-log")),
    /** The server refuses with a code that fits no known cause. */
    REFUSED(advice("check-server-log"), advice("retry", Action.RETRY)),
    /** The server does not answer CONNECT. */
    NO_CONNACK(advice("retry", Action.RETRY), advice("check-server-load"), advice("check-proxy")),
    /** The answer to CONNECT is not MQTT. */
    UNREADABLE(advice("check-port"), advice("check-service"));

    private final List<RemedyTemplate> advice;

    MqttCode(RemedyTemplate... advice) {
        this.advice = List.of(advice);
    }

    @Override
    public String family() {
        return "mqtt";
    }

    @Override
    public List<RemedyTemplate> remedies() {
        return advice;
    }
}
