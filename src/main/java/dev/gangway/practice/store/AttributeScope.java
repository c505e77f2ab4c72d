package dev.gangway.practice.store;

/** Who sets an attribute of a device. */
public enum AttributeScope {
    /** The device. */
    CLIENT_SCOPE,
    /** The server, for itself. */
    SERVER_SCOPE,
    /** The server, for the device to see. */
    SHARED_SCOPE
}
