package dev.gangway.line.station;

import dev.gangway.diagnosis.Diagnosis;
import dev.gangway.diagnosis.Outcome;
import dev.gangway.secret.Secret;
import dev.gangway.stored.StoredAs;
import dev.gangway.vault.RecordType;
import dev.gangway.vault.Repository;
import dev.gangway.vault.Vault;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

/**
 * Who may sign on with a PIN. Of a PIN only a slow hash is kept (PBKDF2 with HMAC-SHA-512, RFC 8018), and after each wrong
 * one none is looked at for twice as long as after the one before. Blocks; safe for use by several threads.
 */
public final class Operators {
    private static final RecordType<Operator> KIND = RecordType.of("line.operator", Operator.class, Operator::name);

    private static final int ITERATIONS = 210_000;
    private static final int SALT_BYTES = 16;
    private static final int HASH_BITS = 512;
    private static final int LEAST_DIGITS = 4;
    private static final int MOST_DIGITS = 12;
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(5);
    private static final int MOST_DOUBLED = 9;

    private final Vault vault;
    private final Repository<Operator> repository;
    private final Clock clock;

    /**
     * Somebody with a PIN.
     *
     * @param wrong PINs since the last right one
     * @param closedUntil when the next PIN is looked at
     */
    private record Operator(
            @StoredAs("name") String name,
            @StoredAs("salt") byte[] salt,
            @StoredAs("iterations") int iterations,
            @StoredAs("hash") Secret hash,
            @StoredAs("wrong") int wrong,
            @StoredAs("closedUntil") Instant closedUntil) {
        Operator after(int wrongNow, Instant until) {
            return new Operator(name, salt, iterations, hash, wrongNow, until);
        }
    }

    /** Those of this vault. */
    public Operators(Vault vault, Clock clock) {
        this.vault = vault;
        this.clock = clock;
        repository = vault.repository(KIND);
    }

    /** Their names, sorted. */
    public List<String> names() {
        try (Stream<Operator> all = repository.all()) {
            return all.map(Operator::name).sorted().toList();
        }
    }

    /** Gives somebody a PIN of 4 to 12 digits, or another one; the caller closes it. */
    public Outcome<Outcome.Done> put(String name, Secret pin) {
        String known = name.strip();
        boolean digits = pin.withBytes(bytes -> {
            for (byte each : bytes) {
                if (each < '0' || each > '9') {
                    return false;
                }
            }
            return bytes.length >= LEAST_DIGITS && bytes.length <= MOST_DIGITS;
        });
        if (known.isEmpty() || !digits) {
            return Diagnosis.of(known.isEmpty() ? StationCode.OPERATOR_MISSING : StationCode.PIN_UNFIT)
                    .failed();
        }
        byte[] salt = new byte[SALT_BYTES];
        new SecureRandom().nextBytes(salt);
        Operator operator = new Operator(known, salt, ITERATIONS, hash(pin, salt, ITERATIONS), 0, Instant.EPOCH);
        vault.atomically(() -> {
            repository.put(operator);
            vault.audit().append("operator.pin-set", known, Map.of("name", known));
        });
        return Outcome.done();
    }

    /**
     * The same for whoever shows that he may: with the PIN so far where the name has one, else with the passphrase of
     * the vault. A wrong PIN counts as at {@link #check}; the caller closes both.
     */
    public Outcome<Outcome.Done> change(String name, Secret shown, Secret pin) {
        return (repository.get(name.strip()).isPresent() ? check(name, shown) : vault.confirm(shown))
                .then(done -> put(name, pin));
    }

    /** Takes somebody's PIN away; fails where nobody has this name. */
    public Outcome<Outcome.Done> remove(String name) {
        Optional<Operator> known = repository.get(name.strip());
        if (known.isEmpty()) {
            return unknown(name);
        }
        vault.atomically(() -> {
            repository.remove(known.get().name());
            vault.audit()
                    .append(
                            "operator.removed",
                            known.get().name(),
                            Map.of("name", known.get().name()));
        });
        return Outcome.done();
    }

    /** Whether this is the PIN of this name. */
    public synchronized Outcome<Outcome.Done> check(String name, Secret pin) {
        Optional<Operator> known = repository.get(name.strip());
        if (known.isEmpty()) {
            return unknown(name);
        }
        Operator operator = known.get();
        Instant now = clock.instant();
        Duration left = Duration.between(now, operator.closedUntil());
        // a clock that was set back does not close for longer than the rule says
        if (left.isPositive() && left.compareTo(LONGEST_WAIT) <= 0) {
            return Diagnosis.of(StationCode.PIN_WAITS)
                    .with("name", operator.name())
                    .with("seconds", left.toSeconds() + 1)
                    .failed();
        }
        boolean right;
        try (Secret tried = hash(pin, operator.salt(), operator.iterations())) {
            right = tried.withBytes(one -> operator.hash().withBytes(other -> MessageDigest.isEqual(one, other)));
        }
        if (right) {
            if (operator.wrong() > 0) {
                repository.put(operator.after(0, Instant.EPOCH));
            }
            return Outcome.done();
        }
        int wrong = operator.wrong() + 1;
        Duration wait = Duration.ofSeconds(1L << Math.min(wrong - 1, MOST_DOUBLED));
        Duration closed = wait.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : wait;
        vault.atomically(() -> {
            repository.put(operator.after(wrong, now.plus(closed)));
            vault.audit().append("operator.pin-wrong", operator.name(), Map.of("name", operator.name()));
        });
        return Diagnosis.of(StationCode.PIN_WRONG)
                .with("name", operator.name())
                .with("seconds", closed.toSeconds())
                .failed();
    }

    private static Outcome<Outcome.Done> unknown(String name) {
        return Diagnosis.of(StationCode.OPERATOR_UNKNOWN)
                .with("name", name.strip())
                .failed();
    }

    private static Secret hash(Secret pin, byte[] salt, int iterations) {
        char[] typed = pin.withBytes(bytes -> {
            char[] chars = new char[bytes.length];
            for (int i = 0; i < bytes.length; i++) {
                chars[i] = (char) (bytes[i] & 0xff);
            }
            return chars;
        });
        PBEKeySpec spec = new PBEKeySpec(typed, salt, iterations, HASH_BITS);
        try {
            byte[] hash = SecretKeyFactory.getInstance("PBKDF2WithHmacSHA512")
                    .generateSecret(spec)
                    .getEncoded();
            try {
                return Secret.copyOf(hash);
            } finally {
                Arrays.fill(hash, (byte) 0);
            }
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("every Java has PBKDF2", missing);
        } finally {
            spec.clearPassword();
            Arrays.fill(typed, '\0');
        }
    }
}
