package dev.gangway.line.unit;

import dev.gangway.stored.StoredAs;

/** What a unit that passed was proven by; the stored name is that in records, verdict lines and JSON. */
public enum Proven {
    /** By nothing: the recipe asks for no proof, or it did not come to that. */
    @StoredAs("none")
    NONE,
    /** This station connected with the unit's credential, and was let in. */
    @StoredAs("station-connect")
    STATION_CONNECT,
    /** This station connected with the unit's credential and sent a value that the server then had. */
    @StoredAs("station-telemetry")
    STATION_TELEMETRY,
    /** The server saw activity of the device itself, and no telemetry up to then. */
    @StoredAs("device-activity")
    DEVICE_ACTIVITY,
    /** The server got telemetry of the device itself. */
    @StoredAs("device-telemetry")
    DEVICE_TELEMETRY
}
