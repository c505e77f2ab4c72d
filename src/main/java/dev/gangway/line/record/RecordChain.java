package dev.gangway.line.record;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.gangway.diagnosis.Diagnosis;
import dev.gangway.diagnosis.Outcome;
import dev.gangway.line.unit.ProgramRun;
import dev.gangway.line.unit.Proven;
import dev.gangway.stored.StoredNames;
import dev.gangway.vault.RecordType;
import dev.gangway.vault.Vault;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;

/**
 * The records of units in a vault: one chain a station, to which records are only ever added. Each names the SHA-256 of
 * the one before it and is signed by the station's own key, so that none can be changed, left out or moved unseen. Safe
 * for use by several threads; blocks for disk.
 */
public final class RecordChain {
    static final RecordType<ChainedRecord> RECORD = new RecordType<>(
            "unit-record",
            ChainedRecord.class,
            record -> record.station() + "#" + record.number(),
            record -> Map.of("serial", record.serial(), "lot", record.lot(), "station", record.station()));

    static final RecordType<ChainHead> HEAD = RecordType.of("record-chain", ChainHead.class, ChainHead::station);

    /** Always with milliseconds, always UTC. */
    static final DateTimeFormatter TIME =
            new DateTimeFormatterBuilder().appendInstant(3).toFormatter();

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Vault vault;
    private final Clock clock;

    /** Of a vault; the clock says when a record was written. */
    public RecordChain(Vault vault, Clock clock) {
        this.vault = vault;
        this.clock = clock;
    }

    /**
     * Adds a record; on disk when this returns.
     *
     * @return fails where it corrects a record that is not there, or has no reason and needs one
     */
    public Outcome<ChainedRecord> append(String station, UnitRecord unit) {
        boolean needsReason = unit.event() == UnitRecord.Event.CORRECTION || unit.event() == UnitRecord.Event.REPRINT;
        if (needsReason && unit.reason().isBlank()) {
            return Diagnosis.of(RecordCode.WITHOUT_REASON)
                    .with("serial", unit.serial())
                    .remedy("record.give-reason")
                    .failed();
        }
        AtomicReference<Outcome<ChainedRecord>> done = new AtomicReference<>();
        vault.atomically(() -> done.set(appendNow(station, unit)));
        return Objects.requireNonNull(done.get());
    }

    /**
     * Adds a record that says what an earlier one of any chain says, but for some members.
     *
     * @param station whose chain it goes into
     * @param changes by the names of docs/unit-records.md
     */
    Outcome<ChainedRecord> append(String station, ChainedRecord earlier, Map<String, Object> changes) {
        if (changes.getOrDefault("reason", "").toString().isBlank()) {
            return Diagnosis.of(RecordCode.WITHOUT_REASON)
                    .with("serial", earlier.serial())
                    .remedy("record.give-reason")
                    .failed();
        }
        try {
            Map<String, Object> members = JSON.readValue(earlier.line(), new TypeReference<Map<String, Object>>() {});
            members.remove("signature");
            members.remove("corrects");
            members.putAll(changes);
            members.values().removeIf(""::equals); // what is empty is left out
            AtomicReference<ChainedRecord> done = new AtomicReference<>();
            vault.atomically(() -> done.set(link(station, earlier.serial(), earlier.lot(), members)));
            return Outcome.ok(Objects.requireNonNull(done.get()));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a record that was written here can be read here", e);
        }
    }

    private Outcome<ChainedRecord> appendNow(String station, UnitRecord unit) {
        ChainHead head = head(station);
        if (unit.corrects().isPresent()
                && (unit.corrects().get() < 1 || unit.corrects().get() > head.number())) {
            return Diagnosis.of(RecordCode.CORRECTS_NONE)
                    .with("number", unit.corrects().get())
                    .with("station", station)
                    .remedy("record.look-up")
                    .failed();
        }
        return Outcome.ok(link(station, unit.serial(), unit.lot(), members(unit)));
    }

    /** Puts it at the end of the chain; call in a transaction. */
    private ChainedRecord link(String station, String serial, String lot, Map<String, Object> members) {
        ChainHead head = head(station);
        long number = head.number() + 1;
        members.put("station", station);
        members.put("number", number);
        members.put("previous", head.hash());
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        members.put("written", TIME.format(now));
        members.remove("clockBackMillis"); // of a record that this one repeats
        head.written()
                .filter(now::isBefore)
                .ifPresent(before -> members.put(
                        "clockBackMillis", Duration.between(now, before).toMillis()));
        String line = signed(head, members);
        String hash = StationKey.sha256(line.getBytes(StandardCharsets.UTF_8));
        ChainedRecord record = new ChainedRecord(station, number, serial, lot, line);
        vault.repository(RECORD).put(record);
        vault.repository(HEAD)
                .put(new ChainHead(station, head.key(), head.publicKey(), number, hash, Optional.of(now)));
        return record;
    }

