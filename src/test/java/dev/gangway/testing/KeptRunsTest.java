package dev.gangway.testing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gangway.bench.model.Endpoint;
import dev.gangway.bench.model.MqttOptions;
import dev.gangway.bench.model.Plan;
import dev.gangway.bench.model.Run;
import dev.gangway.bench.model.TlsOptions;
import dev.gangway.bench.model.Verdict;
import dev.gangway.vault.TestVaults;
import dev.gangway.vault.Vault;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Timelines do not fill the vault. */
class KeptRunsTest {
    private static final int OF_ALL = 40;

    @TempDir
    Path folder;

    private Vault vault;
    private KeptRuns kept;

    @BeforeEach
    void create() {
        vault = TestVaults.create(folder.resolve("runs.vault"));
        kept = new KeptRuns(vault, OF_ALL);
    }

    @AfterEach
    void close() {
        vault.close();
    }

    @Test
    void ofADeviceTheNewestAndTheLastPassAreKept() {
        UUID device = UUID.randomUUID();
        List<RunSummary> history = new ArrayList<>();
        RunSummary pass = keep(device, new Verdict.Passed(), history, Optional.empty());
        for (int i = 0; i < KeptRuns.OF_DEVICE + 5; i++) {
            keep(device, new Verdict.Cancelled(), history, Optional.of(pass));
        }

        assertThat(kept.of(device)).hasSize(KeptRuns.OF_DEVICE + 1).contains(pass.id());
        assertThat(kept.get(pass.id()).orElseThrow().passed()).isTrue();
        assertThat(kept.get(history.get(KeptRuns.OF_DEVICE).id())).isEmpty();
        assertThat(kept.get(history.getFirst().id())).isPresent();
    }

    @Test
    void ofAllDevicesTheOldestGo() {
        List<RunSummary> all = new ArrayList<>();
        for (int i = 0; i <= OF_ALL; i++) {
            all.add(keep(UUID.randomUUID(), new Verdict.Passed(), new ArrayList<>(), Optional.empty()));
        }
        assertThat(kept.get(all.getFirst().id())).isEmpty();
        assertThat(kept.get(all.getLast().id())).isPresent();
        assertThat(all).filteredOn(each -> kept.get(each.id()).isPresent()).hasSizeBetween(OF_ALL / 2, OF_ALL);
    }

    private RunSummary keep(UUID device, Verdict verdict, List<RunSummary> history, Optional<RunSummary> lastPass) {
        Run run = new Run(
                Plan.connect(
                        Endpoint.of("broker.example", 1883, false),
                        TlsOptions.trusting(List.of()),
                        MqttOptions.of(MqttOptions.Version.V5, "pump", Optional.empty(), Optional.empty())),
                Instant.EPOCH.plusSeconds(history.size()),
                Duration.ofMillis(40),
                List.of(),
                verdict,
                List.of(),
                Optional.empty());
        RunSummary summary = RunSummary.of(device, run);
        history.addFirst(summary);
        vault.atomically(() -> kept.keep(summary, KeptRuns.packed(run), history, lastPass));
        return summary;
    }
}
