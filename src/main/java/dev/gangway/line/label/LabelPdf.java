package dev.gangway.line.label;

import dev.gangway.diagnosis.Diagnosis;
import dev.gangway.diagnosis.Outcome;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;

/** Labels as PDF: bars as areas, so that a printer of any resolution draws them sharp. */
public final class LabelPdf {
    private static final double POINT = 72 / 25.4;

    private LabelPdf() {}

    /**
     * Labels on pages.
     *
     * @param filled templates without places, all of one size
     * @param columns labels beside each other; 1 with {@code rows} 1 makes pages of a label's size, anything else A4
     * @param rows labels below each other
     */
    public static Outcome<byte[]> pdf(List<LabelTemplate> filled, int columns, int rows) {
        return pdf(filled, columns, rows, 0);
    }

    /**
     * The same on a first sheet of which some places are used already.
     *
     * @param skip that many, fewer than there are on a sheet
     */
    public static Outcome<byte[]> pdf(List<LabelTemplate> filled, int columns, int rows, int skip) {
        List<LabelSymbols.Drawn> labels = new ArrayList<>();
        for (LabelTemplate each : filled) {
            Outcome<LabelSymbols.Drawn> drawn = LabelSymbols.draw(each);
            if (drawn instanceof Outcome.Failed<LabelSymbols.Drawn>(Diagnosis why)) {
                return Outcome.failed(why);
            }
            labels.add(drawn.orThrow());
        }
        LabelSymbols.Drawn first = labels.getFirst();
        boolean single = columns == 1 && rows == 1;
        double width = single ? first.width() : 210;
        double height = single ? first.height() : 297;
        if (first.width() * columns > width || first.height() * rows > height) {
            return Diagnosis.of(LabelCode.TOO_LARGE)
                    .with("content", columns + " × " + rows)
                    .with("width", Math.ceil(first.width() * columns))
                    .with("label", width)
                    .remedy("label.larger")
                    .failed();
        }
        PDFont font = new PDType1Font(Standard14Fonts.FontName.HELVETICA);
        for (LabelSymbols.Drawn label : labels) {
            for (LabelSymbols.Text text : label.texts()) {
                if (!isWritable(font, text.text())) {
                    return Diagnosis.of(LabelCode.CODE_CONTENT)
                            .with("content", text.named())
                            .with("kind", "PDF")
                            .remedy("label.other-code")
                            .failed();
                }
            }
        }
        try (PDDocument document = new PDDocument()) {
            for (int from = -skip; from < labels.size(); from += columns * rows) {
                PDPage page = new PDPage(new PDRectangle((float) (width * POINT), (float) (height * POINT)));
                document.addPage(page);
                try (PDPageContentStream out = new PDPageContentStream(document, page)) {
                    double left = (width - first.width() * columns) / 2;
                    double top = (height - first.height() * rows) / 2;
                    for (int i = Math.max(0, -from); i < columns * rows && from + i < labels.size(); i++) {
                        double x = left + i % columns * first.width();
                        double y = top + i / columns * first.height();
                        draw(out, font, labels.get(from + i), x, y, height);
                    }
                }
            }
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            document.save(bytes);
            return Outcome.ok(bytes.toByteArray());
        } catch (IOException e) {
            throw new IllegalStateException("into memory", e);
        }
    }

    private static boolean isWritable(PDFont font, String text) {
        try {
            font.encode(text);
            return true;
        } catch (IOException | IllegalArgumentException e) {
            return false;
        }
    }

    private static void draw(
            PDPageContentStream out, PDFont font, LabelSymbols.Drawn label, double x, double y, double page)
            throws IOException {
        for (LabelSymbols.Bar bar : label.bars()) {
            out.addRect(
                    (float) ((x + bar.x()) * POINT),
                    (float) ((page - y - bar.y() - bar.height()) * POINT),
                    (float) (bar.width() * POINT),
                    (float) (bar.height() * POINT));
        }
        out.fill();
        for (LabelSymbols.Text text : label.texts()) {
            out.beginText();
            out.setFont(font, (float) (text.height() * 0.8 * POINT));
            out.newLineAtOffset(
                    (float) ((x + text.x()) * POINT), (float) ((page - y - text.y() - text.height() * 0.8) * POINT));
            out.showText(text.text());
            out.endText();
        }
    }
}
