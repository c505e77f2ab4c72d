package dev.gangway.server;

/** Whose an attribute is that is put on a server. */
public enum AttributeScope {
    /** The server keeps it to itself. */
    SERVER,
    /** The server tells the device. */
    SHARED
}
