package dev.gangway.practice.mqtt;

/** What can go wrong with telemetry on purpose. */
public enum PublishFault {
    /** Nothing. */
    NONE,
    /** It is stored, but never acknowledged. */
    NO_ACKNOWLEDGEMENT,
    /** It is acknowledged, but never stored. */
    NOT_STORED
}
