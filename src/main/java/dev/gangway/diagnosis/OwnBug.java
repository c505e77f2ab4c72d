package dev.gangway.diagnosis;

/**
 * Tells our own bugs from what a library's parser lets out for malformed input. Whoever catches every
 * {@link RuntimeException} of a parser calls {@link #passOn} first, so that a mistake of ours is never told as a damaged
 * file or a wrong passphrase.
 */
public final class OwnBug {
    private OwnBug() {}

    /**
     * Throws it on where it is unchecked and our own code threw it, or used the Java library wrongly. Returns where a
     * library threw it, or where nobody can tell.
     */
    public static void passOn(Exception caught) {
        if (caught instanceof RuntimeException unchecked) {
            for (StackTraceElement frame : unchecked.getStackTrace()) {
                String thrower = frame.getClassName();
                if (thrower.startsWith("dev.gangway.")) {
                    throw unchecked;
                }
                if (!thrower.startsWith("java.")) {
                    return;
                }
            }
        }
    }
}
