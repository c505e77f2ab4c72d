package dev.gangway.line.record;

import java.util.List;
import java.util.Locale;

/**
 * Units that have in common what each should have alone.
 *
 * @param serials of the units, in the order of the file; of many the first hundred
 * @param units how many there are
 */
public record LotFinding(Kind kind, List<String> serials, int units) {
    /** What they have in common. */
    public enum Kind {
        /** One serial number, begun more than once without being a retest. */
        DOUBLE_SERIAL,
        /** One key on several units. */
        DOUBLE_KEY,
        /** Different keys of one RSA modulus: who has one private key has the other. */
        SAME_MODULUS,
        /** RSA moduli with a prime in common: anybody can compute both private keys. */
        SHARED_FACTOR;

        /** Stable, for JSON. */
        public String text() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }
}
