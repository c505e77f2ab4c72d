package dev.gangway.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.gangway.cli.CommandLineRig.Result;
import java.io.IOException;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Operators with PINs, sheets of labels, columns that are remembered, and a batch that is paused. */
class PlantCommandsIT {
    @TempDir
    private Path home;

    @Test
    void aStationThatAsksForAPinTakesNoUnitWithoutIt() {
        CommandLineRig rig = new CommandLineRig(home);
        rig.passes("vault", "create");
        rig.passes("recipe", "create", "unit", "--needs-pin", "--test", "none");
        rig.passes("operator", "set-pin", "Jo", "--pin-file", rig.file("pin", "4711"));
        assertThat(rig.passes("operator", "list", "--json")
                        .json()
                        .at("/operators/0")
                        .asText())
                .isEqualTo("Jo");
        rig.type("U1\n");
        Result unsigned = rig.run("station", "unit", "--json");
        assertThat(unsigned.out()).contains("station.operator-missing");
        rig.type("U1\n");
        Result wrong = rig.run("station", "unit", "--operator", "Jo", "--operator-pin-file", rig.file("no", "4712"));
        assertThat(wrong.err()).contains("station.pin-wrong").doesNotContain("4712", "4711");
        assertThat(wrong.out()).doesNotContain("U1");
        rig.type("U1\n");
        Result early = rig.run("station", "unit", "--operator", "Jo", "--operator-pin-file", rig.file("no", "4712"));
        assertThat(early.err()).containsAnyOf("station.pin-waits", "station.pin-wrong");
        // without a terminal nobody can be asked, and the option is named
        rig.type("U1\n");
        assertThat(rig.run("station", "unit", "--operator", "Jo").err()).contains("--operator-pin-file");
        rig.passes("operator", "remove", "Jo");
        assertThat(rig.run("operator", "remove", "Jo").err()).contains("station.operator-unknown");
    }

    @Test
    void labelsOfAListAreDrawnSeveralToASheet() throws IOException {
        CommandLineRig rig = new CommandLineRig(home);
        String template =
                rig.file("label.txt", "size 60 25\ntext 25 4 4 {serial}\nqr 3 3 18 {serial}\ntext 25 12 4 {lot}\n");
        String list = rig.file(
                "units.csv",
                "serial,other\n"
                        + IntStream.range(0, 30)
                                .mapToObj(i -> "PX-" + i + ",x\n")
                                .collect(Collectors.joining()));
        Path out = home.resolve("sheet.pdf");
        rig.passes(
                "label",
                "sheet",
                template,
                list,
                "--columns",
                "3",
                "--rows",
                "8",
                "--skip",
                "2",
                "--field",
                "lot=L7",
                "--out",
                out.toString());
        try (PDDocument pdf = Loader.loadPDF(out.toFile())) {
            assertThat(pdf.getNumberOfPages()).isEqualTo(2);
            PDFTextStripper first = new PDFTextStripper();
            first.setEndPage(1);
            assertThat(first.getText(pdf)).contains("PX-0", "PX-21", "L7").doesNotContain("PX-22");
        }
        Result gap = rig.run(
                "label",
                "sheet",
                template,
                list,
                "--columns",
                "3",
                "--rows",
                "8",
                "--out",
                home.resolve("gap.pdf").toString());
        assertThat(gap.err()).contains("label.line-bad", "2");
        assertThat(home.resolve("gap.pdf")).doesNotExist();
        assertThat(rig.run("label", "--out", out.toString()).err()).contains("TEMPLATE");
    }

    @Test
    void whatAColumnWasSaidToHoldIsRememberedForTheNextList() {
        CommandLineRig rig = new CommandLineRig(home);
        rig.passes("vault", "create");
        String recipe = home.resolve("unit.json").toString();
        rig.passes("recipe", "create", "unit", "--test", "none", "--out", recipe);
        // what is remembered needs the vault, and no server: the units wait
        String first = rig.file("first.csv", "serial,Werk\nC1,3\n");
        rig.run("batch", "run", recipe, first, "--column", "Werk=site");
        Result next = rig.run("batch", "check", recipe, rig.file("next.csv", "serial,Werk\nC2,3\n"), "--json");
        assertThat(next.json().at("/columns/Werk").asText()).isEqualTo("site");
        Result anew = rig.run(
                "batch", "check", recipe, rig.file("next.csv", "serial,Werk\nC2,3\n"), "--json", "--guess-columns");
        assertThat(anew.json().at("/columns/Werk").asText()).isNotEqualTo("site");
    }

    @Test
    void aBatchIsPausedGoneOnWithAndStoppedByWhoStartedIt() throws Exception {
        CommandLineRig rig = new CommandLineRig(home);
        String recipe = home.resolve("unit.json").toString();
        rig.passes("recipe", "create", "unit", "--test", "none", "--out", recipe);
        String list = rig.file(
                "units.csv",
                "serial\n"
                        + IntStream.range(0, 600).mapToObj(i -> "B" + i + "\n").collect(Collectors.joining()));
        Path results = home.resolve("out.csv");
        try (PipedOutputStream says = new PipedOutputStream()) {
            rig.input(new PipedInputStream(says));
            CompletableFuture<Result> running = CompletableFuture.supplyAsync(() -> rig.run(
                    "batch",
                    "run",
                    recipe,
                    list,
                    "--practice",
                    "--control",
                    "--results",
                    results.toString(),
                    "--json"));
            await().atMost(Duration.ofMinutes(2))
                    .until(() ->
                            Files.exists(results) && Files.readAllLines(results).size() > 10);
            says.write("pause\nwhat\n".getBytes(StandardCharsets.UTF_8));
            says.flush();
            AtomicLong before = new AtomicLong();
            await().atMost(Duration.ofMinutes(1)).during(Duration.ofSeconds(1)).until(() -> {
                long size = Files.size(results);
                return before.getAndSet(size) == size;
            });
            int paused = Files.readAllLines(results).size();
            assertThat(paused).isLessThan(600);
            says.write("r\n".getBytes(StandardCharsets.UTF_8));
            says.flush();
            await().atMost(Duration.ofMinutes(1))
                    .until(() -> Files.readAllLines(results).size() > paused);
            says.write("stop\n".getBytes(StandardCharsets.UTF_8));
            says.flush();
            Result result = running.get();
            assertThat(result.code()).isEqualTo(ExitCode.CANCELLED);
            assertThat(result.err()).contains("Paused", "Goes on", "\"what\"");
            assertThat(result.json().path("cancelled").asBoolean()).isTrue();
        } finally {
            rig.cancellation().cancel();
        }
    }
}
