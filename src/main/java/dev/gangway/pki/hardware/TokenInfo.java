package dev.gangway.pki.hardware;

/**
 * What a token says of itself, without its PIN.
 *
 * @param label name that it was given when it was initialised; blank before that
 * @param manufacturer who made it
 * @param model as its maker names it
 * @param serial number of this piece
 * @param slot number under which the module has it; may change when it is plugged in again
 * @param state whether it can be opened
 * @param tries how many wrong PINs it would still bear
 */
public record TokenInfo(
        String label, String manufacturer, String model, String serial, long slot, State state, Tries tries) {
    /** Whether a token can be opened. */
    public enum State {
        /** Its PIN opens it. */
        READY,
        /** An empty token: it has to be initialised with the tool of its maker. */
        NOT_INITIALISED,
        /** Initialised, but its user has no PIN yet. */
        WITHOUT_PIN
    }

    /** How many wrong PINs a token would still bear; PKCS#11 tells no number. */
    public enum Tries {
        /** As many as ever. */
        ALL,
        /** At least one wrong PIN since the last right one. */
        FEWER,
        /** The next wrong PIN locks it. */
        LAST,
        /** None: it is locked. */
        NONE
    }
}
