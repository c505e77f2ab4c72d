package dev.gangway.line.batch;

import dev.gangway.diagnosis.Diagnosis;
import dev.gangway.diagnosis.Outcome;
import dev.gangway.line.batch.table.TableLine;
import dev.gangway.line.recipe.Recipe;
import dev.gangway.line.unit.UnitOrder;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Turns lines of a list into orders for units by a recipe, or says what is wrong with a line. Safe for several threads. */
public final class LineReading {
    /** Characters of a name, label or attribute; ThingsBoard's columns of names and labels hold as many. */
    static final int MOST_CHARACTERS = 255;

    private final UnitList list;
    private final Recipe recipe;
    private final UnitOrder.Existing existing;
    private final Function<String, Outcome<String>> serials;

    /**
     * Of this list.
     *
     * @param serials the serial number as it is to be used, or why the recipe refuses it
     */
    public LineReading(
            UnitList list, Recipe recipe, UnitOrder.Existing existing, Function<String, Outcome<String>> serials) {
        this.list = list;
        this.recipe = recipe;
        this.existing = existing;
        this.serials = serials;
    }

    /** The order that a line stands for, with all that is wrong with it. */
    public Read read(TableLine line) {
        List<BadCell> bad = new ArrayList<>();
        Mapping mapping = list.mapping();
        List<String> headings = list.headings();
        if (!headings.isEmpty() && isHeadingAgain(line)) {
            bad.add(bad(line, 0, Diagnosis.of(BatchCode.HEADING_AGAIN)));
        } else if (!headings.isEmpty() && line.cells().size() != headings.size()) {
            shape(line, headings.size(), bad);
        }
        for (TableLine.Flaw flaw : line.flaws()) {
            if (used(flaw.column())) {
                bad.add(bad(
                        line, flaw.column(), Diagnosis.of(flaw.code()).with("value", shown(line.cell(flaw.column())))));
            }
        }
        Map<String, String> attributes = new LinkedHashMap<>();
        for (int i = 0; i < mapping.columns().size(); i++) {
            Mapping.Column column = mapping.columns().get(i);
            String cell = line.cell(i);
            if (used(i)) {
                characters(line, i, cell, bad);
            }
            if (column.field() == Field.ATTRIBUTE && !cell.isEmpty()) {
                attributes.put(column.key(), cell);
            }
            if (column.field() == Field.PROFILE && !cell.isEmpty() && !cell.equals(recipe.profile())) {
                bad.add(bad(
                        line,
                        i,
                        Diagnosis.of(BatchCode.PROFILE_OTHER)
                                .with("value", shown(cell))
                                .with("recipe", recipe.name())
                                .with("profile", recipe.profile())));
            }
        }
        return new Read(line, order(line, attributes, bad), bad);
    }

    private UnitOrder order(TableLine line, Map<String, String> attributes, List<BadCell> bad) {
        int serialColumn = list.mapping().indexOf(Field.SERIAL).orElse(-1);
        int nameColumn = list.mapping().indexOf(Field.NAME).orElse(-1);
        int labelColumn = list.mapping().indexOf(Field.LABEL).orElse(-1);
        String name = nameColumn < 0 ? "" : line.cell(nameColumn);
        String serial = serialColumn < 0 ? name : line.cell(serialColumn);
        if (serial.isBlank()) {
            bad.add(bad(
                    line,
                    Math.max(0, serialColumn < 0 ? nameColumn : serialColumn),
                    Diagnosis.of(serialColumn < 0 ? BatchCode.NAME_BLANK : BatchCode.SERIAL_BLANK)));
        } else if (serialColumn >= 0) {
            switch (serials.apply(serial)) {
                case Outcome.Ok<String>(String canonical) -> serial = canonical;
                case Outcome.Failed<String>(Diagnosis why) ->
                    bad.add(new BadCell(line.number(), serialColumn, heading(serialColumn), why));
            }
        }
        if (nameColumn >= 0 && serialColumn >= 0 && name.isBlank()) {
            bad.add(bad(line, nameColumn, Diagnosis.of(BatchCode.NAME_BLANK)));
        }
        String device = nameColumn < 0 ? recipe.nameOf(serial) : name;
        String label =
                labelColumn < 0 || line.cell(labelColumn).isEmpty() ? recipe.labelOf(serial) : line.cell(labelColumn);
        if (device.length() > MOST_CHARACTERS && nameColumn < 0) {
            bad.add(bad(
                    line,
                    serialColumn,
                    Diagnosis.of(BatchCode.TOO_LONG)
                            .with("count", device.length())
                            .with("limit", MOST_CHARACTERS)));
        }
        Map<String, String> all = new LinkedHashMap<>(recipe.attributesOf(serial));
        all.putAll(attributes);
        return new UnitOrder(recipe, serial, device, label, all, existing);
    }

