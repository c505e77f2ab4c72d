package dev.gangway.line.label;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Labels read by programs that are not ours: Poppler draws the pages, ZBar reads what is on them. */
@Tag("labels")
class LabelDecodersIT {
    @TempDir
    private Path folder;

    /** The sheet is cut into its labels, as its user does: 30 codes on one picture are more than ZBar keeps apart. */
    @Test
    void aSheetOfManyIsReadByAnotherDecoder() throws Exception {
        LabelTemplate template = LabelTemplate.parse("size 60 25\ntext 30 4 4 {serial}\nqr 4 4 16 {serial}")
                .orThrow();
        List<LabelTemplate> labels = new ArrayList<>();
        List<String> serials = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            serials.add("PX-" + (1_000 + i));
            labels.add(template.filled(Map.of("serial", serials.getLast())).orThrow());
        }
        Path pdf = Files.write(
                folder.resolve("sheet.pdf"), LabelPdf.pdf(labels, 3, 10).orThrow());
        run(
                "pdftoppm",
                "-r",
                "200",
                "-png",
                pdf.toString(),
                folder.resolve("page").toString());
        List<String> cut = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            BufferedImage page =
                    ImageIO.read(folder.resolve("page-" + (i / 30 + 1) + ".png").toFile());
            double millimetre = page.getWidth() / 210.0;
            BufferedImage label = page.getSubimage(
                    (int) ((15 + i % 3 * 60) * millimetre),
                    (int) ((23.5 + i % 30 / 3 * 25) * millimetre),
                    (int) (60 * millimetre),
                    (int) (25 * millimetre));
            cut.add("label-" + i + ".png");
            ImageIO.write(label, "png", folder.resolve(cut.getLast()).toFile());
        }
        assertThat(zbar(cut.toArray(String[]::new))).containsExactlyElementsOf(serials);
    }

    @Test
    void aPictureForEachPrinterIsReadByAnotherDecoder() throws Exception {
        LabelTemplate template = LabelTemplate.parse("size 70 30\nqr 3 3 14 {serial}\ncode128 22 4 10 {serial}")
                .orThrow();
        for (int dots : new int[] {203, 300, 600}) {
            for (int i = 0; i < 10; i++) {
                String serial = "PX-" + (i * 7_919 + 10_000);
                Files.write(
                        folder.resolve("label.png"),
                        LabelFiles.png(template.filled(Map.of("serial", serial)).orThrow(), dots)
                                .orThrow());
                assertThat(zbar("label.png")).as("%s at %d dots", serial, dots).containsExactly(serial, serial);
            }
        }
    }

    private List<String> zbar(String... pictures) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("zbarimg", "-q", "--nodbus", "--raw"));
        for (String each : pictures) {
            command.add(folder.resolve(each).toString());
        }
        return run(command.toArray(String[]::new)).lines().sorted().toList();
    }

    /** What the program says on its standard output; what it says beside goes to a file, and into a failure. */
    private String run(String... command) throws IOException, InterruptedException {
        Path beside = folder.resolve("beside.txt");
        Process process =
                new ProcessBuilder(command).redirectError(beside.toFile()).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(Files.readString(beside)).isZero();
        return said;
    }
}
