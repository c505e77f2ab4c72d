package dev.gangway.line.batch;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gangway.diagnosis.Diagnosis;
import dev.gangway.diagnosis.Outcome;
import dev.gangway.line.batch.table.TableFormat;
import dev.gangway.line.unit.UnitOrder.Existing;
import dev.gangway.vault.files.WholeFile;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;

/**
 * What a batch began with, in a file beside its results, so that it can be gone on with. Holds no secret.
 *
 * @param list the file with the units
 * @param sha256 of that file, in hexadecimal
 * @param sheet of a workbook
 * @param heading whether its first line is one
 * @param mapping what its columns hold
 * @param recipe as it was asked for: a name, or a file
 * @param version of the recipe
 * @param existing what becomes of devices that are there already
 * @param leaveOut whether bad lines are left out
 * @param leftOut the lines that are left out, by their numbers
 * @param lanes most at once
 * @param encoding of a text file
 * @param separator of a text file
 */
public record BatchState(
        Path list,
        String sha256,
        Optional<String> sheet,
        boolean heading,
        Mapping mapping,
        String recipe,
        int version,
        Existing existing,
        boolean leaveOut,
        BitSet leftOut,
        int lanes,
        Optional<Charset> encoding,
        Optional<Character> separator) {
    private static final int FORMAT = 1;
    private static final ObjectMapper JSON = new ObjectMapper();

    /** Where the state of the batch with these results is. */
    public static Path beside(Path results) {
        return results.resolveSibling(results.getFileName() + ".batch");
    }

    /** What a batch over this list begins with. */
    public static Outcome<BatchState> of(
            UnitList list,
            Optional<String> sheet,
            String recipe,
            int version,
            Existing existing,
            boolean leaveOut,
            BitSet leftOut,
            int lanes) {
        try {
            return Outcome.ok(new BatchState(
                    list.file().toAbsolutePath(),
                    Hashes.sha256(list.file()),
                    sheet,
                    list.headingLine() > 0,
                    list.mapping(),
                    recipe,
                    version,
                    existing,
                    leaveOut,
                    (BitSet) leftOut.clone(),
                    lanes,
                    csv(list).map(TableFormat.Csv::charset),
                    csv(list).map(TableFormat.Csv::separator)));
        } catch (IOException e) {
            return changed(list.file());
        }
    }

    private static Optional<TableFormat.Csv> csv(UnitList list) {
        return list.format() instanceof TableFormat.Csv csv ? Optional.of(csv) : Optional.empty();
    }

    /** Writes it whole or not at all. */
    Outcome<Outcome.Done> write(Path results) {
        ObjectNode node = JSON.createObjectNode();
        node.put("format", FORMAT);
        node.put("list", list.toString());
        node.put("sha256", sha256);
        sheet.ifPresent(name -> node.put("sheet", name));
        node.put("heading", heading);
        ArrayNode columns = node.putArray("columns");
        for (Mapping.Column each : mapping.columns()) {
            columns.addObject()
                    .put("heading", each.heading())
                    .put("field", each.field().name())
                    .put("key", each.key());
        }
        node.put("recipe", recipe);
        node.put("version", version);
        node.put("existing", existing.name());
        node.put("leaveOut", leaveOut);
        ranges(node.putArray("leftOut"));
        node.put("lanes", lanes);
        encoding.ifPresent(charset -> node.put("encoding", charset.name()));
        separator.ifPresent(character -> node.put("separator", String.valueOf(character)));
        Path target = beside(results);
        try {
            WholeFile.replace(target, JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(node));
            return Outcome.done();
        } catch (IOException e) {
            return ResultFile.unwritable(target);
        }
    }

    /** The state beside these results. */
    public static Outcome<BatchState> read(Path results) {
        Path file = beside(results);
        try {
            JsonNode node = JSON.readTree(Files.readString(file));
            if (node.path("format").asInt() != FORMAT) {
                return unreadable(file);
            }
            List<Mapping.Column> columns = new ArrayList<>();
            for (JsonNode each : node.path("columns")) {
                columns.add(new Mapping.Column(
                        each.path("heading").asText(),
                        Field.valueOf(each.path("field").asText()),
                        each.path("key").asText()));
            }
            return Outcome.ok(new BatchState(
                    Path.of(node.path("list").asText()),
                    node.path("sha256").asText(),
                    Optional.ofNullable(node.get("sheet")).map(JsonNode::asText),
                    node.path("heading").asBoolean(),
                    new Mapping(columns),
                    node.path("recipe").asText(),
                    node.path("version").asInt(),
                    Existing.valueOf(node.path("existing").asText()),
                    node.path("leaveOut").asBoolean(),
                    lines(node.path("leftOut")),
                    Math.max(1, node.path("lanes").asInt()),
                    Optional.ofNullable(node.get("encoding")).map(each -> Charset.forName(each.asText())),
                    Optional.ofNullable(node.get("separator"))
                            .map(JsonNode::asText)
                            .map(text -> text.charAt(0))));
        } catch (JsonProcessingException | IllegalArgumentException e) {
            return unreadable(file);
        } catch (IOException e) {
            return unreadable(file);
        }
    }

    /** First and last line of each run of lines, one after the other. */
    private void ranges(ArrayNode array) {
        for (int from = leftOut.nextSetBit(0); from >= 0; ) {
            int end = leftOut.nextClearBit(from);
            array.add(from).add(end - 1);
            from = leftOut.nextSetBit(end);
        }
    }

    private static BitSet lines(JsonNode array) {
        BitSet lines = new BitSet();
        for (int i = 0; i + 1 < array.size(); i += 2) {
            lines.set(array.path(i).asInt(), array.path(i + 1).asInt() + 1);
        }
        return lines;
    }

    /** The list, as long as it is the very file that the batch began with. */
    public Outcome<UnitList> open() {
        try {
            if (!Hashes.sha256(list).equals(sha256)) {
                return changed(list);
            }
        } catch (IOException e) {
            return changed(list);
        }
        return UnitList.open(list, sheet, encoding, separator)
                .then(found -> found.withHeading(heading))
                .map(found -> found.with(mapping));
    }

    private static <T> Outcome<T> changed(Path list) {
        return Diagnosis.of(BatchCode.LIST_CHANGED)
                .with("file", list)
                .remedy("batch.begin-anew")
                .failed();
    }

    private static Outcome<BatchState> unreadable(Path file) {
        return Diagnosis.of(BatchCode.STATE_UNREADABLE)
                .with("file", file)
                .remedy("batch.feed-results")
                .failed();
    }
}
