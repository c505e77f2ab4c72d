package dev.gangway.line.label;

import dev.gangway.diagnosis.Diagnosis;
import dev.gangway.diagnosis.Outcome;
import dev.gangway.line.serial.Gs1;
import dev.gangway.line.serial.Scans;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import javax.imageio.ImageIO;

/** Labels as PNG and as ZPL. Needs no display. Safe for use by several threads. */
public final class LabelFiles {
    private static final double INCH = 25.4;

    private LabelFiles() {}

    /**
     * A picture in black and white.
     *
     * @param filled a template without places
     * @param dots an inch, 100 to 1200
     */
    public static Outcome<byte[]> png(LabelTemplate filled, int dots) {
        return LabelSymbols.draw(filled, INCH / dots).map(drawn -> png(picture(drawn, dots)));
    }

    private static BufferedImage picture(LabelSymbols.Drawn drawn, int dots) {
        double scale = dots / INCH;
        BufferedImage picture = new BufferedImage(
                (int) Math.ceil(drawn.width() * scale),
                (int) Math.ceil(drawn.height() * scale),
                BufferedImage.TYPE_BYTE_GRAY);
        Graphics2D pen = picture.createGraphics();
        pen.setColor(Color.WHITE);
        pen.fillRect(0, 0, picture.getWidth(), picture.getHeight());
        pen.setColor(Color.BLACK);
        pen.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        for (LabelSymbols.Bar bar : drawn.bars()) {
            int left = (int) Math.round(bar.x() * scale);
            int top = (int) Math.round(bar.y() * scale);
            pen.fillRect(
                    left,
                    top,
                    (int) Math.round((bar.x() + bar.width()) * scale) - left,
                    (int) Math.round((bar.y() + bar.height()) * scale) - top);
        }
        for (LabelSymbols.Text text : drawn.texts()) {
            pen.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, 1).deriveFont((float) (text.height() * scale * 0.8)));
            pen.drawString(text.text(), (float) (text.x() * scale), (float) ((text.y() + text.height() * 0.8) * scale));
        }
        pen.dispose();
        return picture;
    }

    private static byte[] png(BufferedImage picture) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            ImageIO.write(picture, "png", out);
        } catch (IOException e) {
            throw new IllegalStateException("into memory", e);
        }
        return out.toByteArray();
    }

    /**
     * One label for a Zebra printer, ZPL II: bars as boxes, text in the printer's own scalable font, in UTF-8.
     *
     * @param filled a template without places
     * @param dots an inch, as the printer has: 203, 300 or 600
     */
    public static Outcome<String> zpl(LabelTemplate filled, int dots) {
        double scale = dots / INCH;
        return LabelSymbols.draw(filled, INCH / dots).map(drawn -> {
            StringBuilder zpl = new StringBuilder(
                    "^XA^CI28^PW" + dot(drawn.width(), scale) + "^LL" + dot(drawn.height(), scale) + "^LH0,0\n");
            for (LabelSymbols.Bar bar : drawn.bars()) {
                int left = dot(bar.x(), scale);
                int top = dot(bar.y(), scale);
                int width = dot(bar.x() + bar.width(), scale) - left;
                int height = dot(bar.y() + bar.height(), scale) - top;
                zpl.append("^FO").append(left).append(',').append(top);
                zpl.append("^GB").append(width).append(',').append(height).append(',');
                zpl.append(Math.min(width, height)).append("^FS\n");
            }
            for (LabelSymbols.Text text : drawn.texts()) {
                int height = dot(text.height(), scale);
                zpl.append("^FO").append(dot(text.x(), scale)).append(',').append(dot(text.y(), scale));
                zpl.append("^A0N,").append(height).append(',').append(height);
                zpl.append("^FH_^FD").append(escaped(text.text())).append("^FS\n");
            }
            return zpl.append("^XZ\n").toString();
        });
    }

    private static int dot(double millimetres, double scale) {
        return (int) Math.round(millimetres * scale);
    }

    /** What ZPL takes for a command, as hexadecimal of {@code ^FH}. */
    private static String escaped(String text) {
        StringBuilder escaped = new StringBuilder();
        for (char each : text.toCharArray()) {
            escaped.append(
                    each < 0x20 || "^~_".indexOf(each) >= 0
                            ? String.format("_%02X", (int) each)
                            : String.valueOf(each));
        }
        return escaped.toString();
    }

    /**
     * Whether what was scanned from a label is what was printed on it; fails with {@code label.other-label}. A symbology
     * identifier before it is passed over, and GS1 is the same with its identifiers in brackets, as it is printed from, and
     * as a scanner sends it.
     */
    public static Outcome<Outcome.Done> same(String printed, String scanned) {
        String content = Scans.content(scanned);
        boolean same = printed.equals(scanned)
                || printed.equals(content)
                || Gs1.parseBrackets(printed)
                        .toOptional()
                        .filter(gs1 -> Gs1.parse(content)
                                .toOptional()
                                .filter(gs1::equals)
                                .isPresent())
                        .isPresent();
        return same
                ? Outcome.done()
                : Diagnosis.of(LabelCode.OTHER_LABEL)
                        .with("printed", printed)
                        .with("scanned", scanned)
                        .remedy("label.right-label")
                        .failed();
    }
}
