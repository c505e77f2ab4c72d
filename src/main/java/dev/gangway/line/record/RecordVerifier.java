package dev.gangway.line.record;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.gangway.diagnosis.Diagnosis;
import dev.gangway.diagnosis.Outcome;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.PublicKey;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Verifies an export of unit records, line by line, with memory for one record a station: every hash, and every
 * signature that the hashes after it do not vouch for. Not safe for several threads.
 */
public final class RecordVerifier {
    /** Of all findings, so many are kept by name; the rest are counted. */
    private static final int KEPT = 1_000;

    /** A line is no longer than this many bytes. */
    private static final int LONGEST = 1 << 20;

    /** In a sound chain each record vouches for those before it, so one signature in so many is looked at, and the last. */
    private static final int SIGNATURES = 256;

    /**
     * What a file came to.
     *
     * @param clockBack how many records were written by a clock that had been set back since the one before; they are sound
     */
    public record Result(
            long records, Map<String, String> stations, List<RecordFinding> findings, long found, long clockBack) {
        /** Whether nothing is wrong. */
        public boolean isSound() {
            return found == 0;
        }
    }

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Map<String, String> expectedKeys;
    private final Map<String, Chain> chains = new LinkedHashMap<>();
    private final List<RecordFinding> findings = new ArrayList<>();
    private long found;
    private long records;
    private long clockBack;
    private long line;

    private static final class Chain {
        final PublicKey key;
        long number;
        String hash = ChainHead.NOTHING;
        Optional<Row> last = Optional.empty();
        boolean ended;
        /** First to last number of what was passed over. */
        final TreeMap<Long, Long> missing = new TreeMap<>();

        Chain(PublicKey key) {
            this.key = key;
        }
    }

    private record Row(JsonNode json, long line, long number, String serial, boolean isGood) {}

    private RecordVerifier(Map<String, String> expectedKeys) {
        this.expectedKeys = expectedKeys;
    }

