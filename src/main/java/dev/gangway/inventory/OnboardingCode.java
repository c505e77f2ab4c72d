package dev.gangway.inventory;

import dev.gangway.diagnosis.Code;
import dev.gangway.diagnosis.Diagnosis;
import dev.gangway.pki.PkiCode;
import java.util.Set;

/** What can be wrong with a device, its credential or its way onto a server, before the server itself is asked. */
public enum OnboardingCode implements Code {
    /** The name is empty or blank. */
    NAME_EMPTY,
    /** The name is longer than the server's 255 characters. */
    NAME_TOO_LONG,
    /** The server keeps spaces around a name, which makes a different device. */
    NAME_HAS_OUTER_SPACES,
    /** The name holds a line break, a tab or another control character. */
    NAME_HAS_CONTROL_CHARACTERS,
    /** The server refuses names that look like HTML. */
    NAME_HAS_MARKUP,
    /** A warning: {@code %} and {@code _} match anything in the server's search. */
    NAME_HAS_WILDCARDS,
    /** A warning: the server's messages show such characters as question marks. */
    NAME_BEYOND_LATIN,
    /** A device of this name is in the vault already. */
    NAME_IN_VAULT,
    /** The server has a device of this name that is not ours. */
    NAME_ON_SERVER,
    /** The server has no device of this name. */
    NOT_ON_SERVER,
    /** An access token has 1 to 32 characters. */
    TOKEN_LENGTH,
    /** An access token with spaces or control characters cannot be typed reliably. */
    TOKEN_HAS_SPACES,
    /** {@code provision} as token opens a provisioning session instead of signing in. */
    TOKEN_RESERVED,
    /** MQTT basic needs a client id or a user name. */
    BASIC_EMPTY,
    /** No server was chosen for a new device. */
    SERVER_MISSING,
    /** No certificate and key were brought for a new device that shall have them. */
    CREDENTIAL_MISSING,
    /** There is no key yet to sign a token with. */
    KEY_MISSING,
    /** No authority of the vault was chosen to issue a certificate. */
    AUTHORITY_MISSING,
    /** MQTT basic: a password needs a user name. */
    BASIC_PASSWORD_ALONE,
    /** The server entry is not in the vault. */
    SERVER_UNKNOWN,
    /** The server entry cannot be removed while devices use it. */
    SERVER_IN_USE,
    /** The entry is a plain broker: nothing to sign in to. */
    SERVER_IS_BROKER,
    /** The server gives out no MQTT authority. */
    SERVER_HAS_NO_AUTHORITY,
    /** ThingsBoard's device API takes a certificate over CoAP with DTLS alone. */
    CERTIFICATE_NOT_OVER_API,
    /** ThingsBoard's device API takes access tokens alone. */
    LOGIN_NOT_OVER_API,
    /** The entry names no listener of the kind that the test needs. */
    NO_LISTENER,
    /** The device is assigned to no server. */
    DEVICE_HAS_NO_SERVER,
    /** The private key is on the device, so only the device can sign in. */
    KEY_ON_DEVICE,
    /** The device makes its key itself, and nobody asks it for it here. */
    DEVICE_NOT_ASKED,
    /** A certificate is shown in TLS only. */
    CERTIFICATE_NEEDS_TLS,
    /** The device signs in without a certificate. */
    NO_CERTIFICATE,
    /** The device has no credential yet. */
    NO_CREDENTIAL,
    /** The server stores another credential than the one sent. */
    STORED_DIFFERS,
    /** The certificate of a chain profile is no authority's. */
    PROFILE_AUTHORITY_IS_NONE,
    /** The name expression of a chain profile is no regular expression. */
    PROFILE_EXPRESSION_INVALID,
    /** The name expression has no group, so it yields no name. */
    PROFILE_EXPRESSION_WITHOUT_GROUP,
    /** Key or secret of a provisioning profile is empty. */
    PROFILE_KEY_EMPTY,
    /** No profile of the server knows an authority of the chain by which a device wants to register itself. */
    CHAIN_NOT_ANCHORED,
    /** The profile's expression makes no name of the certificate's common name. */
    CHAIN_NAME_REFUSED,
    /** The profile's expression makes another device's name of the common name. */
    CHAIN_OTHER_NAME,
    /** The chain belongs to another profile than the one asked for. */
    CHAIN_OTHER_PROFILE,
    /** The profile makes no devices, and the server has none of this name. */
    CHAIN_MAKES_NO_DEVICE,
    /** An authority was renewed here, and a profile on a server still has its old certificate. */
    PROFILE_BEHIND,
    /** Another profile of the server has this authority already. */
    PROFILE_AUTHORITY_TAKEN,
    /** The address of an authorization server is none. */
    TOKEN_ADDRESS_INVALID,
    /** Something is missing that a client of an authorization server needs. */
    TOKEN_CLIENT_INCOMPLETE,
    /** The token has ended, and only a person can get the next one. */
    LOGIN_NEEDED,
    /** A person stopped it. */
    CANCELLED;

    private static final Set<String> THIS_DEVICE = Set.of(
            NAME_ON_SERVER.id(),
            CHAIN_NOT_ANCHORED.id(),
            CHAIN_NAME_REFUSED.id(),
            CHAIN_OTHER_NAME.id(),
            CHAIN_OTHER_PROFILE.id(),
            CHAIN_MAKES_NO_DEVICE.id(),
            PkiCode.CERTIFICATE_EXPIRED.id(),
            PkiCode.CERTIFICATE_NOT_YET_VALID.id());

    /** Whether this very device or credential cannot be brought onto its server, so that the same never works. */
    public static boolean refusesDevice(Diagnosis failure) {
        return THIS_DEVICE.contains(failure.code());
    }

    @Override
    public String family() {
        return "onboarding";
    }
}
