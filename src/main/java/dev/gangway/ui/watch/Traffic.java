package dev.gangway.ui.watch;

/**
 * What went over a session so far.
 *
 * @param sent packets to the server
 * @param received packets from the server
 * @param bytes both ways
 * @param perSecond packets both ways, lately
 */
public record Traffic(long sent, long received, long bytes, long perSecond) {
    /** Nothing yet. */
    public static final Traffic NONE = new Traffic(0, 0, 0, 0);

    /** Packets both ways. */
    public long packets() {
        return sent + received;
    }
}
