package dev.gangway.bench.rules;

/** The codes of CONNACK of all versions, brought to one list of meanings. */
public enum ConnackCode {
    VERSION,
    CLIENT_ID,
    BAD_LOGIN,
    NOT_AUTHORIZED,
    UNAVAILABLE,
    BUSY,
    SHUTTING_DOWN,
    BANNED,
    BAD_METHOD,
    WILL,
    TOO_LARGE,
    QUOTA,
    RATE,
    MOVED,
    MALFORMED,
    OTHER;

    /**
     * The meaning of a code. A server that knows only 3.1.1 answers an MQTT 5 client with one of the old codes, 1 to 5;
     * the new ones begin at 0x80, so the number alone is enough.
     */
    public static ConnackCode of(int code) {
        return switch (code) {
            case 1, 0x84 -> VERSION;
            case 2, 0x85 -> CLIENT_ID;
            case 3, 0x88 -> UNAVAILABLE;
            case 4, 0x86 -> BAD_LOGIN;
            case 5, 0x87 -> NOT_AUTHORIZED;
            case 0x81, 0x82, 0x83 -> MALFORMED;
            case 0x89 -> BUSY;
            case 0x8A -> BANNED;
            case 0x8B -> SHUTTING_DOWN;
            case 0x8C -> BAD_METHOD;
            case 0x90, 0x99, 0x9A, 0x9B -> WILL;
            case 0x95 -> TOO_LARGE;
            case 0x97 -> QUOTA;
            case 0x9C, 0x9D -> MOVED;
            case 0x9F -> RATE;
            default -> OTHER;
        };
    }

    /** Whether it speaks of who may come in. */
    public boolean isAboutLogin() {
        return this == CLIENT_ID || this == BAD_LOGIN || this == NOT_AUTHORIZED;
    }

    /** As people write it: a number before MQTT 5, hexadecimal since. */
    public static String show(int code) {
        return code < 0x80 ? Integer.toString(code) : "0x%02X (%d)".formatted(code, code);
    }
}
