package dev.gangway.ui.watch;

/**
 * A topic filter that was subscribed to.
 *
 * @param qos granted; -1 while the server has not answered
 */
public record Subscription(String filter, int qos) {
    /** Whether the server has answered. */
    public boolean isGranted() {
        return qos >= 0;
    }
}