    private void shape(TableLine line, int width, List<BadCell> bad) {
        boolean few = line.cells().size() < width;
        boolean surplusBlank = !few
                && line.cells().subList(width, line.cells().size()).stream().allMatch(String::isBlank);
        // a workbook stores no blank cells at the end of a line
        boolean blankMissing = few && list.format() instanceof dev.gangway.line.batch.table.TableFormat.Xlsx;
        if (!surplusBlank && !blankMissing) {
            bad.add(bad(
                    line,
                    Math.min(width, line.cells().size()) - 1,
                    Diagnosis.of(few ? BatchCode.TOO_FEW_CELLS : BatchCode.TOO_MANY_CELLS)
                            .with("count", line.cells().size())
                            .with("expected", width)));
        }
    }

    private void characters(TableLine line, int column, String cell, List<BadCell> bad) {
        if (cell.length() > MOST_CHARACTERS) {
            bad.add(bad(
                    line,
                    column,
                    Diagnosis.of(BatchCode.TOO_LONG)
                            .with("count", cell.length())
                            .with("limit", MOST_CHARACTERS)));
        }
        cell.codePoints()
                .filter(LineReading::isUnseen)
                .findFirst()
                .ifPresent(point -> bad.add(bad(
                        line,
                        column,
                        Diagnosis.of(BatchCode.CONTROL_CHARACTER).with("character", "U+%04X".formatted(point)))));
        Field field = list.mapping().columns().get(column).field();
        if ((field == Field.NAME || field == Field.SERIAL) && !cell.isBlank() && !cell.equals(cell.strip())) {
            bad.add(bad(line, column, Diagnosis.of(BatchCode.BLANKS_AROUND).with("value", shown(cell))));
        }
    }

    /** Control characters and those that turn the direction of writing, which nobody sees in a name. */
    private static boolean isUnseen(int point) {
        int type = Character.getType(point);
        return type == Character.CONTROL
                || type == Character.FORMAT
                || type == Character.LINE_SEPARATOR
                || type == Character.PARAGRAPH_SEPARATOR
                || type == Character.SURROGATE
                || type == Character.UNASSIGNED
                || point == '\uFFFD';
    }

    private boolean isHeadingAgain(TableLine line) {
        List<String> words =
                line.cells().stream().filter(cell -> !cell.isBlank()).toList();
        long known = words.stream()
                .filter(cell -> Field.known(cell).isPresent() || list.headings().contains(cell))
                .count();
        return words.size() > 1
                ? known * 2 > words.size() && known > 1
                : list.headings().containsAll(words);
    }

    private boolean used(int column) {
        if (column >= list.mapping().columns().size()) {
            return false;
        }
        return switch (list.mapping().columns().get(column).field()) {
            case SERIAL, NAME, LABEL, PROFILE, ATTRIBUTE -> true;
            case FOREIGN_CREDENTIAL, RESULT, IGNORED -> false;
        };
    }

    BadCell bad(TableLine line, int column, Diagnosis.Builder why) {
        return new BadCell(line.number(), column, heading(column), why.build());
    }

    private String heading(int column) {
        return column >= 0 && column < list.headings().size() ? list.headings().get(column) : "";
    }

    private static String shown(String cell) {
        return cell.length() <= 60 ? cell : cell.substring(0, 60) + "…";
    }

    /**
     * A line as it was understood.
     *
     * @param bad empty where the unit can be run
     */
    public record Read(TableLine line, UnitOrder order, List<BadCell> bad) {
        public Read {
            bad = List.copyOf(bad);
        }
    }

    /**
     * What is wrong with a line.
     *
     * @param line its number
     * @param column from 0
     * @param heading of that column; empty where there is none
     * @param why the rule that it breaks
     */
    public record BadCell(long line, int column, String heading, Diagnosis why) {}
}
