package dev.gangway.vault.sqlite;

import dev.gangway.stored.StoredAs;
import dev.gangway.vault.AuditLog;
import dev.gangway.vault.mapping.MalformedCborException;
import dev.gangway.vault.mapping.RecordMapper;
import dev.gangway.vault.sealing.HmacSha256;
import java.security.MessageDigest;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The audit log: each entry sealed, and chained to the one before by a keyed hash whose end the ledger knows. */
final class SqliteAuditLog implements AuditLog {
    private static final int PAGE = 1000;
    private static final String COLUMNS =
            "SELECT number, coalesce(subject, x''), coalesce(sealed, x''), coalesce(chain, x'') FROM audit ";
    private static final RecordMapper<Content> MAPPER = RecordMapper.of(Content.class);

    private final VaultSession session;
    private final String actor;
    private final Clock clock;

    /** The latest moment that an entry is known to have; read and written by whoever writes. */
    private Instant latest = Instant.MAX;

    private record Row(long number, byte[] subject, byte[] sealed, byte[] chain) {}

    private record Content(
            @StoredAs("at") Instant at,
            @StoredAs("actor") String actor,
            @StoredAs("action") String action,
            @StoredAs("subject") String subject,
            @StoredAs("details") Map<String, String> details) {}

    SqliteAuditLog(VaultSession session, String actor, Clock clock) {
        this.session = session;
        this.actor = actor;
        this.clock = clock;
    }

    @Override
    public void append(String action, String subject, Map<String, String> details) {
        session.write((connected, integrity) -> {
            Instant now = clock.instant();
            if (AuditLog.isSetBack(now, latest)) { // or nobody knows yet, or the one that noted it was rolled back
                Optional<Instant> newest = connected
                        .first(COLUMNS + "ORDER BY number DESC LIMIT 1", SqliteAuditLog::row)
                        .flatMap(this::content)
                        .map(Content::at);
                newest.filter(then -> AuditLog.isSetBack(now, then))
                        .ifPresent(then -> add(
                                connected,
                                integrity,
                                new Content(now, actor, CLOCK_SET_BACK, "", AuditLog.setBack(now, then))));
                latest = newest.filter(then -> then.isAfter(now)).orElse(now);
            } else if (now.isAfter(latest)) {
                latest = now;
            }
            add(connected, integrity, new Content(now, actor, action, subject, details));
            return integrity.entries();
        });
    }

    private void add(Connected connected, VaultIntegrity integrity, Content content) {
        long number = integrity.entries() + 1;
        byte[] subjectHash = hashOf(content.subject());
        byte[] sealed = session.keys().rows().seal(MAPPER.toBytes(content), "audit", number);
        byte[] chain = chained(integrity.chain(), number, subjectHash, sealed);
        connected.run("INSERT INTO audit VALUES (?, ?, ?, ?)", number, subjectHash, sealed, chain);
        integrity.appended(chain);
    }

    @Override
    public List<Entry> newest(int limit) {
        return session
                .read(connected -> connected.list(COLUMNS + "ORDER BY number DESC LIMIT ?", SqliteAuditLog::row, limit))
                .stream()
                .map(this::entry)
                .toList();
    }

    @Override
    public List<Entry> about(String subject, int limit) {
        return session
                .read(connected -> connected.list(
                        COLUMNS + "WHERE subject = ? ORDER BY number DESC LIMIT ?",
                        SqliteAuditLog::row,
                        hashOf(subject),
                        limit))
                .stream()
                .map(this::entry)
                .toList();
    }

    @Override
    public Optional<Long> firstBroken() {
        VaultIntegrity integrity = session.integrity();
        byte[] chain = new byte[HmacSha256.BYTES];
        long number = 0;
        while (true) {
            long after = number;
            List<Row> page = session.read(connected -> page(connected, after));
            for (Row row : page) {
                number++;
                chain = chained(chain, number, row.subject(), row.sealed());
                if (row.number() != number || !MessageDigest.isEqual(chain, row.chain())) {
                    return Optional.of(number);
                }
                if (number == integrity.entries()) { // what was appended since is not in this ledger
                    return MessageDigest.isEqual(chain, integrity.chain()) ? Optional.empty() : Optional.of(number);
                }
            }
            if (page.isEmpty()) {
                return number == integrity.entries() ? Optional.empty() : Optional.of(number + 1);
            }
        }
    }

    private static List<Row> page(Connected connected, long after) {
        return connected.list(COLUMNS + "WHERE number > ? ORDER BY number LIMIT ?", SqliteAuditLog::row, after, PAGE);
    }

    private static Row row(ResultSet row) throws SQLException {
        return new Row(row.getLong(1), row.getBytes(2), row.getBytes(3), row.getBytes(4));
    }

    private Entry entry(Row row) {
        return content(row)
                .map(content -> new Entry(
                        row.number(),
                        content.at(),
                        content.actor(),
                        content.action(),
                        content.subject(),
                        content.details()))
                .orElseGet(() -> Entry.damaged(row.number()));
    }

    private Optional<Content> content(Row row) {
        try {
            return session.keys()
                    .rows()
                    .open(row.sealed(), "audit", row.number())
                    .map(MAPPER::fromBytes);
        } catch (MalformedCborException e) {
            return Optional.empty();
        }
    }

    private byte[] chained(byte[] before, long number, byte[] subject, byte[] sealed) {
        return session.keys().chain().hash(before, number, subject, sealed);
    }

    private byte[] hashOf(String subject) {
        return session.keys().names().shortHash("subject", subject);
    }
}
