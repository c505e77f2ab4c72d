import com.openhtmltopdf.pdfboxout.PdfBoxRenderer;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.GregorianCalendar;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.apache.pdfbox.pdmodel.PDDocument;

/**
 * Lays the guide beside the program, in each language, as pages for browsers (which the program writes itself) and as PDF.
 * Run by the build after the program is whole: {@code java Guide.java FOLDER}.
 */
final class Guide {
    /** Holds a folder for each language, and one for their pictures. */
    private static final Path CHAPTERS = Path.of("src/main/resources/dev/gangway/ui/text/guide");

    /** Two builds of one commit are the same to the byte. */
    private static final Instant STAMP = Instant.parse("2026-01-01T00:00:00Z");

    private Guide() {}

    public static void main(String[] args) throws Exception {
        Path home = Path.of(args[0]).toAbsolutePath();
        for (String language : languages()) {
            Path folder = home.resolve("guide").resolve(language);
            pages(home, folder, language);
            pdf(folder);
        }
    }

    private static List<String> languages() throws IOException {
        try (Stream<Path> entries = Files.list(CHAPTERS)) {
            return entries.filter(Files::isDirectory)
                    .map(folder -> folder.getFileName().toString())
                    .filter(name -> !name.equals("pictures"))
                    .sorted()
                    .toList();
        }
    }

    private static void pages(Path home, Path folder, String language) throws IOException, InterruptedException {
        boolean windows = System.getProperty("os.name").toLowerCase(Locale.ROOT).startsWith("win");
        int code = new ProcessBuilder(
                        home.resolve(windows ? "bin/gangway.cmd" : "bin/gangway")
                                .toString(),
                        "guide",
                        folder.toString(),
                        "--language",
                        language)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start()
                .waitFor();
        if (code != 0) {
            throw new IOException("gangway guide ended with " + code);
        }
    }

    private static void pdf(Path folder) throws IOException {
        PdfRendererBuilder builder = new PdfRendererBuilder()
                .withUri(folder.resolve("index.html").toUri().toString())
                .withProducer("Gangway");
        try (OutputStream out = Files.newOutputStream(folder.resolve("gangway-guide.pdf"));
                PdfBoxRenderer renderer = builder.toStream(out).buildPdfRenderer()) {
            renderer.createPDFWithoutClosing();
            PDDocument document = renderer.getPdfDocument();
            document.getDocumentInformation()
                    .setCreationDate(GregorianCalendar.from(ZonedDateTime.ofInstant(STAMP, ZoneOffset.UTC)));
            document.setDocumentId(STAMP.getEpochSecond());
            document.save(out);
            document.close();
        }
    }
}