    /**
     * Verifies a file.
     *
     * @param expectedKeys public keys in Base64 by station, as their stations showed them; a station that is not among
     *     them is verified against the key that the file names, which proves only that one hand wrote it all
     */
    public static Outcome<Result> verify(Path file, Map<String, String> expectedKeys) {
        RecordVerifier verifier = new RecordVerifier(expectedKeys);
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file), 1 << 16)) {
            return verifier.read(new Lines(in), file);
        } catch (IOException e) {
            return Diagnosis.of(RecordCode.UNREADABLE)
                    .with("file", file)
                    .remedy("record.check-file")
                    .failed();
        }
    }

    private Outcome<Result> read(Lines lines, Path file) throws IOException {
        Map<String, String> stations = new LinkedHashMap<>();
        byte[] first = lines.next();
        JsonNode head = parse(first == null ? new byte[0] : first);
        line = 1;
        if (head == null
                || !head.path("format").asText().equals(RecordExport.FORMAT)
                || !head.path("stations").isObject()) {
            return Diagnosis.of(RecordCode.NOT_RECORDS)
                    .with("file", file)
                    .remedy("record.export-json")
                    .failed();
        }
        head.get("stations").properties().forEach(each -> {
            stations.put(each.getKey(), each.getValue().asText());
            String expected =
                    expectedKeys.getOrDefault(each.getKey(), each.getValue().asText());
            if (!expected.equals(each.getValue().asText())) {
                add(RecordFinding.Kind.OTHER_KEY, 1, each.getKey(), 0, 0, "");
            }
            StationKey.publicKey(expected).ifPresent(key -> chains.put(each.getKey(), new Chain(key)));
        });
        for (byte[] bytes = lines.next(); bytes != null; bytes = lines.next()) {
            line++;
            take(bytes);
        }
        chains.forEach(this::finish);
        return Outcome.ok(new Result(records, stations, List.copyOf(findings), found, clockBack));
    }

    private void take(byte[] bytes) {
        JsonNode json = parse(bytes);
        if (json == null
                || !json.isObject()
                || !json.path("station").isTextual()
                || !json.path("number").isIntegralNumber()) {
            records++;
            add(RecordFinding.Kind.NO_RECORD, line, "", 0, 0, "");
            return;
        }
        String station = json.get("station").textValue();
        Chain chain = chains.get(station);
        boolean isEnd = json.path("event").asText().equals("end");
        records += isEnd ? 0 : 1;
        clockBack += json.has("clockBackMillis") ? 1 : 0;
        if (chain == null) {
            add(
                    RecordFinding.Kind.UNKNOWN_STATION,
                    line,
                    station,
                    json.get("number").asLong(),
                    0,
                    json.path("serial").asText());
            return;
        }
        boolean canonical = Arrays.equals(bytes, Canonical.bytes(json, ""));
        if (isEnd) {
            end(station, chain, json, canonical);
        } else {
            Row row = new Row(
                    json, line, json.get("number").asLong(), json.path("serial").asText(), canonical);
            record(station, chain, row, bytes);
        }
    }

    private void record(String station, Chain chain, Row row, byte[] bytes) {
        if (row.number() != chain.number + 1 && !isSigned(chain, row)) {
            // its number is not to be believed: it stands for the one that is due here
            chain.number++;
            chain.hash = StationKey.sha256(bytes);
            chain.last = Optional.empty();
            add(RecordFinding.Kind.CHANGED, row.line(), station, chain.number, chain.number, row.serial());
            return;
        }
        if (row.number() <= chain.number) {
            outOfPlace(station, chain, row);
            return;
        }
        boolean follows = row.number() == chain.number + 1;
        if (!follows) {
            chain.missing.put(chain.number + 1, row.number() - 1);
        }
        boolean linked = !follows || row.json().path("previous").asText().equals(chain.hash);
        if (!linked) {
            // the one before was changed, or this one says so: its own signature tells
            chain.last.filter(last -> !isSigned(chain, last)).ifPresent(last -> changed(station, last));
        }
        boolean look = !linked || !follows || !row.isGood() || row.number() % SIGNATURES == 0;
        if (look && !isSigned(chain, row)) {
            changed(station, row);
            chain.last = Optional.empty();
        } else {
            // where the chain breaks and both are signed, the station itself has gone back: told as changed
            boolean bothSigned =
                    !linked && chain.last.map(last -> isSigned(chain, last)).orElse(chain.number == 0);
            if (bothSigned) {
                changed(station, row);
            }
            chain.last = Optional.of(row);
        }
        chain.number = row.number();
        chain.hash = StationKey.sha256(bytes);
    }

    private void outOfPlace(String station, Chain chain, Row row) {
        Map.Entry<Long, Long> gap = chain.missing.floorEntry(row.number());
        if (gap == null || gap.getValue() < row.number()) {
            add(RecordFinding.Kind.DOUBLE, row.line(), station, row.number(), row.number(), row.serial());
            return;
        }
        chain.missing.remove(gap.getKey());
        if (gap.getKey() < row.number()) {
            chain.missing.put(gap.getKey(), row.number() - 1);
        }
        if (row.number() < gap.getValue()) {
            chain.missing.put(row.number() + 1, gap.getValue());
        }
        add(RecordFinding.Kind.SWAPPED, row.line(), station, row.number(), row.number(), row.serial());
    }

    private void end(String station, Chain chain, JsonNode json, boolean canonical) {
        Row row = new Row(json, line, json.get("number").asLong(), "", canonical);
        if (!isSigned(chain, row)) {
            add(RecordFinding.Kind.NO_END, line, station, chain.number, chain.number, "");
            chain.ended = true;
            return;
        }
        if (row.number() > chain.number) {
            chain.missing.put(chain.number + 1, row.number());
        } else if (row.number() == chain.number
                && !json.path("previous").asText().equals(chain.hash)) {
            chain.last.ifPresent(last -> changed(station, last));
        }
        chain.ended = row.number() >= chain.number;
    }

    private void finish(String station, Chain chain) {
        chain.last.filter(last -> !isSigned(chain, last)).ifPresent(last -> changed(station, last));
        chain.missing.forEach((from, to) -> add(RecordFinding.Kind.MISSING, 0, station, from, to, ""));
        if (!chain.ended) {
            add(RecordFinding.Kind.NO_END, 0, station, chain.number, chain.number, "");
        }
    }

    private static boolean isSigned(Chain chain, Row row) {
        return row.isGood()
                && StationKey.isSigned(
                        chain.key,
                        Canonical.bytes(row.json(), "signature"),
                        row.json().path("signature").asText());
    }

    private void changed(String station, Row row) {
        boolean told = findings.stream()
                .anyMatch(each -> each.line() == row.line() && each.kind() == RecordFinding.Kind.CHANGED);
        if (!told) {
            add(RecordFinding.Kind.CHANGED, row.line(), station, row.number(), row.number(), row.serial());
        }
    }

    private void add(RecordFinding.Kind kind, long at, String station, long number, long last, String serial) {
        found++;
        if (findings.size() < KEPT) {
            findings.add(new RecordFinding(kind, at, station, number, last, serial));
        }
    }

    private static @Nullable JsonNode parse(byte[] bytes) {
        try {
            return JSON.readTree(bytes);
        } catch (IOException e) {
            return null;
        }
    }

    /** Lines of bytes; what is too long to be a record is cut, and so is none. */
    static final class Lines {
        private final InputStream in;
        private final byte[] buffer = new byte[1 << 16];
        private int at;
        private int end;

        Lines(InputStream in) {
            this.in = in;
        }

        byte @Nullable [] next() throws IOException {
            ByteArrayOutputStream line = new ByteArrayOutputStream(1_024);
            while (true) {
                if (at == end) {
                    end = in.read(buffer);
                    at = 0;
                    if (end <= 0) {
                        end = 0;
                        return line.size() == 0 ? null : line.toByteArray();
                    }
                }
                int from = at;
                while (at < end && buffer[at] != '\n') {
                    at++;
                }
                line.write(buffer, from, Math.max(0, Math.min(at - from, LONGEST - line.size())));
                if (at < end) {
                    at++;
                    return line.toByteArray();
                }
            }
        }
    }
}
