package dev.gangway.http;

import java.util.ArrayList;
import java.util.List;
import okio.Buffer;

/**
 * The buffers of the HTTP library, which it keeps for its next call with what the last one sent still in them, a sign-in
 * among it. Safe for use by several threads.
 */
public final class PooledBuffers {
    /** Okio keeps its buffers apart by the number of the thread, in at most as many heaps. */
    private static final int HEAPS = 64;

    private static final int HEAP_BYTES = 64 * 1024;

    private PooledBuffers() {}

    /** Overwrites them; takes a few milliseconds. Call it once nothing is sent any more. */
    public static void wipe() {
        List<Thread> threads = new ArrayList<>(HEAPS);
        for (int i = 0; i < HEAPS; i++) {
            threads.add(Thread.ofVirtual().name("gangway-wipe").start(PooledBuffers::wipeHeap));
        }
        for (Thread thread : threads) {
            try {
                thread.join();
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    /** Takes all buffers of a heap, fills them, and gives them back. */
    private static void wipeHeap() {
        Buffer buffer = new Buffer();
        buffer.write(new byte[2 * HEAP_BYTES]);
        buffer.clear();
    }
}
