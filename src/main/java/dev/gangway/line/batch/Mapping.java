package dev.gangway.line.batch;

import dev.gangway.diagnosis.Diagnosis;
import dev.gangway.diagnosis.Outcome;
import dev.gangway.stored.StoredAs;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * What each column of a list holds.
 *
 * @param columns in the order of the file
 */
public record Mapping(@StoredAs("columns") List<Column> columns) {
    public Mapping {
        columns = List.copyOf(columns);
    }

    /**
     * One column.
     *
     * @param heading as the file has it
     * @param field what it holds
     * @param key of an attribute; empty for anything else
     */
    public record Column(
            @StoredAs("heading") String heading,
            @StoredAs("field") Field field,
            @StoredAs("key") String key) {}

    /** The most likely one for these headings: known words, and everything else an attribute of its heading's name. */
    public static Mapping guess(List<String> headings) {
        Set<Field> taken = EnumSet.noneOf(Field.class);
        List<Column> columns = new ArrayList<>();
        for (String each : headings) {
            String heading = each.strip();
            Field field = heading.isEmpty()
                    ? Field.IGNORED
                    : Field.known(heading)
                            .filter(known -> !known.isUnique() || taken.add(known))
                            .orElse(Field.ATTRIBUTE);
            columns.add(new Column(heading, field, field == Field.ATTRIBUTE ? heading : ""));
        }
        return new Mapping(columns);
    }

    /** For a list without heading: serial numbers in the first column, nothing else used. */
    public static Mapping withoutHeading(int width) {
        return new Mapping(IntStream.range(0, width)
                .mapToObj(i -> new Column("", i == 0 ? Field.SERIAL : Field.IGNORED, ""))
                .toList());
    }

    /** With other meanings for the columns of these headings, or of these numbers from 1. */
    public Outcome<Mapping> changed(Map<String, String> wanted) {
        List<Column> changed = new ArrayList<>(columns);
        for (Map.Entry<String, String> each : wanted.entrySet()) {
            OptionalInt at = indexOf(each.getKey());
            if (at.isEmpty()) {
                return Diagnosis.of(BatchCode.COLUMN_UNKNOWN)
                        .with("column", each.getKey())
                        .with(
                                "columns",
                                String.join(
                                        ", ",
                                        columns.stream().map(Column::heading).toList()))
                        .remedy("batch.choose-columns")
                        .failed();
            }
            String heading = columns.get(at.getAsInt()).heading();
            changed.set(at.getAsInt(), column(heading, each.getValue()));
        }
        return Outcome.ok(new Mapping(changed));
    }

    private static Column column(String heading, String wanted) {
        return switch (wanted) {
            case "serial" -> new Column(heading, Field.SERIAL, "");
            case "name" -> new Column(heading, Field.NAME, "");
            case "label" -> new Column(heading, Field.LABEL, "");
            case "profile" -> new Column(heading, Field.PROFILE, "");
            case "" -> new Column(heading, Field.IGNORED, "");
            default -> new Column(heading, Field.ATTRIBUTE, wanted);
        };
    }

    /** With another meaning for the column of this number, from 0; the key is that of an attribute. */
    public Mapping with(int index, Field field, String key) {
        List<Column> changed = new ArrayList<>(columns);
        changed.set(index, new Column(columns.get(index).heading(), field, field == Field.ATTRIBUTE ? key : ""));
        return new Mapping(changed);
    }

    private OptionalInt indexOf(String heading) {
        OptionalInt named = IntStream.range(0, columns.size())
                .filter(i -> columns.get(i).heading().equals(heading))
                .findFirst();
        return named.isPresent()
                ? named
                : IntStream.range(0, columns.size())
                        .filter(i -> String.valueOf(i + 1).equals(heading))
                        .findFirst();
    }

    /** The column of this field. */
    public OptionalInt indexOf(Field field) {
        return IntStream.range(0, columns.size())
                .filter(i -> columns.get(i).field() == field)
                .findFirst();
    }

    /** This mapping, where units can be brought on board by it. */
    public Outcome<Mapping> checked(String file) {
        for (Field field : Field.values()) {
            List<Column> same =
                    columns.stream().filter(column -> column.field() == field).toList();
            if (field.isUnique() && same.size() > 1) {
                return twice(file, same.get(0), same.get(1));
            }
        }
        List<Column> attributes =
                columns.stream().filter(each -> each.field() == Field.ATTRIBUTE).toList();
        for (int i = 0; i < attributes.size(); i++) {
            for (int j = 0; j < i; j++) {
                if (attributes.get(i).key().equals(attributes.get(j).key())) {
                    return twice(file, attributes.get(j), attributes.get(i));
                }
            }
        }
        return indexOf(Field.SERIAL).isEmpty() && indexOf(Field.NAME).isEmpty()
                ? Diagnosis.of(BatchCode.NO_SERIAL_COLUMN)
                        .with("file", file)
                        .with(
                                "columns",
                                String.join(
                                        ", ",
                                        columns.stream().map(Column::heading).toList()))
                        .remedy("batch.choose-columns")
                        .failed()
                : Outcome.ok(this);
    }

    private static Outcome<Mapping> twice(String file, Column one, Column other) {
        return Diagnosis.of(BatchCode.COLUMN_TWICE)
                .with("file", file)
                .with("one", one.heading())
                .with("other", other.heading())
                .remedy("batch.choose-columns")
                .failed();
    }
}
