package dev.gangway.vault.sealing;

import dev.gangway.secret.Secret;
import java.time.Duration;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;

/**
 * How dear it is to try a passphrase with Argon2id (RFC 9106).
 *
 * @param memoryKib 8 for each lane at least; at most 256 MiB, so that a forged file cannot fill the machine
 * @param passes 1 to 1000, and no more than 256 times 64 MiB over all passes
 * @param lanes 1 to 16
 */
public record Argon2Cost(int memoryKib, int passes, int lanes) {
    /** The second recommendation of RFC 9106, section 4: 64 MiB, 3 passes, 4 lanes. */
    public static final Argon2Cost FLOOR = new Argon2Cost(64 * 1024, 3, 4);

    private static final int MOST_MEMORY_KIB = 256 * 1024;
    private static final int MOST_PASSES = 1000;
    private static final long MOST_WORK = 256L * 64 * 1024;
    private static final int MOST_LANES = 16;
    private static final int MOST_TUNED_PASSES = 30;
    private static final Duration AIM = Duration.ofSeconds(1);

    /** Refuses what {@link #isBearable} does not let pass. */
    public Argon2Cost {
        if (!isBearable(memoryKib, passes, lanes)) {
            throw new IllegalArgumentException("Argon2 parameters out of range");
        }
    }

    /**
     * Whether a machine should take this on because a file says so: at most 256 MiB, and 256 passes over 64 MiB
     * altogether, which is several times what any Gangway asks for.
     */
    public static boolean isBearable(int memoryKib, int passes, int lanes) {
        return lanes >= 1
                && lanes <= MOST_LANES
                && passes >= 1
                && passes <= MOST_PASSES
                && memoryKib >= 8 * lanes
                && memoryKib <= MOST_MEMORY_KIB
                && (long) memoryKib * passes <= MOST_WORK;
    }

    /**
     * As many passes over 64 MiB as a fresh process on this machine makes in about a second, 3 at least. Measured once in
     * a process; takes some tenths of a second then.
     */
    public static Argon2Cost tuned() {
        return Tuned.COST;
    }

    /** Measured when it is first asked for. */
    private static final class Tuned {
        private static final Argon2Cost COST = measured();

        private static Argon2Cost measured() {
            long cold = nanos();
            if (cold >= AIM.toNanos()) {
                return FLOOR;
            }
            // a process that unlocks is as cold as the first run, and gets as warm as the second
            long more = (AIM.toNanos() - cold) * FLOOR.passes / nanos();
            long passes = Math.min(FLOOR.passes + more, MOST_TUNED_PASSES);
            return new Argon2Cost(FLOOR.memoryKib, (int) passes, FLOOR.lanes);
        }

        private static long nanos() {
            byte[] salt = new byte[Passphrase.SALT_BYTES];
            try (Secret sample = Secret.of("how fast is this machine?")) {
                long start = System.nanoTime();
                sample.withBytes(bytes -> FLOOR.derive(bytes, salt));
                return Math.max(1, System.nanoTime() - start);
            }
        }
    }

    /** 32 bytes derived from the passphrase, for the caller to wipe. */
    byte[] derive(byte[] passphrase, byte[] salt) {
        Argon2BytesGenerator generator = new Argon2BytesGenerator();
        generator.init(new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
                .withVersion(Argon2Parameters.ARGON2_VERSION_13)
                .withMemoryAsKB(memoryKib)
                .withIterations(passes)
                .withParallelism(lanes)
                .withSalt(salt)
                .build());
        byte[] derived = new byte[VaultKeys.DATA_KEY_BYTES];
        generator.generateBytes(passphrase, derived);
        return derived;
    }
}
