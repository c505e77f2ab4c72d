package dev.gangway.line.batch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gangway.background.Cancellation;
import dev.gangway.diagnosis.Outcome;
import dev.gangway.line.batch.LineReading.BadCell;
import dev.gangway.line.recipe.Recipe;
import dev.gangway.line.recipe.RecipeCredential;
import dev.gangway.line.recipe.StationRules;
import dev.gangway.line.serial.SerialNumber;
import dev.gangway.line.serial.SerialScheme;
import dev.gangway.line.unit.UnitOrder.Existing;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every line that would go wrong is found before anything is sent, with its line, its column and the rule. */
class DryRunTest {
    /** Five million by hand. */
    private static final int LONG = Integer.getInteger("gangway.line.lines", 500_000);

    @TempDir
    private Path folder;

    static Recipe recipe(String serials) {
        return new Recipe(
                "pump",
                1,
                "pump-{serial}",
                serials,
                "pumps",
                "{name}",
                Map.of(),
                new RecipeCredential.Token(20),
                Optional.empty(),
                Recipe.Proof.CONNECT,
                Optional.empty(),
                StationRules.USUAL,
                Optional.empty());
    }

    @Test
    void everyBadLineIsFound() throws IOException {
        List<String> found = check("""
            Serial Number,name,Type,site,token
            A1,pump-1,pumps,Bonn,x
            ,pump-2,pumps,Bonn,x
            A1,pump-3,pumps,Bonn,x
            A4,pump-1,pumps,Bonn,x
            A5,,pumps,Bonn,x
            A6,pump-6,valves,Bonn,x
            A7,pump-7
            A8,pump-8,pumps,Bonn,x,y
            Serial Number,name,Type,site,token
            A9,pump\u20289,pumps,Bonn,x
            A10, pump-10,pumps,Bonn,x
            A11,=cmd|' /C calc'!A0,pumps,Bonn,x
            A12,vault-1,pumps,Bonn,x
            A13,server-1,pumps,Bonn,x
            A14,pump-14,,%s,x
            A15,pump-15,pumps,,
            """.formatted("y".repeat(300)), "");
        assertThat(found)
                .containsExactly(
                        "3 Serial Number batch.serial-blank",
                        "4 Serial Number batch.serial-twice",
                        "5 name batch.name-twice",
                        "6 name batch.name-blank",
                        "7 Type batch.profile-other",
                        "8 name batch.too-few-cells",
                        "9 token batch.too-many-cells",
                        "10 Serial Number batch.heading-again",
                        "10 Type batch.profile-other",
                        "11 name batch.control-character",
                        "12 name batch.blanks-around",
                        "13 name table.cell-formula",
                        "14 name batch.name-in-vault",
                        "15 name batch.name-on-server",
                        "16 site batch.too-long");
    }

    @Test
    void checkDigitsAreChecked() throws IOException {
        assertThat(check("serial\nP-00018\nP-00019\n", "P-{counter:4}{luhn}")).hasSize(1);
    }

    @Test
    void aListOfSerialNumbersAloneNeedsNoHeading() throws IOException {
        Path file = Files.writeString(folder.resolve("list.txt"), "A1\nA2\n");
        UnitList list = UnitList.open(file, Optional.empty()).orThrow();
        assertThat(list.headingLine()).isZero();
        assertThat(list.mapping().columns()).extracting(Mapping.Column::field).containsExactly(Field.SERIAL);
    }

    @Test
    void columnsAreGuessedAndCanBeSaidOtherwise() throws IOException {
        Path file = Files.writeString(folder.resolve("list.csv"), "Gerätename;S/N;Standort;pw\na;1;Bonn;x\n");
        UnitList list = UnitList.open(file, Optional.empty()).orThrow();
        assertThat(list.mapping().columns())
                .extracting(Mapping.Column::field)
                .containsExactly(Field.NAME, Field.SERIAL, Field.ATTRIBUTE, Field.ATTRIBUTE);
        Mapping changed =
                list.mapping().changed(Map.of("Standort", "label", "4", "")).orThrow();
        assertThat(changed.columns())
                .extracting(Mapping.Column::field)
                .containsExactly(Field.NAME, Field.SERIAL, Field.LABEL, Field.IGNORED);
        assertThat(list.mapping()
                        .changed(Map.of("x", "label"))
                        .failure()
                        .orElseThrow()
                        .is(BatchCode.COLUMN_UNKNOWN))
                .isTrue();
        assertThat(changed.changed(Map.of("pw", "serial"))
                        .then(each -> each.checked("list.csv"))
                        .failure()
                        .orElseThrow()
                        .is(BatchCode.COLUMN_TWICE))
                .isTrue();
    }

    @Test
    void aLongListIsReadWithoutHoldingIt() throws IOException {
        Path file = folder.resolve("long.csv");
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            out.write("serial,site\n");
            for (int i = 0; i < LONG; i++) {
                out.write("S" + i + ",Bonn\n");
            }
            out.write("S17,Bonn\n");
        }
        UnitList list = UnitList.open(file, Optional.empty()).orThrow();
        List<BadCell> found = new ArrayList<>();
        DryRun.Report report = dryRun(list, "", Existing.SKIP)
                .check(found::add, new Cancellation())
                .orThrow();
        assertThat(report).isEqualTo(new DryRun.Report(LONG + 1, 1));
        assertThat(found.getFirst().why().args()).containsEntry("first", "19");
    }

    private List<String> check(String text, String serials) throws IOException {
        Path file = Files.writeString(folder.resolve("list.csv"), text);
        UnitList list = UnitList.open(file, Optional.empty()).orThrow();
        List<BadCell> found = new ArrayList<>();
        dryRun(list, serials, Existing.REFUSE)
                .check(found::add, new Cancellation())
                .orThrow();
        return found.stream()
                .sorted(Comparator.comparing(BadCell::line))
                .map(bad -> bad.line() + " " + bad.heading() + " " + bad.why().code())
                .toList();
    }

    private static DryRun dryRun(UnitList list, String serials, Existing existing) {
        LineReading reading = new LineReading(
                list,
                recipe(serials),
                existing,
                text -> serials.isEmpty()
                        ? Outcome.ok(text)
                        : SerialScheme.parse(serials)
                                .then(scheme -> scheme.read(text))
                                .map(SerialNumber::text));
        return new DryRun(list, reading, "vault-1"::equals, name -> Outcome.ok(name.equals("server-1")));
    }
}
