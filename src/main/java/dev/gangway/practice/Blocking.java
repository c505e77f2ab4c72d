package dev.gangway.practice;

import io.vertx.core.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Waits for what the server's thread does. */
final class Blocking {
    /** What is waited for is done in milliseconds; later means a bug. */
    private static final long SECONDS = 30;

    private Blocking() {}

    /** The result; a failure comes out as it is. Never to be called on the server's thread. */
    static <T> T await(Future<T> future) {
        try {
            return future.await(SECONDS, TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            throw new IllegalStateException("the practice server does not answer", e);
        }
    }
}
