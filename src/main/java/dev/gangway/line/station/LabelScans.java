package dev.gangway.line.station;

import dev.gangway.background.Cancellation;
import dev.gangway.line.unit.Labelling;
import dev.gangway.line.unit.UnitOrder;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * Labels that were printed and wait for their scan, of several lanes at once. Whoever printed one waits in a thread of its
 * own; whoever scans answers from another. An attempt is told from the others by its cancellation, which ends the waiting.
 */
public final class LabelScans implements Labelling.Scan {
    /** A label that waits; {@code attempt} is what its unit was begun with. */
    public record Awaited(UnitOrder order, Cancellation attempt) {}

    private final Map<Awaited, CompletableFuture<Optional<String>>> answers = new LinkedHashMap<>();
    private final Runnable changed;

    /**
     * Nothing waits yet.
     *
     * @param changed called in the waiting thread whenever a label begins or ends to wait
     */
    public LabelScans(Runnable changed) {
        this.changed = changed;
    }

    /** What waits, the longest first. */
    public synchronized List<Awaited> awaited() {
        return List.copyOf(answers.keySet());
    }

    /**
     * Answers with what was scanned.
     *
     * @return whether this label waited; nothing is done where it did not
     */
    public synchronized boolean scanned(Awaited label, String text) {
        CompletableFuture<Optional<String>> answer = answers.remove(label);
        return answer != null && answer.complete(Optional.of(text));
    }

    @Override
    public Optional<String> await(UnitOrder order, Cancellation cancellation) {
        Awaited label = new Awaited(order, cancellation);
        CompletableFuture<Optional<String>> answer = new CompletableFuture<>();
        synchronized (this) {
            answers.put(label, answer);
        }
        changed.run();
        try (Cancellation.Registration registration = cancellation.onCancel(() -> answer.complete(Optional.empty()))) {
            return answer.join();
        } finally {
            synchronized (this) {
                answers.remove(label);
            }
            changed.run();
        }
    }
}