    static String signed(ChainHead head, Map<String, Object> members) {
        members.put(
                "signature",
                StationKey.sign(new StationKey.Pair(head.key(), head.publicKey()), Canonical.bytes(members)));
        return new String(Canonical.bytes(members), StandardCharsets.UTF_8);
    }

    private ChainHead head(String station) {
        return vault.repository(HEAD).get(station).orElseGet(() -> {
            StationKey.Pair made = StationKey.make();
            return new ChainHead(station, made.privateKey(), made.publicKey(), 0, ChainHead.NOTHING, Optional.empty());
        });
    }

    /** What a record says, by the names of docs/unit-records.md; what is empty is left out. */
    private static Map<String, Object> members(UnitRecord unit) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("event", unit.eventName());
        members.put("serial", unit.serial());
        members.put("verdict", StoredNames.of(unit.verdict()));
        members.put("attempt", unit.attempt());
        members.put("began", time(unit.began()));
        members.put("tookMillis", unit.took().toMillis());
        text(members, "device", unit.device());
        text(members, "operator", unit.operator());
        text(members, "lot", unit.lot());
        text(members, "recipe", unit.recipe());
        members.put("recipeVersion", unit.recipeVersion());
        text(members, "cause", unit.cause().orElse(""));
        text(members, "certificate", unit.certificate().orElse(""));
        text(members, "publicKey", unit.publicKey().orElse(""));
        text(members, "label", unit.label());
        text(members, "parent", unit.parent());
        text(members, "reason", unit.reason());
        unit.corrects().ifPresent(number -> members.put("corrects", number));
        unit.tls()
                .ifPresent(tls -> members.put(
                        "tls", Map.of("version", tls.version(), "suite", tls.suite(), "server", tls.server())));
        if (!unit.children().isEmpty()) {
            members.put("children", unit.children());
        }
        if (unit.proven() != Proven.NONE) {
            members.put("proof", StoredNames.of(unit.proven()));
        }
        if (!unit.programs().isEmpty()) {
            members.put(
                    "programs",
                    unit.programs().stream().map(RecordChain::program).toList());
        }
        if (!unit.measured().isEmpty()) {
            members.put("measured", unit.measured());
        }
        members.put("steps", unit.steps().stream().map(RecordChain::step).toList());
        return members;
    }

    private static Map<String, Object> program(ProgramRun run) {
        Map<String, Object> members = new TreeMap<>();
        members.put("ask", run.ask());
        members.put("tookMillis", run.took().toMillis());
        run.exit().ifPresent(exit -> members.put("exit", exit));
        text(members, "said", run.said());
        return members;
    }

    private static Map<String, Object> step(UnitRecord.Step step) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("name", step.name());
        members.put("state", step.state());
        members.put("tookMillis", step.took().toMillis());
        step.cause().ifPresent(cause -> members.put("cause", cause));
        return members;
    }

    private static void text(Map<String, Object> members, String name, String value) {
        if (!value.isEmpty()) {
            members.put(name, value);
        }
    }

    private static String time(Instant at) {
        return TIME.format(at);
    }

    /** The record of this number in a station's chain. */
    public Optional<ChainedRecord> get(String station, long number) {
        return vault.repository(RECORD).get(station + "#" + number);
    }

    /** Records of a unit, in the order in which they were written. */
    public List<ChainedRecord> about(String serial) {
        return vault.repository(RECORD).find("serial", serial);
    }

    /** When the last record of a station was written, by its clock. */
    Optional<Instant> lastWritten(String station) {
        return vault.repository(HEAD).get(station).flatMap(ChainHead::written);
    }

    /** Every record, each chain in its order; close the stream. */
    Stream<ChainedRecord> all() {
        return vault.repository(RECORD).all();
    }

    /** The heads of all chains. */
    List<ChainHead> heads() {
        try (Stream<ChainHead> heads = vault.repository(HEAD).all()) {
            return heads.toList();
        }
    }

    /** A station's public key, 32 bytes in Base64, where it has written a record: what a verifier is told by hand. */
    public Optional<String> publicKey(String station) {
        return vault.repository(HEAD).get(station).map(ChainHead::publicKey);
    }
}
