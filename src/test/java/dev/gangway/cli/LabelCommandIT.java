package dev.gangway.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gangway.line.label.PlayedPrinter;
import java.awt.image.BufferedImage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code gangway label}: files, a printer, and what is refused. */
class LabelCommandIT {
    private static final String TEMPLATE =
            "size 60 25\ntext 25 4 4 {serial}\ntext 25 10 4 {device.name}\nqr 3 3 18 {serial}";

    @TempDir
    private Path home;

    @Test
    void aLabelIsWrittenInEachFormat() throws Exception {
        CommandLineRig rig = new CommandLineRig(home);
        String template = rig.file("label.txt", TEMPLATE);
        String unit = rig.file("unit.json", "{\"serial\":\"X\",\"device\":{\"name\":\"pump-7\"},\"more\":[1]}");
        for (String ending : new String[] {"png", "pdf", "zpl"}) {
            String file = home.resolve("label." + ending).toString();
            CommandLineRig.Result made =
                    rig.run("label", template, "--field", "serial=PX-7", "--fields", unit, "--out", file);
            assertThat(made.code()).as(made.err()).isZero();
            assertThat(made.out()).contains(file);
            CommandLineRig.Result again =
                    rig.run("label", template, "--field", "serial=PX-7", "--fields", unit, "--out", file);
            assertThat(again.code()).isEqualTo(ExitCode.INPUT);
        }
        BufferedImage picture = ImageIO.read(home.resolve("label.png").toFile());
        assertThat(picture.getWidth()).isEqualTo(709);
        assertThat(picture.getHeight()).isEqualTo(296);
        try (PDDocument pdf = Loader.loadPDF(home.resolve("label.pdf").toFile())) {
            assertThat(new PDFTextStripper().getText(pdf)).contains("PX-7", "pump-7");
        }
        assertThat(home.resolve("label.zpl")).content().startsWith("^XA").contains("^FDPX-7^FS", "^FDpump-7^FS");
    }

    @Test
    void aPrinterIsAskedBeforeAndAfter() throws Exception {
        CommandLineRig rig = new CommandLineRig(home);
        String template = rig.file("label.txt", "size 40 20\ntext 2 2 4 {serial}");
        try (PlayedPrinter printer = new PlayedPrinter(PlayedPrinter.READY_1, PlayedPrinter.READY_2)) {
            String at = "127.0.0.1:" + printer.port();
            CommandLineRig.Result printed = rig.run("label", template, "--field", "serial=PX-7", "--printer", at);
            assertThat(printed.code()).as(printed.err()).isZero();
            assertThat(printed.out()).contains(at + " was ready", at + " reports no fault");
            assertThat(printer.got()).startsWith("~HS\n^XA").contains("PX-7").endsWith("^XZ\n~HS\n");
        }
        try (PlayedPrinter printer = new PlayedPrinter("030,1,0,0123,000,0,0,0,000,0,0,0", PlayedPrinter.READY_2)) {
            CommandLineRig.Result empty =
                    rig.run("label", template, "--field", "serial=PX-7", "--printer", "127.0.0.1:" + printer.port());
            assertThat(empty.code()).isEqualTo(ExitCode.SERVER);
            assertThat(empty.err()).contains("label.paper-out");
            assertThat(printer.got()).isEqualTo("~HS\n");
        }
    }

    @Test
    void aSecretComesFromAFileAndGoesIntoOneForItsOwner() throws Exception {
        CommandLineRig rig = new CommandLineRig(home);
        String template = rig.file("label.txt", "size 40 20\nallow-secret\nqr 2 2 15 {secret.token}");
        String out = home.resolve("label.png").toString();
        CommandLineRig.Result refused = rig.run("label", template, "--field", "secret.token=A1B2C3", "--out", out);
        assertThat(refused.code()).isEqualTo(ExitCode.INPUT);
        assertThat(refused.err()).contains("label.secret-in-argument").doesNotContain("A1B2C3");
        String fields = rig.file("fields.json", "{\"secret\":{\"token\":\"A1B2C3\"}}");
        CommandLineRig.Result made = rig.run("label", template, "--fields", fields, "--out", out);
        assertThat(made.code()).as(made.err()).isZero();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(Path.of(out))))
                .isEqualTo("rw-------");
    }

    @ParameterizedTest
    @CsvSource({
        "--field;serial=PX-7, cli.option-needed, 2",
        "--field;serial=PX-7;--out;label.gif, cli.bad-choice, 2",
        "--field;serial=PX-7;--out;label.png;--dots;20, cli.bad-value, 2",
        "--field;serial=PX-7;--out;label.pdf;--dots;300, cli.options-exclude, 2",
        "--field;seriel=PX-7;--out;label.png, label.field-unused, 3",
        "--out;label.png, label.place-unknown, 3",
        "--fields;broken.json;--out;label.png, label.fields-unreadable, 3",
        "--fields;none.json;--out;label.png, pki.file-missing, 3",
        "--field;serial=PX-7;--printer;http://printer, server.host-has-scheme, 2"
    })
    void whatCannotBeDoneIsSaid(String options, String code, int exit) {
        CommandLineRig rig = new CommandLineRig(home);
        rig.file("broken.json", "{\"serial\":\"a\",\"serial\":\"b\"}");
        String template = rig.file("label.txt", "size 40 20\ntext 2 2 4 {serial}");
        String[] words = ("label;" + template + ";" + options).split(";");
        for (int i = 0; i < words.length; i++) {
            if (words[i].matches("(label|broken|none)\\..+")) {
                words[i] = home.resolve(words[i]).toString();
            }
        }
        CommandLineRig.Result refused = rig.run(words);
        assertThat(refused.err()).contains(code);
        assertThat(refused.code()).isEqualTo(exit);
    }
}
