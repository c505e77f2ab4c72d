package dev.gangway.vault.mapping;

/** First bytes of CBOR items (RFC 8949, section 3): the major type in the upper three bits. */
final class Cbor {
    static final int UNSIGNED = 0x00;
    static final int NEGATIVE = 0x20;
    static final int BYTES = 0x40;
    static final int TEXT = 0x60;
    static final int ARRAY = 0x80;
    static final int MAP = 0xA0;
    static final int TAG = 0xC0;

    static final int ONE_BYTE = 24;
    static final int TWO_BYTES = 25;
    static final int FOUR_BYTES = 26;
    static final int EIGHT_BYTES = 27;

    /** In place of a length: pieces or items follow until {@link #END}. */
    static final int ENDLESS = 31;

    static final int END = 0xFF;

    static final int FALSE = 0xF4;
    static final int TRUE = 0xF5;
    static final int NULL = 0xF6;
    static final int DOUBLE = 0xFB;

    private Cbor() {}
}
