package dev.gangway.pki.hardware;

import dev.gangway.diagnosis.Code;

/** What can be wrong with PKCS#11 modules, tokens and the keys in them. */
public enum HardwareCode implements Code {
    /** There is no file at the module's path. */
    MODULE_MISSING,
    /** The file is no library that this process can load. */
    MODULE_NOT_LOADABLE,
    /** The library loads, but speaks no PKCS#11. */
    MODULE_NOT_PKCS11,
    /** The module loads and then refuses to work: C_Initialize failed. */
    MODULE_FAILED,
    /** This Java comes without the provider for PKCS#11. */
    JAVA_WITHOUT_PKCS11,
    /** No token of this label is plugged in. */
    TOKEN_MISSING,
    /** Two tokens have the same label. */
    TOKEN_AMBIGUOUS,
    /** The token was never initialised. */
    TOKEN_NOT_INITIALISED,
    /** The token was initialised, but has no PIN for its user. */
    TOKEN_WITHOUT_PIN,
    /** The token is open in this program already. */
    TOKEN_IN_USE,
    /** The token was pulled out, or closed by another program. */
    TOKEN_GONE,
    /** The token cannot be written to. */
    TOKEN_READ_ONLY,
    /** The token has no room left. */
    TOKEN_FULL,
    /** The token answered with an error of its own. */
    TOKEN_FAILED,
    /** The token is not open: its PIN was not given in this session. */
    TOKEN_CLOSED,
    /** The token refused the PIN. */
    PIN_WRONG,
    /** The PIN is longer or shorter than this token's PINs are, or holds other characters. */
    PIN_FORM,
    /** One more wrong PIN would lock the token; nothing was tried. */
    PIN_LAST_TRY,
    /** Too many wrong PINs: the token refuses every PIN. */
    PIN_LOCKED,
    /** The PIN has to be changed before the token can be used. */
    PIN_EXPIRED,
    /** No key of this label. */
    KEY_UNKNOWN,
    /** A key of this label exists. */
    KEY_EXISTS,
    /** The key has no certificate beside it, and Java finds keys by that. */
    KEY_WITHOUT_CERTIFICATE,
    /** The label for a key is empty. */
    KEY_LABEL_EMPTY,
    /** The token cannot make keys of this type. */
    KEY_TYPE,
    /** A certificate that shall be stored beside a key was made for another key. */
    OTHER_KEY;

    @Override
    public String family() {
        return "hardware";
    }
}
