package dev.gangway.line.report;

import dev.gangway.diagnosis.Printable;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;

/** A report on pages of A4. A character that the standard fonts lack stands as its number, {@code U+4E2D}. */
public final class ReportPdf {
    private static final float MARGIN = 48;
    private static final float SIZE = 9;
    private static final float LINE = 13;

    /** More characters fit on no line; measuring them all would take for ever. */
    private static final int LONGEST = 400;

    private final PDDocument document = new PDDocument();
    private final PDFont plain = new PDType1Font(Standard14Fonts.FontName.HELVETICA);
    private final PDFont bold = new PDType1Font(Standard14Fonts.FontName.HELVETICA_BOLD);
    private PDPageContentStream out;
    private float y;

    private ReportPdf() throws IOException {
        out = page();
    }

    /** The pages. */
    public static byte[] of(Report report) {
        try {
            ReportPdf pdf = new ReportPdf();
            return pdf.write(report);
        } catch (IOException e) {
            throw new IllegalStateException("into memory", e);
        }
    }

    private byte[] write(Report report) throws IOException {
        try (document) {
            line(bold, 16, MARGIN, report.title());
            y -= LINE;
            for (Report.Fact fact : report.facts()) {
                cell(plain, MARGIN, 150, fact.name());
                cell(bold, MARGIN + 160, width() - 160, fact.value());
                next();
            }
            for (Report.Table table : report.tables()) {
                y -= LINE;
                line(bold, 12, MARGIN, table.title());
                float share = width() / table.heads().size();
                row(bold, share, table.heads());
                for (List<String> cells : table.rows()) {
                    row(plain, share, cells);
                }
            }
            out.close();
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            document.save(bytes);
            return bytes.toByteArray();
        }
    }

    private static float width() {
        return PDRectangle.A4.getWidth() - 2 * MARGIN;
    }

    private void row(PDFont font, float share, List<String> cells) throws IOException {
        for (int i = 0; i < cells.size(); i++) {
            cell(font, MARGIN + i * share, share - 6, cells.get(i));
        }
        next();
    }

    private void line(PDFont font, float size, float x, String text) throws IOException {
        show(font, size, x, fitting(font, size, width(), text));
        y -= size + 5;
    }

    /** What does not fit ends with a mark. */
    private void cell(PDFont font, float x, float room, String text) throws IOException {
        show(font, SIZE, x, fitting(font, SIZE, room, text));
    }

    private static String fitting(PDFont font, float size, float room, String text) throws IOException {
        String shown = writable(font, Printable.cut(text, LONGEST));
        while (shown.length() > 1 && font.getStringWidth(shown) / 1_000 * size > room) {
            shown = shown.substring(0, shown.length() - (shown.endsWith("…") ? 2 : 1)) + "…";
        }
        return shown;
    }

    private void show(PDFont font, float size, float x, String text) throws IOException {
        out.beginText();
        out.setFont(font, size);
        out.newLineAtOffset(x, y);
        out.showText(text);
        out.endText();
    }

    private void next() throws IOException {
        y -= LINE;
        if (y < MARGIN) {
            out.close();
            out = page();
        }
    }

    private PDPageContentStream page() throws IOException {
        PDPage page = new PDPage(PDRectangle.A4);
        document.addPage(page);
        y = PDRectangle.A4.getHeight() - MARGIN;
        return new PDPageContentStream(document, page);
    }

    private static String writable(PDFont font, String text) {
        StringBuilder shown = new StringBuilder();
        text.codePoints().forEach(point -> {
            String one = Character.toString(point);
            try {
                font.encode(one);
                shown.append(one);
            } catch (IOException | IllegalArgumentException missing) {
                shown.append("U+%04X".formatted(point));
            }
        });
        return shown.toString();
    }
}
