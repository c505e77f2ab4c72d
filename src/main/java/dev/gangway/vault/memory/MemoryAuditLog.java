package dev.gangway.vault.memory;

import dev.gangway.vault.AuditLog;
import java.time.Clock;
import java.time.Instant;
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
        vault.inTurn(() -> {
            Instant now = clock.instant();
            if (!entries.isEmpty() && AuditLog.isSetBack(now, entries.getLast().at())) {
                add(
                        now,
                        CLOCK_SET_BACK,
                        "",
                        AuditLog.setBack(now, entries.getLast().at()));
            }
            return add(now, action, subject, Map.copyOf(details));
        });
    }

    private boolean add(Instant now, String action, String subject, Map<String, String> details) {
        return entries.add(new Entry(entries.size() + 1L, now, actor, action, subject, details));
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
