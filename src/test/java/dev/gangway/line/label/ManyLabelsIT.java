package dev.gangway.line.label;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.ReaderException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Many labels of all kinds, drawn from our ZPL by zpl-renderer-js and from our PDF by Poppler, and read by ZXing and by
 * ZBar, which knows no Data Matrix. How many is in {@code gangway.labels}: 2,000 have to be asked for. The renderer is
 * expected where {@code npm install --prefix target/labels zpl-renderer-js} puts it.
 */
@Tag("labels")
class ManyLabelsIT {
    private static final int LABELS = Integer.getInteger("gangway.labels", 120);

    private static final int WIDTH = 80;
    private static final int HEIGHT = 30;

    private static final Path RENDERER = Path.of(
            System.getProperty("basedir", "."),
            "target",
            "labels",
            "node_modules",
            "zpl-renderer-js",
            "dist",
            "index.cjs.js");

    /** Of {@code <source href='…'>} with what was found on it, as zbarimg writes. */
    private static final Pattern ON_A_PICTURE =
            Pattern.compile("<source href='([^']*)'>(.*?)</source>", Pattern.DOTALL);

    private static final Pattern CODE = Pattern.compile("<data[^>]*><!\\[CDATA\\[(.*?)]]></data>", Pattern.DOTALL);

    @TempDir
    private Path folder;

    /** One kind of code: its line of the template, and what a reader says to {@code {serial}}. */
    private record Kind(String part, BarcodeFormat format, String said) {
        boolean isKnownToZbar() {
            return format != BarcodeFormat.DATA_MATRIX;
        }
    }

    /** Data Matrix stands in the middle, because ZXing's detector begins there and looks no further. */
    private static final List<Kind> KINDS = List.of(
            new Kind("qr 3 3 22 {serial}", BarcodeFormat.QR_CODE, "{serial}"),
            new Kind(
                    "qr 3 3 24 {\"deviceName\":\"pump-{serial}\",\"secretKey\":\"\"}",
                    BarcodeFormat.QR_CODE,
                    "{\"deviceName\":\"pump-{serial}\",\"secretKey\":\"\"}"),
            new Kind(
                    "qr 3 3 24 https://id.example.com/01/09506000134352/21/{serial}",
                    BarcodeFormat.QR_CODE,
                    "https://id.example.com/01/09506000134352/21/{serial}"),
            new Kind("datamatrix 30 5 20 {serial}", BarcodeFormat.DATA_MATRIX, "{serial}"),
            new Kind(
                    "gs1datamatrix 30 5 20 (01)09506000134352(21){serial}(10)L1",
                    BarcodeFormat.DATA_MATRIX,
                    "010950600013435221{serial}10L1"),
            new Kind("code128 5 3 12 {serial}", BarcodeFormat.CODE_128, "{serial}"),
            new Kind("gs1-128 5 3 12 (21){serial}", BarcodeFormat.CODE_128, "21{serial}"));

    private record Label(Kind kind, String serial) {
        String said() {
            return kind.said().replace("{serial}", serial);
        }

        LabelTemplate filled() {
            return LabelTemplate.parse("size " + WIDTH + " " + HEIGHT + "\n" + kind.part() + "\ntext 3 27.5 2 {serial}")
                    .then(template -> template.filled(Map.of("serial", serial)))
                    .orThrow();
        }
    }

    /** Serial numbers of several lengths and alphabets, so that the codes have several sizes and modes. */
    private static final List<Label> ALL = IntStream.range(0, LABELS)
            .mapToObj(i -> new Label(
                    KINDS.get(i % KINDS.size()),
                    switch (i / KINDS.size() % 4) {
                        case 0 -> "PX-" + (i * 7_919L + 10_000);
                        case 1 -> String.valueOf(i * 104_729L + 1_000_000);
                        case 2 -> "sn" + Integer.toString(i * 7_919 + 46_656, 36);
                        default -> "A" + i + "-rev.C/" + i % 13;
                    }))
            .toList();

