package dev.gangway.vault.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gangway.vault.AuditLog;
import dev.gangway.vault.TestVaults;
import dev.gangway.vault.Vault;
import dev.gangway.vault.memory.MemoryVault;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The audit log keeps its order and says so where a clock was set back, while the program runs and between two runs. */
class ClockSetBackTest {
    @TempDir
    private Path folder;

    private Instant now = Instant.now();
    private final Clock clock = ((InstantSource) () -> now).withZone(ZoneOffset.UTC);
    private Vault vault;
    private AuditLog log;

    @BeforeEach
    void create() {
        vault = TestVaults.create(folder.resolve("vault"));
        log = new SqliteAuditLog(((SqliteVault) vault).session(), "tester", clock);
    }

    @AfterEach
    void lock() {
        vault.close();
    }

    @Test
    void whileTheProgramRuns() {
        setBack(log);
    }

    @Test
    void inAVaultThatIsKeptNowhere() {
        setBack(new MemoryVault("tester", clock).audit());
    }

    private void setBack(AuditLog asked) {
        asked.append("first", "", Map.of());
        now = now.plus(Duration.ofHours(2));
        asked.append("second", "", Map.of());
        Instant was = now;
        now = now.minus(Duration.ofHours(1));
        asked.append("third", "", Map.of());
        now = now.plusSeconds(60);
        asked.append("fourth", "", Map.of());
        assertThat(asked.newest(5))
                .extracting(AuditLog.Entry::action)
                .containsExactly("fourth", "third", AuditLog.CLOCK_SET_BACK, "second", "first");
        assertThat(asked.newest(3).getLast().details())
                .containsEntry("was", was.toString())
                .containsEntry("is", now.minusSeconds(60).toString());
        assertThat(asked.firstBroken()).isEmpty();
    }

    @Test
    void betweenTwoRuns() {
        now = now.plus(Duration.ofDays(2));
        log.append("of a clock that was ahead", "", Map.of());
        vault.close();
        vault = TestVaults.unlock(folder.resolve("vault"));
        assertThat(vault.audit().newest(3))
                .extracting(AuditLog.Entry::action)
                .containsExactly("vault.unlocked", AuditLog.CLOCK_SET_BACK, "of a clock that was ahead");
        assertThat(vault.audit().firstBroken()).isEmpty();
    }

    @Test
    void whatIsRolledBackIsNotedOnceMore() {
        now = now.plus(Duration.ofHours(2));
        log.append("first", "", Map.of());
        now = now.minus(Duration.ofHours(1));
        try {
            vault.atomically(() -> {
                log.append("never", "", Map.of());
                throw new UnsupportedOperationException("rolled back");
            });
        } catch (UnsupportedOperationException expected) {
            // and with it the note
        }
        log.append("second", "", Map.of());
        assertThat(log.newest(3))
                .extracting(AuditLog.Entry::action)
                .containsExactly("second", AuditLog.CLOCK_SET_BACK, "first");
    }
}
