package dev.gangway.line.plant;

import dev.gangway.diagnosis.Diagnosis;
import dev.gangway.diagnosis.Outcome;
import dev.gangway.line.record.ChainedRecord;
import dev.gangway.line.record.RecordChain;
import dev.gangway.stored.StoredAs;
import dev.gangway.vault.RecordType;
import dev.gangway.vault.Repository;
import dev.gangway.vault.Vault;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Tells the plant what became of units: each record of a station's chain, in its order, to a URL, a broker or a file. The chain is
 * the queue, and how far the plant has taken it is kept in the vault, so that nothing is lost and nothing overtakes; one
 * whose answer was lost is sent again. A record is the line that {@code gangway trace export} writes. Blocks.
 */
public final class PlantResults implements AutoCloseable {
    private static final RecordType<Taken> TAKEN =
            RecordType.of("line.results-taken", Taken.class, taken -> taken.station() + "\n" + taken.target());

    private final RecordChain chain;
    private final Repository<Taken> taken;
    private final String station;
    private final ResultTarget target;
    private final ReentrantLock turn = new ReentrantLock();

    /**
     * How far a target has taken a chain.
     *
     * @param number of the last record
     */
    private record Taken(
            @StoredAs("station") String station,
            @StoredAs("target") String target,
            @StoredAs("number") long number) {}

    /**
     * Of this station.
     *
     * @param target that takes them
     */
    public PlantResults(Vault vault, RecordChain chain, String station, ResultTarget target) {
        this.chain = chain;
        this.station = station;
        this.target = target;
        taken = vault.repository(TAKEN);
    }

    /**
     * Sends what is there.
     *
     * @return how many were taken; fails with the first that was not, and what follows waits for it
     */
    public Outcome<Integer> send() {
        turn.lock();
        try {
            int sent = 0;
            long number =
                    taken.get(station + "\n" + target.name()).map(Taken::number).orElse(0L) + 1;
            for (Optional<ChainedRecord> next = chain.get(station, number);
                    next.isPresent();
                    next = chain.get(station, ++number)) {
                Optional<String> refused = target.take(next.get().line());
                if (refused.isPresent()) {
                    return Outcome.failed(notTaken(refused.get()));
                }
                taken.put(new Taken(station, target.name(), number));
                sent++;
            }
            return Outcome.ok(sent);
        } finally {
            turn.unlock();
        }
    }

    /** Lets go of the plant's connection; waits for a line that is under way. What comes later makes another. */
    @Override
    public void close() {
        turn.lock();
        try {
            target.close();
        } finally {
            turn.unlock();
        }
    }

    private Diagnosis notTaken(String status) {
        return Diagnosis.of(PlantCode.NOT_TAKEN)
                .with("plant", target.name())
                .with("status", status)
                .remedy("plant.check-link")
                .build();
    }
}
