package dev.gangway.line.station;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.gangway.background.Cancellation;
import dev.gangway.line.recipe.Recipe;
import dev.gangway.line.recipe.RecipeCredential;
import dev.gangway.line.recipe.StationRules;
import dev.gangway.line.unit.UnitOrder;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class LabelScansTest {
    private final AtomicInteger changes = new AtomicInteger();
    private final LabelScans labels = new LabelScans(changes::incrementAndGet);

    @Test
    void eachLabelHearsOfItsOwnScan() {
        CompletableFuture<Optional<String>> first = begin("S-1", new Cancellation());
        CompletableFuture<Optional<String>> second = begin("S-2", new Cancellation());
        LabelScans.Awaited other = labels.awaited().getLast();
        assertThat(other.order().serial()).isEqualTo("S-2");

        assertThat(labels.scanned(other, "what it says")).isTrue();
        assertThat(second.join()).hasValue("what it says");
        assertThat(labels.scanned(other, "again")).as("it waits no more").isFalse();
        assertThat(first).isNotDone();
        assertThat(labels.scanned(labels.awaited().getFirst(), "S-1")).isTrue();
        assertThat(first.join()).hasValue("S-1");
        assertThat(labels.awaited()).isEmpty();
        assertThat(changes).as("begun and ended, twice").hasValue(4);
    }

    @Test
    void oneThatIsStoppedWasNotScanned() {
        Cancellation stop = new Cancellation();
        CompletableFuture<Optional<String>> waiting = begin("S-1", stop);
        stop.cancel();
        assertThat(waiting.join()).isEmpty();
        assertThat(labels.awaited()).isEmpty();
    }

    /** Waits in a thread of its own, as a lane does. */
    private CompletableFuture<Optional<String>> begin(String serial, Cancellation attempt) {
        UnitOrder order = UnitOrder.of(recipe(), serial);
        CompletableFuture<Optional<String>> scanned = new CompletableFuture<>();
        Thread.ofVirtual().start(() -> scanned.complete(labels.await(order, attempt)));
        await().until(() -> labels.awaited().stream().anyMatch(one -> one.attempt() == attempt));
        return scanned;
    }

    private static Recipe recipe() {
        return new Recipe(
                "Pump",
                1,
                "pump-{serial}",
                "",
                "default",
                "",
                Map.of(),
                new RecipeCredential.Token(20),
                Optional.empty(),
                Recipe.Proof.NONE,
                Optional.empty(),
                StationRules.USUAL,
                Optional.empty());
    }
}
