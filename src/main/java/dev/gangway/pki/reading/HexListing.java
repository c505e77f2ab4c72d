package dev.gangway.pki.reading;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Bytes listed for people, with their place at the start of each line: {@code xxd}, {@code hexdump -C}, {@code hexdump},
 * {@code od -t x1}. A listing may be of a private key.
 */
final class HexListing {
    /** A place, and groups of digits; what the bytes are as text follows after two spaces or behind a bar. */
    private static final Pattern LINE =
            Pattern.compile("([0-9A-Fa-f]{6,16})(:?)((?: {1,4}(?:[0-9A-Fa-f]{2}){1,16}+(?![0-9A-Za-z])){0,32})(.*)");

    private static final String SAME_AGAIN = "*";

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private byte[] last = new byte[0];
    private boolean again;
    private boolean filled;

    private HexListing() {}

    /** The bytes; empty where the text is no such listing, or lines of it are missing. */
    static Optional<byte[]> read(String text) {
        HexListing listing = new HexListing();
        boolean whole =
                text.lines().map(String::strip).filter(line -> !line.isEmpty()).allMatch(listing::add);
        if (!whole || listing.bytes.size() == 0) {
            return Optional.empty();
        }
        byte[] read = listing.bytes.toByteArray();
        return Optional.of(listing.filled ? Arrays.copyOf(read, read.length - 1) : read);
    }

    private boolean add(String line) {
        if (line.equals(SAME_AGAIN)) {
            again = true;
            return last.length > 0;
        }
        Matcher matcher = LINE.matcher(line);
        if (!matcher.matches() || filled) {
            return false;
        }
        if (matcher.group(3).isEmpty() && Long.parseUnsignedLong(matcher.group(1), 16) == bytes.size() - 1) {
            filled = true; // the last number of two bytes has one too many, and this place is the end
            return true;
        }
        if (!isAt(matcher.group(1))) {
            return false;
        }
        boolean colon = !matcher.group(2).isEmpty();
        String digits = colon ? untilTwoSpaces(matcher.group(3)) : matcher.group(3);
        last = bytes(digits, !colon && !line.contains("|"));
        bytes.writeBytes(last);
        return true;
    }

    /** Whether a line stands at this place; repeats the line before where the listing has left out equal ones. */
    private boolean isAt(String place) {
        long hexadecimal = Long.parseUnsignedLong(place, 16);
        while (again && bytes.size() < hexadecimal) {
            bytes.writeBytes(last);
            if (bytes.size() > 1 << 20) {
                return false;
            }
        }
        again = false;
        return bytes.size() == hexadecimal || place.matches("[0-7]+") && bytes.size() == Long.parseLong(place, 8); // od
    }

    private static String untilTwoSpaces(String groups) {
        int end = groups.stripLeading().indexOf("  ");
        return end < 0 ? groups : groups.stripLeading().substring(0, end);
    }

    /** Groups of four digits are numbers of two bytes, the lower one first, where the tool does not say otherwise. */
    private static byte[] bytes(String groups, boolean numbers) {
        byte[] bytes = HexFormat.of().parseHex(groups.replace(" ", ""));
        if (numbers && groups.strip().matches("[0-9A-Fa-f]{4}( +[0-9A-Fa-f]{4})*")) {
            for (int i = 0; i + 1 < bytes.length; i += 2) {
                byte first = bytes[i];
                bytes[i] = bytes[i + 1];
                bytes[i + 1] = first;
            }
        }
        return bytes;
    }
}
