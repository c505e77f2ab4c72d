package dev.gangway.bench.mqtt;

/** Names of reason codes (MQTT 5, section 2.4) and of the return codes before (MQTT 3.1.1, section 3.2.2.3). */
final class ReasonCodes {
    private ReasonCodes() {}

    /** A reason code of MQTT 5, with its number. */
    static String words(int code) {
        return code == 0 ? "success (0x00)" : "%s (0x%02X)".formatted(name(code), code);
    }

    /** The same in DISCONNECT, where 0 and 4 have names of their own. */
    static String disconnect(int code) {
        return code == 0 ? "normal disconnection (0x00)" : words(code);
    }

    /** The same in SUBACK, where small numbers grant a QoS. */
    static String subscription(int code) {
        return code <= 2 ? "granted QoS " + code : words(code);
    }

    /** A CONNACK return code before MQTT 5. */
    static String returnCode(int code) {
        String name = switch (code) {
            case 0 -> "accepted";
            case 1 -> "unacceptable protocol version";
            case 2 -> "identifier rejected";
            case 3 -> "server unavailable";
            case 4 -> "bad user name or password";
            case 5 -> "not authorized";
            default -> "reserved";
        };
        return name + " (" + code + ")";
    }

    private static String name(int code) {
        return switch (code) {
            case 0x04 -> "disconnect with will message";
            case 0x10 -> "no matching subscribers";
            case 0x11 -> "no subscription existed";
            case 0x18 -> "continue authentication";
            case 0x19 -> "re-authenticate";
            case 0x80 -> "unspecified error";
            case 0x81 -> "malformed packet";
            case 0x82 -> "protocol error";
            case 0x83 -> "implementation specific error";
            case 0x84 -> "unsupported protocol version";
            case 0x85 -> "client identifier not valid";
            case 0x86 -> "bad user name or password";
            case 0x87 -> "not authorized";
            case 0x88 -> "server unavailable";
            case 0x89 -> "server busy";
            case 0x8A -> "banned";
            case 0x8B -> "server shutting down";
            case 0x8C -> "bad authentication method";
            case 0x8D -> "keep alive timeout";
            case 0x8E -> "session taken over";
            case 0x8F -> "topic filter invalid";
            case 0x90 -> "topic name invalid";
            case 0x91 -> "packet identifier in use";
            case 0x92 -> "packet identifier not found";
            case 0x93 -> "receive maximum exceeded";
            case 0x94 -> "topic alias invalid";
            case 0x95 -> "packet too large";
            case 0x96 -> "message rate too high";
            case 0x97 -> "quota exceeded";
            case 0x98 -> "administrative action";
            case 0x99 -> "payload format invalid";
            case 0x9A -> "retain not supported";
            case 0x9B -> "QoS not supported";
            case 0x9C -> "use another server";
            case 0x9D -> "server moved";
            case 0x9E -> "shared subscriptions not supported";
            case 0x9F -> "connection rate exceeded";
            case 0xA0 -> "maximum connect time";
            case 0xA1 -> "subscription identifiers not supported";
            case 0xA2 -> "wildcard subscriptions not supported";
            default -> "unknown";
        };
    }
}
