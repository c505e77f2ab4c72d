package dev.gangway.line.record;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gangway.diagnosis.Diagnosis;
import dev.gangway.diagnosis.Outcome;
import dev.gangway.diagnosis.Printable;
import dev.gangway.line.batch.table.FormulaGuard;
import dev.gangway.vault.files.WholeFile;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Writes records of units into files that were not there before. Streams: memory for one record. */
public final class RecordExport {
    /** The first member of an export that can be verified. */
    static final String FORMAT = "gangway-unit-records";

    private static final ObjectMapper JSON = new ObjectMapper();

    private static final List<String> COLUMNS = List.of(
            "station",
            "number",
            "written",
            "event",
            "serial",
            "device",
            "verdict",
            "cause",
            "attempt",
            "began",
            "tookMillis",
            "operator",
            "lot",
            "recipe",
            "recipeVersion",
            "certificate",
            "label",
            "parent",
            "children",
            "corrects",
            "reason",
            "proof");

    /** Which form a file has. */
    public enum Form {
        /** Whole chains, a record a line, that {@code gangway trace verify} and others verify. */
        JSON,
        /** A table, for spreadsheets; cannot be verified. */
        CSV,
        /** A list of test records as OpenHTF writes them; cannot be verified. */
        OPENHTF
    }

    private final RecordChain chain;

    /** Of the records in a vault. */
    public RecordExport(RecordChain chain) {
        this.chain = chain;
    }

    /**
     * Writes a file.
     *
     * @param which stations; empty for all. A chain is written whole, because a part of it proves nothing
     * @param wanted which records, where the form is not {@link Form#JSON}
     * @return how many records it has
     */
    public Outcome<Long> write(Path file, Form form, List<String> which, Predicate<ChainedRecord> wanted) {
        List<ChainHead> heads = chain.heads().stream()
                .filter(head -> which.isEmpty() || which.contains(head.station()))
                .toList();
        if (heads.isEmpty() || heads.size() < which.size()) {
            return Diagnosis.of(RecordCode.NONE)
                    .with("what", which.isEmpty() ? "–" : String.join(", ", which))
                    .remedy("record.look-up")
                    .failed();
        }
        List<String> stations = heads.stream().map(ChainHead::station).toList();
        AtomicLong count = new AtomicLong();
        try (Stream<ChainedRecord> all = chain.all()) {
            Stream<ChainedRecord> records = all.filter(record -> stations.contains(record.station()));
            WholeFile.create(file, bytes -> {
                BufferedWriter out = new BufferedWriter(new OutputStreamWriter(bytes, StandardCharsets.UTF_8));
                count.set(
                        switch (form) {
                            case JSON -> json(out, heads, records);
                            case CSV -> csv(out, records.filter(wanted));
                            case OPENHTF -> openHtf(out, records.filter(wanted));
                        });
                out.flush();
            });
            return Outcome.ok(count.get());
        } catch (IOException | UncheckedIOException e) {
            return unwritable(file);
        }
    }

    private static long json(BufferedWriter out, List<ChainHead> heads, Stream<ChainedRecord> records)
            throws IOException {
        Map<String, Object> head = new LinkedHashMap<>();
        head.put("format", FORMAT);
        head.put("version", 1);
        head.put("stations", heads.stream().collect(Collectors.toMap(ChainHead::station, ChainHead::publicKey)));
        line(out, new String(Canonical.bytes(head), StandardCharsets.UTF_8));
        Map<String, Long> most = heads.stream().collect(Collectors.toMap(ChainHead::station, ChainHead::number));
        // what was added after the heads were read is left for the next export
        long count = each(
                records.filter(record -> record.number() <= most.getOrDefault(record.station(), 0L)),
                record -> line(out, record.line()));
        for (ChainHead each : heads) {
            Map<String, Object> end = new LinkedHashMap<>();
            end.put("event", "end");
            end.put("station", each.station());
            end.put("number", each.number());
            end.put("previous", each.hash());
            line(out, RecordChain.signed(each, end));
        }
        return count;
    }

