package dev.gangway.pki.pkcs11;

import dev.gangway.pki.pkcs11.Cryptoki.Function;
import dev.gangway.secret.Secret;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;

/**
 * A session in which the user's PIN was accepted. Being signed in holds for every session of this process with the same
 * token, so also for those of the JDK's provider, which therefore never sees the PIN.
 */
final class PinLogin implements AutoCloseable {
    private static final long SERIAL_SESSION = 4;
    private static final long READ_WRITE = 2;
    private static final long USER = 1;

    private final Cryptoki cryptoki;
    private final long session;

    /** What came of it: a login where {@code returned} is CKR_OK. */
    record Attempt(long returned, java.util.Optional<PinLogin> login) {
        private static Attempt failed(long returned) {
            return new Attempt(returned, java.util.Optional.empty());
        }
    }

    private PinLogin(Cryptoki cryptoki, long session) {
        this.cryptoki = cryptoki;
        this.session = session;
    }

    static Attempt with(Cryptoki cryptoki, long slot, Secret pin) {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment handle = arena.allocate(Native.ULONG_BYTES, 8);
            long opened = open(cryptoki, slot, SERIAL_SESSION | READ_WRITE, handle);
            if (ReturnValue.TOKEN_WRITE_PROTECTED.is(opened)) {
                opened = open(cryptoki, slot, SERIAL_SESSION, handle);
            }
            if (!ReturnValue.OK.is(opened)) {
                return Attempt.failed(opened);
            }
            long session = Native.ulongAt(handle, 0);
            long returned = pin.withBytes(bytes -> {
                MemorySegment copy = arena.allocateFrom(ValueLayout.JAVA_BYTE, bytes);
                try {
                    return cryptoki.call(Function.LOGIN, session, USER, copy, (long) bytes.length);
                } finally {
                    copy.fill((byte) 0);
                }
            });
            if (!ReturnValue.OK.is(returned)) {
                cryptoki.call(Function.CLOSE_SESSION, session);
                return Attempt.failed(returned);
            }
            return new Attempt(returned, java.util.Optional.of(new PinLogin(cryptoki, session)));
        }
    }

    private static long open(Cryptoki cryptoki, long slot, long flags, MemorySegment handle) {
        return cryptoki.call(Function.OPEN_SESSION, slot, flags, MemorySegment.NULL, MemorySegment.NULL, handle);
    }

    long session() {
        return session;
    }

    /** Signs out. A token that was pulled out has done so itself. */
    @Override
    public void close() {
        cryptoki.call(Function.LOGOUT, session);
        cryptoki.call(Function.CLOSE_SESSION, session);
    }
}
