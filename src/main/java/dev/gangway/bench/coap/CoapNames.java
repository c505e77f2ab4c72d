package dev.gangway.bench.coap;

import java.util.Map;

/** Names of the numbers in CoAP (RFC 7252, section 12, and the registries that it began). */
final class CoapNames {
    static final int URI_PATH = 11;

    private static final Map<Integer, String> METHODS =
            Map.of(1, "GET", 2, "POST", 3, "PUT", 4, "DELETE", 5, "FETCH", 6, "PATCH", 7, "iPATCH");

    private static final Map<Integer, String> RESPONSES = Map.ofEntries(
            Map.entry(65, "Created"),
            Map.entry(66, "Deleted"),
            Map.entry(67, "Valid"),
            Map.entry(68, "Changed"),
            Map.entry(69, "Content"),
            Map.entry(95, "Continue"),
            Map.entry(128, "Bad Request"),
            Map.entry(129, "Unauthorized"),
            Map.entry(130, "Bad Option"),
            Map.entry(131, "Forbidden"),
            Map.entry(132, "Not Found"),
            Map.entry(133, "Method Not Allowed"),
            Map.entry(134, "Not Acceptable"),
            Map.entry(136, "Request Entity Incomplete"),
            Map.entry(137, "Conflict"),
            Map.entry(140, "Precondition Failed"),
            Map.entry(141, "Request Entity Too Large"),
            Map.entry(143, "Unsupported Content-Format"),
            Map.entry(157, "Too Many Requests"),
            Map.entry(160, "Internal Server Error"),
            Map.entry(161, "Not Implemented"),
            Map.entry(162, "Bad Gateway"),
            Map.entry(163, "Service Unavailable"),
            Map.entry(164, "Gateway Timeout"),
            Map.entry(165, "Proxying Not Supported"));

    private static final Map<Integer, String> FORMATS = Map.of(
            0,
            "text/plain",
            40,
            "application/link-format",
            41,
            "application/xml",
            42,
            "application/octet-stream",
            50,
            "application/json",
            60,
            "application/cbor");

    private CoapNames() {}

    /** CON, NON, ACK or RST. */
    static String type(int type) {
        return switch (type) {
            case 0 -> "CON";
            case 1 -> "NON";
            case 2 -> "ACK";
            default -> "RST";
        };
    }

    /** {@code POST}, {@code 4.01 Unauthorized}, or {@code empty}. */
    static String code(int code) {
        if (code == 0) {
            return "empty";
        }
        if (METHODS.containsKey(code)) {
            return METHODS.get(code);
        }
        String number = "%d.%02d".formatted(code >> 5, code & 0x1F);
        return RESPONSES.containsKey(code) ? number + " " + RESPONSES.get(code) : number;
    }

    /** A content format. */
    static String format(int format) {
        return FORMATS.getOrDefault(format, String.valueOf(format));
    }

    /** An option. */
    static String option(int number) {
        return switch (number) {
            case 1 -> "If-Match";
            case 3 -> "Uri-Host";
            case 4 -> "ETag";
            case 5 -> "If-None-Match";
            case 6 -> "Observe";
            case 7 -> "Uri-Port";
            case 8 -> "Location-Path";
            case 9 -> "OSCORE";
            case URI_PATH -> "Uri-Path";
            case 12 -> "Content-Format";
            case 14 -> "Max-Age";
            case 15 -> "Uri-Query";
            case 17 -> "Accept";
            case 20 -> "Location-Query";
            case 23 -> "Block2";
            case 27 -> "Block1";
            case 28 -> "Size2";
            case 35 -> "Proxy-Uri";
            case 39 -> "Proxy-Scheme";
            case 60 -> "Size1";
            case 252 -> "Echo";
            case 258 -> "No-Response";
            case 292 -> "Request-Tag";
            default -> "option " + number;
        };
    }

    /** Whether an option's value is text. */
    static boolean isText(int number) {
        return switch (number) {
            case 3, 8, URI_PATH, 15, 20, 35, 39 -> true;
            default -> false;
        };
    }

    /** Whether an option's value is a number. */
    static boolean isNumber(int number) {
        return switch (number) {
            case 6, 7, 12, 14, 17, 28, 60, 258 -> true;
            default -> false;
        };
    }
}
