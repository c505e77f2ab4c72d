package dev.gangway.inventory;

import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;

/** Lets one thread at a time work on a device. Safe for use by several threads; a thread may claim a device again. */
public final class DeviceClaims {
    private final ConcurrentHashMap<UUID, ReentrantLock> locks = new ConcurrentHashMap<>();

    /** Has the device to itself until closed; waits while another thread has it. Close it in the same thread. */
    public Claim claim(UUID device) {
        ReentrantLock lock = locks.computeIfAbsent(device, id -> new ReentrantLock());
        lock.lock();
        return lock::unlock;
    }

    /** Work on one device. */
    public interface Claim extends AutoCloseable {
        @Override
        void close();
    }
}
