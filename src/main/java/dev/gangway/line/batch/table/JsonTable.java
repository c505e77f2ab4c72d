package dev.gangway.line.batch.table;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import dev.gangway.diagnosis.Diagnosis;
import dev.gangway.diagnosis.Outcome;
import dev.gangway.line.batch.table.TableLine.Flaw;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * Units as JSON (RFC 8259): an array of flat objects, or one object after the other (JSON Lines). The names of the first
 * object's members are the heading, as line 1; the first object is line 2. Every object has the same members or fewer.
 */
final class JsonTable {
    private static final int LONGEST_TEXT = 100_000;
    private static final int DEEPEST = 3;

    private static final JsonFactory FACTORY = JsonFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxStringLength(LONGEST_TEXT)
                    .maxNestingDepth(DEEPEST)
                    .build())
            .build();

    private JsonTable() {}

    /** Ends the reading; never leaves this class. */
    private static final class Refused extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final transient Diagnosis.Builder why;

        Refused(Diagnosis.Builder why) {
            super("refused", null, false, false);
            this.why = why;
        }
    }

    static Outcome<Outcome.Done> read(Path file, Predicate<TableLine> lines) {
        String name = Tables.name(file);
        long[] line = {1};
        try (JsonParser parser = FACTORY.createParser(Files.newInputStream(file))) {
            List<String> heading = new ArrayList<>();
            JsonToken token = parser.nextToken();
            if (token == JsonToken.START_ARRAY) {
                token = parser.nextToken();
            }
            while (token == JsonToken.START_OBJECT) {
                Map<String, String> members = new LinkedHashMap<>();
                List<String> nested = object(parser, members);
                if (heading.isEmpty()) {
                    heading.addAll(members.keySet());
                    if (heading.size() > CsvTable.MOST_COLUMNS) {
                        throw new Refused(Diagnosis.of(TableCode.TOO_MANY_COLUMNS)
                                .with("count", heading.size())
                                .with("limit", CsvTable.MOST_COLUMNS)
                                .remedy("table.check-file"));
                    }
                    if (!lines.test(new TableLine(1, heading, List.of()))) {
                        return Outcome.done();
                    }
                }
                line[0]++;
                if (!lines.test(line(line[0], heading, members, nested))) {
                    return Outcome.done();
                }
                token = parser.nextToken();
            }
            if (token == JsonToken.END_ARRAY) {
                token = parser.nextToken();
            }
            return token == null ? Outcome.done() : failed(TableCode.JSON_NO_OBJECT, name, line[0] + 1);
        } catch (Refused refused) {
            return refused.why.with("file", name).with("line", line[0] + 1).failed();
        } catch (JsonProcessingException e) {
            return failed(TableCode.JSON_BROKEN, name, line[0] + 1);
        } catch (IOException e) {
            return failed(TableCode.FILE_UNREADABLE, name, line[0] + 1);
        }
    }

    /** Fills in the members of an object; returns the names of those that hold lists or objects. */
    private static List<String> object(JsonParser parser, Map<String, String> members) throws IOException {
        List<String> nested = new ArrayList<>(0);
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String member = parser.currentName();
            JsonToken value = parser.nextToken();
            if (value.isStructStart()) {
                nested.add(member);
                parser.skipChildren();
                members.put(member, "");
            } else {
                members.put(member, value == JsonToken.VALUE_NULL ? "" : parser.getText());
            }
        }
        return nested;
    }

    private static TableLine line(long number, List<String> heading, Map<String, String> members, List<String> nested) {
        members.keySet().stream()
                .filter(member -> !heading.contains(member))
                .findFirst()
                .ifPresent(member -> {
                    throw new Refused(Diagnosis.of(TableCode.JSON_MEMBER)
                            .with("member", member)
                            .remedy("table.check-file"));
                });
        return new TableLine(
                number,
                heading.stream().map(member -> members.getOrDefault(member, "")).toList(),
                nested.stream()
                        .map(member -> new Flaw(heading.indexOf(member), TableCode.CELL_NESTED))
                        .toList());
    }

    private static Outcome<Outcome.Done> failed(TableCode code, String file, long line) {
        return Diagnosis.of(code)
                .with("file", file)
                .with("line", line)
                .remedy("table.check-file")
                .failed();
    }
}
