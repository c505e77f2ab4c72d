package dev.gangway.practice;

/** A port that was asked for is in use; never leaves this package. */
final class PortTakenException extends Exception {
    private final int port;

    PortTakenException(int port, Throwable cause) {
        super("port " + port, cause);
        this.port = port;
    }

    int port() {
        return port;
    }
}
