package dev.gangway.bench.tls.decode;

import dev.gangway.bench.event.Field;
import java.util.EnumMap;
import java.util.Map;

/** Where the parts of a certificate are in its DER (RFC 5280, section 4.1), for marking them in the raw bytes. */
final class DerPlaces {
    /** The parts of a TBSCertificate, in order. */
    enum Part {
        SERIAL,
        SIGNATURE,
        ISSUER,
        VALIDITY,
        SUBJECT,
        KEY
    }

    private static final int EXPLICIT_VERSION = 0xA0;

    private final Map<Part, int[]> places = new EnumMap<>(Part.class);

    private DerPlaces() {}

    /** Finds the parts; {@code offset} is where the DER begins in the message. Finds none in bytes that are not DER. */
    static DerPlaces of(byte[] der, int offset) {
        DerPlaces result = new DerPlaces();
        int at = contentOf(der, contentOf(der, 0));
        if (at >= 0 && at < der.length && (der[at] & 0xFF) == EXPLICIT_VERSION) {
            at = endOf(der, at);
        }
        for (Part part : Part.values()) {
            int end = endOf(der, at);
            if (end < 0) {
                break;
            }
            result.places.put(part, new int[] {offset + at, end - at});
            at = end;
        }
        return result;
    }

    /** A field at the part's place. */
    Field field(Part part, String name, String value) {
        int[] place = places.get(part);
        return place == null ? Field.of(name, value) : Field.at(place[0], place[1], name, value);
    }

    /** Number of bytes of tag and length; -1 where there is no element here. */
    private static int headerAt(byte[] der, int at) {
        if (at < 0 || at + 2 > der.length) {
            return -1;
        }
        int length = der[at + 1] & 0xFF;
        int more = length < 0x80 ? 0 : length & 0x7F;
        return more > 3 || at + 2 + more > der.length ? -1 : 2 + more;
    }

    private static int contentOf(byte[] der, int at) {
        int header = headerAt(der, at);
        return header < 0 ? -1 : at + header;
    }

    private static int endOf(byte[] der, int at) {
        int header = headerAt(der, at);
        if (header < 0) {
            return -1;
        }
        int length = der[at + 1] & 0xFF;
        if (header > 2) {
            length = 0;
            for (int i = 2; i < header; i++) {
                length = length << 8 | der[at + i] & 0xFF;
            }
        }
        int end = at + header + length;
        return end > der.length ? -1 : end;
    }
}