    private static long csv(BufferedWriter out, Stream<ChainedRecord> records) throws IOException {
        line(out, String.join(",", COLUMNS));
        return each(records, record -> {
            JsonNode json = JSON.readTree(record.line());
            line(out, COLUMNS.stream().map(column -> cell(json.path(column))).collect(Collectors.joining(",")));
        });
    }

    /** Quoted where it must be; what a spreadsheet would take for a formula gets an apostrophe in front. */
    private static String cell(JsonNode value) {
        String text = value.isArray()
                ? value.valueStream().map(JsonNode::asText).collect(Collectors.joining(" "))
                : value.asText("");
        String safe = value.isNumber() ? text : FormulaGuard.guarded(Printable.of(text));
        return safe.matches("[^\",\\r\\n;]*") ? safe : '"' + safe.replace("\"", "\"\"") + '"';
    }

    private static long openHtf(BufferedWriter out, Stream<ChainedRecord> records) throws IOException {
        out.write("[");
        long[] written = {0};
        each(records, record -> {
            out.write(written[0]++ == 0 ? "\n" : ",\n");
            out.write(JSON.writeValueAsString(testRecord(JSON.readTree(record.line()))));
        });
        out.write("\n]\n");
        return written[0];
    }

    /** The members of OpenHTF's {@code TestRecord}, filled from ours. */
    private static ObjectNode testRecord(JsonNode record) {
        String verdict = record.path("verdict").asText();
        long began = Instant.parse(record.path("began").asText()).toEpochMilli();
        ObjectNode test = JSON.createObjectNode();
        test.put("dut_id", record.path("serial").asText());
        test.put("station_id", record.path("station").asText());
        test.put("start_time_millis", began);
        test.put("end_time_millis", began + record.path("tookMillis").asLong());
        test.put("outcome", verdict.equals("QUEUED") ? "ABORTED" : verdict);
        ArrayNode details = test.putArray("outcome_details");
        if (record.has("cause")) {
            details.addObject().put("code", record.path("cause").asText()).put("description", "");
        }
        ObjectNode meta = test.putObject("metadata");
        for (String name : List.of(
                "operator",
                "lot",
                "recipe",
                "recipeVersion",
                "attempt",
                "device",
                "certificate",
                "number",
                "event",
                "reason")) {
            if (record.has(name)) {
                meta.set(name, record.get(name));
            }
        }
        meta.put("test_name", record.path("recipe").asText());
        ArrayNode phases = test.putArray("phases");
        long at = began;
        for (JsonNode step : record.path("steps")) {
            ObjectNode phase = phases.addObject();
            phase.put("name", step.path("name").asText());
            phase.put("start_time_millis", at);
            at += step.path("tookMillis").asLong();
            phase.put("end_time_millis", at);
            phase.put(
                    "outcome",
                    switch (step.path("state").asText()) {
                        case "done" -> "PASS";
                        case "failed" -> "FAIL";
                        case "skipped" -> "SKIP";
                        default -> "ERROR";
                    });
            phase.putObject("measurements");
        }
        ObjectNode values = phases.isEmpty()
                ? phases.addObject().put("name", "measured").putObject("measurements")
                : (ObjectNode) phases.get(phases.size() - 1).get("measurements");
        record.path("measured")
                .properties()
                .forEach(each -> values.putObject(each.getKey())
                        .put("name", each.getKey())
                        .put("outcome", "UNSET")
                        .put("measured_value", each.getValue().asText()));
        return test;
    }

    private interface Writing {
        void write(ChainedRecord record) throws IOException;
    }

    private static long each(Stream<ChainedRecord> records, Writing writing) {
        long[] count = {0};
        records.forEachOrdered(record -> {
            try {
                writing.write(record);
                count[0]++;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
        return count[0];
    }

    private static void line(BufferedWriter out, String text) throws IOException {
        out.write(text);
        out.write('\n');
    }

    private static <T> Outcome<T> unwritable(Path file) {
        return Diagnosis.of(RecordCode.UNWRITABLE)
                .with("file", file)
                .remedy("record.other-file")
                .failed();
    }
}
