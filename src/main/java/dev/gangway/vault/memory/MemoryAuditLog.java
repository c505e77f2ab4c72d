package dev.gangway.vault.memory;

import dev.gangway.vault.AuditLog;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What was done, for as long as the vault is open; nobody else can change it, so there is no chain to check. */
final class MemoryAuditLog implements AuditLog {
    private final MemoryVault vault;
    private final List<Entry> entries;
    private final String actor;
    private final Clock clock;

    MemoryAuditLog(MemoryVault vault, List<Entry> entries, String actor, Clock clock) {
        this.vault = vault;
        this.entries = entries;
        this.actor = actor;
        this.clock = clock;
    }

    @Override
    public void append(String action, String subject, Map<String, String> details) {
        vault.inTurn(() -> entries.add(
                new Entry(entries.size() + 1L, clock.instant(), actor, action, subject, Map.copyOf(details))));
    }

    @Override
    public List<Entry> newest(int limit) {
        return vault.inTurn(() -> entries.reversed().stream().limit(limit).toList());
    }

    @Override
    public List<Entry> about(String subject, int limit) {
        return vault.inTurn(() -> entries.reversed().stream()
                .filter(entry -> entry.subject().equals(subject))
                .limit(limit)
                .toList());
    }

    @Override
    public Optional<Long> firstBroken() {
        return Optional.empty();
    }
}
