package dev.gangway.practice.coap;

/** What can go wrong with CoAP on purpose. */
public enum CoapFault {
    /** Nothing. */
    NONE,
    /** No answer at all. */
    SILENT,
    /** The message is acknowledged, and its response never comes. */
    ACKNOWLEDGED_ONLY,
    /** The message is rejected with a reset. */
    RESET
}