    @Test
    void whatAnotherProgramDrawsOfOurZplIsRead() throws Exception {
        int[] millimetre = {8, 12, 24};
        for (int i = 0; i < ALL.size(); i++) {
            int dots = millimetre[i % 3];
            int inch = dots == 8 ? 203 : dots == 12 ? 300 : 600;
            Files.writeString(
                    folder.resolve("%04d-%d.zpl".formatted(i, dots)),
                    LabelFiles.zpl(ALL.get(i).filled(), inch).orThrow());
        }
        Path script = folder.resolve("render.cjs");
        try (InputStream source = Objects.requireNonNull(ManyLabelsIT.class.getResourceAsStream("render.cjs"))) {
            Files.copy(source, script);
        }
        assertThat(RENDERER)
                .as("npm install --prefix target/labels zpl-renderer-js")
                .exists();
        run(List.of(
                "node",
                script.toString(),
                RENDERER.toString(),
                folder.toString(),
                String.valueOf(WIDTH),
                String.valueOf(HEIGHT)));
        allAreRead();
    }

    @Test
    void whatPopplerDrawsOfOurPdfIsRead() throws Exception {
        int sheet = 100;
        for (int from = 0; from < ALL.size(); from += sheet) {
            List<LabelTemplate> some = ALL.subList(from, Math.min(ALL.size(), from + sheet)).stream()
                    .map(Label::filled)
                    .toList();
            Path pdf = Files.write(
                    folder.resolve("labels.pdf"), LabelPdf.pdf(some, 1, 1).orThrow());
            run(List.of(
                    "pdftoppm",
                    "-r",
                    "300",
                    "-png",
                    pdf.toString(),
                    folder.resolve("page").toString()));
            try (Stream<Path> drawn = Files.list(folder)) {
                for (Path page :
                        drawn.filter(each -> name(each).startsWith("page-")).toList()) {
                    int number = Integer.parseInt(name(page).replaceAll("\\D", ""));
                    Files.move(page, folder.resolve("%04d-pdf.png".formatted(from + number - 1)));
                }
            }
        }
        allAreRead();
    }

    private void allAreRead() throws Exception {
        List<Path> pictures;
        try (Stream<Path> files = Files.list(folder)) {
            pictures =
                    files.filter(each -> name(each).endsWith(".png")).sorted().toList();
        }
        assertThat(pictures).hasSameSizeAs(ALL);
        Map<String, List<String>> seen = new HashMap<>();
        for (int from = 0; from < pictures.size(); from += 100) {
            seen.putAll(zbar(pictures.subList(from, Math.min(pictures.size(), from + 100))));
        }
        List<String> wrong = new ArrayList<>();
        for (int i = 0; i < ALL.size(); i++) {
            Label label = ALL.get(i);
            String picture = name(pictures.get(i));
            String zxing = zxing(pictures.get(i), label.kind().format());
            if (!zxing.equals(label.said())) {
                wrong.add("ZXing, " + picture + ": " + zxing + " for " + label.said());
            }
            List<String> zbar = seen.getOrDefault(picture, List.of());
            if (label.kind().isKnownToZbar() && !zbar.equals(List.of(label.said()))) {
                wrong.add("ZBar, " + picture + ": " + zbar + " for " + label.said());
            }
        }
        assertThat(wrong).isEmpty();
    }

    private static String zxing(Path picture, BarcodeFormat format) throws IOException {
        try {
            return Zxing.read(ImageIO.read(picture.toFile()), format).replace("\u001D", "");
        } catch (ReaderException e) {
            return "nothing";
        }
    }

    /** What is found on each picture, by its name. */
    private Map<String, List<String>> zbar(List<Path> pictures) throws Exception {
        List<String> command = new ArrayList<>(List.of("zbarimg", "-q", "--nodbus", "--xml"));
        pictures.forEach(each -> command.add(each.toString()));
        Map<String, List<String>> seen = new HashMap<>();
        Matcher sources = ON_A_PICTURE.matcher(run(command));
        while (sources.find()) {
            List<String> codes = new ArrayList<>();
            Matcher code = CODE.matcher(sources.group(2));
            while (code.find()) {
                codes.add(code.group(1).replace("\u001D", ""));
            }
            seen.put(name(Path.of(sources.group(1))), codes);
        }
        return seen;
    }

    private static String name(Path file) {
        return String.valueOf(file.getFileName());
    }

    /** What the program says on its standard output; what it says beside goes to a file, and into a failure. */
    private String run(List<String> command) throws IOException, InterruptedException {
        Path beside = folder.resolve("beside.txt");
        Process process =
                new ProcessBuilder(command).redirectError(beside.toFile()).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        int code = process.waitFor();
        assertThat(code)
                .as("%s: %s", command.getFirst(), Files.readString(beside))
                .isIn(0, command.getFirst().equals("zbarimg") ? 4 : 0);
        return said;
    }
}
