package dev.gangway.ui.kit;

import dev.gangway.device.Device;

/** Who is tested, or kept connected. */
public sealed interface TestSubject {
    /** What people call it. */
    String name();

    /** A device of this vault. */
    record OfDevice(Device device) implements TestSubject {
        @Override
        public String name() {
            return device.name();
        }
    }

    /** A connection that was typed in and belongs to no device. */
    record AdHoc(String name) implements TestSubject {}
}
