package dev.gangway.line.unit;

import dev.gangway.authorities.Authorities;
import dev.gangway.background.Cancellation;
import dev.gangway.credentials.CredentialDeployer;
import dev.gangway.credentials.CredentialSource;
import dev.gangway.inventory.Devices;
import dev.gangway.inventory.Servers;
import dev.gangway.onboarding.CredentialChange;
import dev.gangway.onboarding.Onboarding;
import dev.gangway.vault.Repository;
import dev.gangway.vault.Vault;
import java.time.Clock;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;

/**
 * Brings units on board over one vault, and remembers of each what it came to: written in the transaction that ends its
 * onboarding, so that no crash leaves a unit done without its verdict.
 */
public final class Units implements UnitEngine {
    private final Parts parts;
    private final Repository<UnitNote> notes;
    private final ConcurrentHashMap<String, ReentrantLock> turns = new ConcurrentHashMap<>();

    /** What a unit is brought on board with; all over the same vault. */
    public record Parts(
            Vault vault,
            Servers servers,
            Devices devices,
            Authorities authorities,
            Onboarding onboarding,
            CredentialChange change,
            CredentialDeployer deployer,
            CredentialSource credentials,
            Clock clock) {}

    /** Over these. */
    public Units(Parts parts) {
        this.parts = parts;
        notes = parts.vault().repository(UnitNote.KIND);
    }

    @Override
    public UnitResult run(UnitOrder order, Consumer<UnitStep> steps, Cancellation cancellation) {
        ReentrantLock turn = turns.computeIfAbsent(order.name(), name -> new ReentrantLock());
        turn.lock();
        try {
            return new UnitRun(parts, notes, order, steps, cancellation).run();
        } finally {
            turn.unlock();
            turns.remove(order.name(), turn);
        }
    }

    /** How many units wait for their server; opens none of them. */
    public int waiting() {
        return notes.find("verdict", UnitVerdict.QUEUED.name()).size();
    }

    /** How often units of this serial number failed so that it counts against them. */
    public int failures(String serial) {
        return notes.find("serial", serial).stream()
                .mapToInt(UnitNote::failures)
                .max()
                .orElse(0);
    }

    /** Whether a unit of this serial number has passed. */
    public boolean passed(String serial) {
        return notes.find("serial", serial).stream().anyMatch(note -> note.verdict() == UnitVerdict.PASS);
    }

    /** Lets a unit out of quarantine, a person having looked at it: its failures count no more. */
    public void release(String serial) {
        notes.find("serial", serial).forEach(note -> notes.put(note.released()));
    }

    /**
     * Goes on with the units that wait for their server, the oldest first. Of a server out of reach only the first is
     * tried.
     *
     * @param told receives each that has come to another verdict, in the calling thread
     * @return how many wait still
     */
    public int deliver(Consumer<UnitResult> told, Cancellation cancellation) {
        Set<Optional<String>> outOfReach = new HashSet<>();
        List<UnitNote> queued = notes.find("verdict", UnitVerdict.QUEUED.name()).stream()
                .sorted(Comparator.comparing(UnitNote::at))
                .toList();
        int left = 0;
        for (UnitNote note : queued) {
            UnitOrder order = note.waiting().orElseThrow();
            if (cancellation.isCancelled() || outOfReach.contains(order.recipe().server())) {
                left++;
                continue;
            }
            UnitResult result = run(order, step -> {}, cancellation);
            if (result.verdict() == UnitVerdict.QUEUED) {
                outOfReach.add(order.recipe().server());
                left++;
            } else {
                told.accept(result);
            }
        }
        return left;
    }
}
