package dev.gangway.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.gangway.cli.CommandLineRig.Result;
import dev.gangway.pki.bouncycastle.BouncyCastleMaker;
import dev.gangway.practice.PracticeOptions;
import dev.gangway.practice.PracticeServer;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What can be done with a unit that came by: labelled again, set right, certified. */
class UnitCommandsIT {
    @TempDir
    private Path home;

    @Test
    void aUnitIsLabelledAgainSetRightAndCertified() throws IOException {
        CommandLineRig rig = new CommandLineRig(home);
        try (PracticeServer server = PracticeServer.start(PracticeOptions.freePorts(new BouncyCastleMaker()))
                .orThrow()) {
            rig.vaultWith("plant", server);
            Path labels = Files.createDirectory(home.resolve("labels"));
            String recipe = home.resolve("unit.json").toString();
            run(
                    rig,
                    "recipe",
                    "create",
                    "unit",
                    "--credential",
                    "x509",
                    "--name",
                    "unit-{serial}",
                    "--server",
                    "plant",
                    "--label-template",
                    rig.file("label.txt", "size 30 20\nqr 2 2 14 {serial}\n"),
                    "--attribute",
                    "rack={serial}",
                    "--out",
                    recipe);
            // Polish in an encoding and with a separator that nobody could guess
            Path list = home.resolve("list.csv");
            Files.writeString(list, "serial^label\nÓ1^Łódź\n", Charset.forName("ISO-8859-2"));
            Result refused = rig.run("batch", "run", recipe, list.toString(), "--separator=^", "--encoding=ISO-8859-2");
            assertThat(refused.code()).isNotZero();
            assertThat(refused.err() + refused.out()).contains("--label-folder");
            String folder = "--label-folder=" + labels;
            Result run = rig.run(
                    "batch",
                    "run",
                    recipe,
                    list.toString(),
                    "--separator=^",
                    "--encoding=ISO-8859-2",
                    "--station=bay",
                    "--lot=L9",
                    folder,
                    "--json");
            assertThat(run.code()).as(run.err() + run.out()).isZero();
            assertThat(labels.toFile().list()).hasSize(1);

            run(rig, "unit", "reprint", recipe, "Ó1", "--reason", "torn", "--station=bay", folder);
            run(
                    rig,
                    "unit",
                    "correct",
                    "bay",
                    "1",
                    "--verdict",
                    "fail",
                    "--reason",
                    "cracked glass",
                    "--operator",
                    "Jo");
            assertThat(rig.run("unit", "correct", "bay", "9", "--verdict", "fail", "--reason", "x")
                            .code())
                    .isNotZero();
            run(rig, "unit", "release", "Ó1", "--reason", "looked at it");
            assertThat(rig.run("unit", "release", "nobody", "--reason", "x").code())
                    .isNotZero();

            Path pdf = home.resolve("unit.pdf");
            run(rig, "unit", "certificate", "Ó1", "--out", pdf.toString());
            try (PDDocument document = Loader.loadPDF(pdf.toFile())) {
                assertThat(new PDFTextStripper().getText(document))
                        .contains("bay #1", "bay #2", "bay #3", "torn", "cracked glass", "unit-Ó1", "L9");
            }
            Path export = home.resolve("records.json");
            run(rig, "trace", "export", export.toString());
            Result verified = rig.run("trace", "verify", export.toString(), "--json");
            JsonNode json = new ObjectMapper().readTree(verified.out());
            assertThat(json.path("sound").asBoolean()).as(verified.out()).isTrue();
            assertThat(json.path("records").asInt()).isEqualTo(3);
        }
    }

    private static void run(CommandLineRig rig, String... words) {
        Result result = rig.run(words);
        assertThat(result.code()).as(result.err() + result.out()).isZero();
    }
}
