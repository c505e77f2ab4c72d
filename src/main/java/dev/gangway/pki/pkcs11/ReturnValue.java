package dev.gangway.pki.pkcs11;

import dev.gangway.pki.hardware.HardwareCode;
import java.util.Locale;

/** What PKCS#11 functions return (CK_RV), as far as it makes a difference here. */
enum ReturnValue {
    OK(0x0, HardwareCode.TOKEN_FAILED),
    SLOT_ID_INVALID(0x3, HardwareCode.TOKEN_GONE),
    DEVICE_ERROR(0x30, HardwareCode.TOKEN_FAILED),
    DEVICE_MEMORY(0x31, HardwareCode.TOKEN_FULL),
    DEVICE_REMOVED(0x32, HardwareCode.TOKEN_GONE),
    MECHANISM_INVALID(0x70, HardwareCode.KEY_TYPE),
    PIN_INCORRECT(0xa0, HardwareCode.PIN_WRONG),
    PIN_INVALID(0xa1, HardwareCode.PIN_FORM),
    PIN_LEN_RANGE(0xa2, HardwareCode.PIN_FORM),
    PIN_EXPIRED(0xa3, HardwareCode.PIN_EXPIRED),
    PIN_LOCKED(0xa4, HardwareCode.PIN_LOCKED),
    SESSION_CLOSED(0xb0, HardwareCode.TOKEN_GONE),
    SESSION_HANDLE_INVALID(0xb3, HardwareCode.TOKEN_GONE),
    TOKEN_NOT_PRESENT(0xe0, HardwareCode.TOKEN_GONE),
    TOKEN_NOT_RECOGNIZED(0xe1, HardwareCode.TOKEN_NOT_INITIALISED),
    TOKEN_WRITE_PROTECTED(0xe2, HardwareCode.TOKEN_READ_ONLY),
    USER_ALREADY_LOGGED_IN(0x100, HardwareCode.TOKEN_IN_USE),
    USER_NOT_LOGGED_IN(0x101, HardwareCode.TOKEN_GONE),
    USER_PIN_NOT_INITIALIZED(0x102, HardwareCode.TOKEN_WITHOUT_PIN),
    CRYPTOKI_ALREADY_INITIALIZED(0x191, HardwareCode.MODULE_FAILED);

    private final long number;
    private final HardwareCode code;

    ReturnValue(long number, HardwareCode code) {
        this.number = number;
        this.code = code;
    }

    boolean is(long returned) {
        return number == returned;
    }

    /** The code of a failure; {@link HardwareCode#TOKEN_FAILED} for what is not in this list. */
    static HardwareCode codeOf(long returned) {
        for (ReturnValue known : values()) {
            if (known.is(returned)) {
                return known.code;
            }
        }
        return HardwareCode.TOKEN_FAILED;
    }

    /** As the specification writes it; the number where it is not in this list. */
    static String nameOf(long returned) {
        for (ReturnValue known : values()) {
            if (known.is(returned)) {
                return "CKR_" + known.name();
            }
        }
        return String.format(Locale.ROOT, "0x%08x", returned);
    }
}
