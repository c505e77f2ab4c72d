package dev.gangway.bench.rules;

import dev.gangway.bench.event.TlsDetail.Alert;

/** The alerts that rules tell apart (RFC 8446, section 6), by the number on the wire. */
final class Alerts {
    static final int HANDSHAKE_FAILURE = 40;
    static final int BAD_CERTIFICATE = 42;
    static final int UNSUPPORTED_CERTIFICATE = 43;
    static final int CERTIFICATE_REVOKED = 44;
    static final int CERTIFICATE_EXPIRED = 45;
    static final int CERTIFICATE_UNKNOWN = 46;
    static final int UNKNOWN_CA = 48;
    static final int ACCESS_DENIED = 49;
    static final int DECRYPT_ERROR = 51;
    static final int PROTOCOL_VERSION = 70;
    static final int INSUFFICIENT_SECURITY = 71;
    static final int INAPPROPRIATE_FALLBACK = 86;
    static final int UNRECOGNIZED_NAME = 112;
    static final int NO_APPLICATION_PROTOCOL = 120;

    private Alerts() {}

    /** Name and number, for example {@code unknown_ca (48)}. */
    static String show(MatchedEvent<Alert> alert) {
        return alert.detail().name() + " (" + alert.detail().code() + ")";
    }
}
