package dev.gangway.bench.causes;

/** How far the further connection of an {@link Experiment} got; each is more than the one before. */
public enum Reached {
    /** No TCP connection came about. */
    NOT_CONNECTED,
    /** The server hung up without an answer. */
    HUNG_UP,
    /** The server stayed silent until the time was up. */
    SILENT,
    /** Something answered that does not speak the protocol. */
    FOREIGN,
    /** TLS ended with an alert, of the server's or ours. */
    TLS_REFUSED,
    /** TLS stands on our side, and CONNECT was not answered: the server hung up, or was silent. */
    TLS_STANDS,
    /** TLS stands, or the server answered in its protocol; more was not asked for. */
    ANSWERED,
    /** The server refused in its protocol: CONNACK, DISCONNECT or a status. */
    REFUSED,
    /** The server accepted the device; a message, where one was to be sent, got no answer. */
    ACCEPTED,
    /** The server accepted the device and refused the message: PUBACK, PUBREC or DISCONNECT. */
    MESSAGE_REFUSED,
    /** The server accepted the device, and went on after the message, or after its silence. */
    WENT_ON
}
