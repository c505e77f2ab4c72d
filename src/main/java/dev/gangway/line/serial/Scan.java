package dev.gangway.line.serial;

import java.util.Optional;

/**
 * What a scanner delivered, taken apart.
 *
 * @param raw as it came, without the line's end and after its keyboard layout was corrected
 * @param kind how the serial number was written
 * @param serial the serial number
 * @param gs1 the whole element string, where it was one
 */
public record Scan(String raw, Kind kind, SerialNumber serial, Optional<Gs1> gs1) {
    /** How a serial number was written in a code. */
    public enum Kind {
        /** As it is. */
        PLAIN,
        /** In a GS1 element string. */
        GS1,
        /** In a GS1 Digital Link. */
        DIGITAL_LINK
    }
}
