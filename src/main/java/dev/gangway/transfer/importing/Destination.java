package dev.gangway.transfer.importing;

import java.util.UUID;

/** Where something imported goes. */
public sealed interface Destination {
    /** The kinds of place, for a choice. */
    enum Kind {
        /** A device that is made for it. */
        NEW_DEVICE,
        /** A device of the vault, in place of its credential. */
        DEVICE,
        /** An authority that can sign here. */
        AUTHORITY,
        /** A certificate of no device. */
        CERTIFICATE,
        /** Nowhere. */
        LEAVE_OUT
    }

    /** What it is. */
    default Kind kind() {
        return switch (this) {
            case NewDevice device -> Kind.NEW_DEVICE;
            case ExistingDevice device -> Kind.DEVICE;
            case NewAuthority authority -> Kind.AUTHORITY;
            case Certificate certificate -> Kind.CERTIFICATE;
            case LeaveOut nowhere -> Kind.LEAVE_OUT;
        };
    }

    /**
     * A device that is made for it; nothing is sent.
     *
     * @param name of the device
     * @param profile name of its profile on the server
     */
    record NewDevice(String name, String profile) implements Destination {}

    /**
     * A device of the vault, in place of the credential that it has.
     *
     * @param id of the device
     * @param name of the device, for people
     */
    record ExistingDevice(UUID id, String name) implements Destination {}

    /**
     * An authority that can sign here.
     *
     * @param name for people
     */
    record NewAuthority(String name) implements Destination {}

    /**
     * A certificate of no device, with its key where there is one.
     *
     * @param name for people
     */
    record Certificate(String name) implements Destination {}

    /** Nowhere. */
    record LeaveOut() implements Destination {}
}
