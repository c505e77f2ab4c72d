package dev.gangway.pki.pkcs11;

import dev.gangway.pki.hardware.TokenInfo;
import dev.gangway.pki.hardware.TokenInfo.State;
import dev.gangway.pki.hardware.TokenInfo.Tries;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.charset.StandardCharsets;

/** CK_TOKEN_INFO: fixed fields of UTF-8 padded with spaces, then flags. */
final class TokenFields {
    private static final int LABEL = 0;
    private static final int MANUFACTURER = 32;
    private static final int MODEL = 64;
    private static final int SERIAL = 80;
    private static final int FLAGS = 96;

    private static final long USER_PIN_INITIALIZED = 0x8;
    private static final long TOKEN_INITIALIZED = 0x400;
    private static final long USER_PIN_COUNT_LOW = 0x10000;
    private static final long USER_PIN_FINAL_TRY = 0x20000;
    private static final long USER_PIN_LOCKED = 0x40000;

    private TokenFields() {}

    static TokenInfo read(MemorySegment info, long slot) {
        long flags = Native.ulongAt(info, FLAGS);
        return new TokenInfo(
                text(info, LABEL, MANUFACTURER),
                text(info, MANUFACTURER, MODEL),
                text(info, MODEL, SERIAL),
                text(info, SERIAL, FLAGS),
                slot,
                state(flags),
                tries(flags));
    }

    static State state(long flags) {
        if ((flags & TOKEN_INITIALIZED) == 0) {
            return State.NOT_INITIALISED;
        }
        return (flags & USER_PIN_INITIALIZED) == 0 ? State.WITHOUT_PIN : State.READY;
    }

    static Tries tries(long flags) {
        if ((flags & USER_PIN_LOCKED) != 0) {
            return Tries.NONE;
        }
        if ((flags & USER_PIN_FINAL_TRY) != 0) {
            return Tries.LAST;
        }
        return (flags & USER_PIN_COUNT_LOW) == 0 ? Tries.ALL : Tries.FEWER;
    }

    private static String text(MemorySegment info, int from, int to) {
        byte[] bytes = info.asSlice(from, to - from).toArray(ValueLayout.JAVA_BYTE);
        return new String(bytes, StandardCharsets.UTF_8).strip();
    }
}
