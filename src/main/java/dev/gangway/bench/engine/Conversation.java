package dev.gangway.bench.engine;

import dev.gangway.bench.net.TracedSocket;
import java.io.InputStream;
import java.io.OutputStream;

/** What is said over a connection that stands: a test, or a live session. For one connection and one thread. */
@FunctionalInterface
public interface Conversation {
    /**
     * Talks until it has ended.
     *
     * @param wire the TCP connection below
     * @param in what the server says, decrypted and out of its frames
     * @param out to the server
     */
    void hold(TracedSocket wire, InputStream in, OutputStream out);
}
