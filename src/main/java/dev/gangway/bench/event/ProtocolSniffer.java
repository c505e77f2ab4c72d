package dev.gangway.bench.event;

import dev.gangway.bench.event.NetDetail.Foreign;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Guesses what bytes are that are not of the protocol expected. */
public final class ProtocolSniffer {
    private ProtocolSniffer() {}

    /** A message of these bytes, with the guess. */
    public static Message message(byte[] first) {
        Foreign guess = guess(first);
        String words = switch (guess) {
            case TLS -> "looks like TLS";
            case HTTP -> "looks like HTTP: " + firstLine(first);
            case MQTT -> "looks like MQTT";
            case TEXT -> firstLine(first);
            case UNKNOWN -> "unknown protocol";
        };
        return Message.of(
                "Unexpected bytes",
                words,
                new NetDetail.ForeignBytes(first, guess),
                List.of(Field.at(0, first.length, "bytes", FieldReader.hex(first))),
                first);
    }

    /** The guess. */
    public static Foreign guess(byte[] first) {
        if (first.length >= 3 && first[0] >= 20 && first[0] <= 24 && first[1] == 3 && first[2] <= 4) {
            return Foreign.TLS;
        }
        String text = new String(first, StandardCharsets.ISO_8859_1);
        String start = text.stripLeading();
        if (start.startsWith("HTTP/") || start.startsWith("<")) {
            return Foreign.HTTP;
        }
        if (first.length >= 2 && (first[0] == 0x20 || (first[0] & 0xFF) == 0xE0 || (first[0] & 0xFF) == 0xF0)) {
            return Foreign.MQTT;
        }
        boolean readable = first.length > 0
                && text.chars().allMatch(c -> c >= 0x20 && c < 0x7F || c == '\r' || c == '\n' || c == '\t');
        return readable ? Foreign.TEXT : Foreign.UNKNOWN;
    }

    private static String firstLine(byte[] first) {
        return new String(first, StandardCharsets.ISO_8859_1)
                .lines()
                .findFirst()
                .orElse("");
    }
}
