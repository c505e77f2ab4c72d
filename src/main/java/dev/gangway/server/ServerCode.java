package dev.gangway.server;

import dev.gangway.diagnosis.Code;
import dev.gangway.diagnosis.Diagnosis;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/** What can go wrong between us and the REST interface of a server. */
public enum ServerCode implements Code {
    /** The name of the host cannot be resolved. */
    HOST_UNKNOWN,
    /** Nothing listens there. */
    REFUSED,
    /** No way to the host. */
    UNREACHABLE,
    /** No answer in time. */
    TIMEOUT,
    /** What answers, or hangs up, is at a port of MQTT. */
    MQTT_PORT,
    /** The connection broke while we waited. */
    CONNECTION_LOST,
    /** A person stopped it. */
    CANCELLED,
    /** The other side does not speak TLS. */
    NOT_TLS,
    /** The other side wants TLS. */
    WANTS_TLS,
    /** Its certificate ends at no authority that we trust. */
    TLS_UNTRUSTED,
    /** Its certificate is for another host. */
    TLS_HOST_MISMATCH,
    /** Its certificate is expired or not valid yet. */
    TLS_NOT_VALID_NOW,
    /** The server itself brings the proof that its certificate is revoked. */
    TLS_REVOKED,
    /** Any other failure of the handshake. */
    TLS_FAILED,
    /** A trust anchor of the entry cannot be read. */
    ANCHOR_UNREADABLE,
    /** The answer is a web page. */
    ANSWERED_HTML,
    /** The answer is not what this call returns. */
    ANSWER_NOT_UNDERSTOOD,
    /** The answer is larger than any this call returns. */
    ANSWER_TOO_LARGE,
    /** A list of the server does not come to an end. */
    LIST_ENDLESS,
    /** The address leads elsewhere. */
    REDIRECTED,
    /** User or password is wrong. */
    WRONG_PASSWORD,
    /** The server knows no such API key, or it was deleted. */
    API_KEY_WRONG,
    /** The API key has expired. */
    API_KEY_EXPIRED,
    /** The account is not activated, or locked. */
    ACCOUNT_INACTIVE,
    /** The password has expired. */
    PASSWORD_EXPIRED,
    /** The account wants a second factor. */
    SECOND_FACTOR_NEEDED,
    /** The session has ended, and signing in again did not help. */
    SESSION_EXPIRED,
    /** The account may not do this. */
    FORBIDDEN,
    /** The server has no such thing, or not any more. */
    NOT_FOUND,
    /** The server has a device or profile of this name. */
    NAME_EXISTS,
    /** The server refuses this name. */
    NAME_INVALID,
    /** Another device on the server has this token, certificate or login. */
    CREDENTIAL_TAKEN,
    /** The server refuses this credential. */
    CREDENTIAL_INVALID,
    /** The server cannot hold credentials of this type. */
    CREDENTIAL_UNSUPPORTED,
    /** The server refuses these settings of a device profile. */
    PROFILE_INVALID,
    /** The server stored other settings of the device profile than those sent. */
    PROFILE_NOT_STORED,
    /** The server has no customer of this title. */
    CUSTOMER_UNKNOWN,
    /** The device is assigned to nobody. */
    CUSTOMER_NONE,
    /** The server assigned the device to somebody else than was asked for. */
    CUSTOMER_NOT_STORED,
    /** A key of an attribute is empty, too long, or holds what no key can. */
    ATTRIBUTE_KEY_INVALID,
    /** The server stored another value of an attribute than the one sent. */
    ATTRIBUTE_NOT_STORED,
    /** The server did not store that a device is a gateway, or is none. */
    GATEWAY_NOT_STORED,
    /** The server knows no device profile with this provision key and secret. */
    PROVISION_KEY_UNKNOWN,
    /** The server refuses to provision this device, and does not say why. */
    PROVISION_REFUSED,
    /** Any other refusal of what we sent; the server's words are in the evidence. */
    REQUEST_REFUSED,
    /** Somebody changed it at the same time. */
    VERSION_CONFLICT,
    /** The tenant may have no more devices. */
    LIMIT_REACHED,
    /** Too many requests. */
    RATE_LIMITED,
    /** The server failed. */
    SERVER_ERROR,
    /** A gateway in front of the server says that it is down. */
    SERVER_DOWN,
    /** A host field holds a scheme. */
    HOST_HAS_SCHEME,
    /** A host field holds a path. */
    HOST_HAS_PATH,
    /** A host field holds spaces. */
    HOST_HAS_SPACES,
    /** A host field holds a user name. */
    HOST_HAS_USER,
    /** A host field is empty. */
    HOST_EMPTY,
    /** A host field holds what no host name can. */
    HOST_INVALID,
    /** A port is not a number from 1 to 65535. */
    PORT_INVALID,
    /** The address of the REST interface has no scheme, or one other than http and https. */
    URL_INVALID;

    private static final Set<String> IN_DOUBT = Set.of(
            TIMEOUT.id(),
            CONNECTION_LOST.id(),
            CANCELLED.id(),
            ANSWERED_HTML.id(),
            ANSWER_NOT_UNDERSTOOD.id(),
            ANSWER_TOO_LARGE.id(),
            SERVER_ERROR.id(),
            SERVER_DOWN.id());

    private static final Set<String> NO_ANSWER = Set.of(
            HOST_UNKNOWN.id(),
            REFUSED.id(),
            UNREACHABLE.id(),
            TIMEOUT.id(),
            CONNECTION_LOST.id(),
            SERVER_DOWN.id(),
            RATE_LIMITED.id());

    private static final Set<String> THIS_DEVICE = Set.of(
            NAME_EXISTS.id(),
            NAME_INVALID.id(),
            CREDENTIAL_TAKEN.id(),
            CREDENTIAL_INVALID.id(),
            CREDENTIAL_UNSUPPORTED.id(),
            CUSTOMER_UNKNOWN.id(),
            ATTRIBUTE_KEY_INVALID.id(),
            PROVISION_KEY_UNKNOWN.id(),
            PROVISION_REFUSED.id());

    /** Name of the value of a diagnosis that says how many seconds the server wants to be left alone. */
    public static final String RETRY_AFTER = "retryAfterSeconds";

    /** How long the server wants to be left alone, where it said so. */
    public static Optional<Duration> retryAfter(Diagnosis why) {
        return Optional.ofNullable(why.args().get(RETRY_AFTER)).map(text -> Duration.ofSeconds(Long.parseLong(text)));
    }

    @Override
    public String family() {
        return "server";
    }

    /** Whether the server may have done what it was asked for although we were told of a failure. */
    public static boolean leavesDoubt(Diagnosis failure) {
        return IN_DOUBT.contains(failure.code());
    }

    /** Whether the server could not be reached, or has had too many requests, so that the same may work later. */
    public static boolean isOutOfReach(Diagnosis failure) {
        return NO_ANSWER.contains(failure.code());
    }

    /** Whether the server refused this very device or credential, so that the same never works. */
    public static boolean refusesDevice(Diagnosis failure) {
        return THIS_DEVICE.contains(failure.code());
    }
}
