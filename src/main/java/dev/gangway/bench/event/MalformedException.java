package dev.gangway.bench.event;

/** Bytes that are not what their place calls for; the decoders turn it into a field that says so. */
public final class MalformedException extends Exception {
    private static final long serialVersionUID = 1;

    private final String what;

    /** Says what was wrong, in words for a field. */
    public MalformedException(String what) {
        super(what, null, false, false);
        this.what = what;
    }

    /** What was wrong. */
    public String what() {
        return what;
    }
}
