package dev.gangway.line.record;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.gangway.diagnosis.Diagnosis;
import dev.gangway.diagnosis.Outcome;
import dev.gangway.diagnosis.Printable;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;

/**
 * All records of one unit as pages of A4, to go with it. For people: what proves them is the export, whose lines it
 * names by station, number and hash.
 */
public final class UnitCertificate {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final float SIZE = 9;
    private static final float TITLE = 16;
    private static final float LEADING = 13;
    private static final float MARGIN = 56;
    private static final int WIDE = 88;

    /** Characters of the heading; the whole serial number stands in each record. */
    private static final int LONGEST_TITLE = 60;

    /** In this order; what a record has not is left out. */
    private static final List<String> MEMBERS = List.of(
            "verdict",
            "cause",
            "event",
            "reason",
            "corrects",
            "attempt",
            "began",
            "tookMillis",
            "device",
            "operator",
            "lot",
            "recipe",
            "recipeVersion",
            "certificate",
            "publicKey",
            "tls",
            "proof",
            "label",
            "parent",
            "children",
            "measured",
            "programs",
            "steps");

    private UnitCertificate() {}

    /**
     * As PDF.
     *
     * @param records of the unit, in order; at least one
     * @param words what members of a record are called, by their name; {@code title} for the heading
     */
    public static byte[] pdf(List<ChainedRecord> records, UnaryOperator<String> words) {
        List<String> lines = new ArrayList<>();
        for (ChainedRecord record : records) {
            lines.add("");
            lines.add(record.station() + " #" + record.number());
            try {
                JsonNode json = JSON.readTree(record.line());
                MEMBERS.stream()
                        .filter(json::has)
                        .forEach(member -> lines.add(words.apply(member) + ": " + text(json.get(member))));
            } catch (JsonProcessingException e) {
                throw new IllegalStateException("a record that was written here can be read here", e);
            }
            lines.add("SHA-256: " + StationKey.sha256(record.line().getBytes(java.nio.charset.StandardCharsets.UTF_8)));
        }
        return pages(words.apply("title") + " " + records.getFirst().serial(), lines);
    }

    private static String text(JsonNode value) {
        if (value.isArray()) {
            return value.valueStream().map(UnitCertificate::text).collect(Collectors.joining(", "));
        }
        return value.isObject()
                ? value.properties().stream()
                        .map((Map.Entry<String, JsonNode> each) -> each.getKey() + " " + text(each.getValue()))
                        .collect(Collectors.joining(" "))
                : value.asText();
    }

    private static byte[] pages(String title, List<String> lines) {
        PDFont plain = new PDType1Font(Standard14Fonts.FontName.HELVETICA);
        List<String> wrapped =
                lines.stream().flatMap(line -> wrapped(line).stream()).toList();
        int perPage = (int) ((PDRectangle.A4.getHeight() - 2 * MARGIN - 2 * TITLE) / LEADING);
        try (PDDocument document = new PDDocument()) {
            for (int from = 0; from < wrapped.size(); from += perPage) {
                PDPage page = new PDPage(PDRectangle.A4);
                document.addPage(page);
                try (PDPageContentStream out = new PDPageContentStream(document, page)) {
                    out.beginText();
                    out.newLineAtOffset(MARGIN, PDRectangle.A4.getHeight() - MARGIN);
                    out.setFont(plain, TITLE);
                    out.showText(writable(plain, Printable.cut(title, LONGEST_TITLE)));
                    out.setFont(plain, SIZE);
                    out.setLeading(LEADING);
                    out.newLineAtOffset(0, -TITLE);
                    for (String line : wrapped.subList(from, Math.min(from + perPage, wrapped.size()))) {
                        out.showText(writable(plain, line));
                        out.newLine();
                    }
                    out.endText();
                }
            }
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            document.save(bytes);
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new IllegalStateException("into memory", e);
        }
    }

    private static List<String> wrapped(String line) {
        List<String> parts = new ArrayList<>();
        String indent = "";
        int from = 0;
        while (line.length() - from > WIDE - indent.length()) {
            int most = from + WIDE - indent.length();
            int at = line.lastIndexOf(' ', most);
            int cut = at > from + WIDE / 2 ? at : most;
            if (Character.isHighSurrogate(line.charAt(cut - 1))) {
                cut--;
            }
            parts.add(indent + line.substring(from, cut));
            from = cut < line.length() && line.charAt(cut) == ' ' ? cut + 1 : cut;
            indent = "    ";
        }
        parts.add(indent + line.substring(from));
        return parts;
    }

    /** A character that the font has not is written by its number, so that none is left out. */
    private static String writable(PDFont font, String text) {
        StringBuilder all = new StringBuilder();
        text.codePoints().forEach(each -> {
            String one = Character.toString(each);
            try {
                font.encode(one);
                all.append(one);
            } catch (IOException | IllegalArgumentException missing) {
                all.append(String.format("\\u{%x}", each));
            }
        });
        return all.toString();
    }

    /** Of the unit with this serial number; fails where there is no record of it. */
    public static Outcome<byte[]> of(RecordChain chain, String serial, UnaryOperator<String> words) {
        List<ChainedRecord> records = chain.about(serial);
        return records.isEmpty()
                ? Diagnosis.of(RecordCode.NONE)
                        .with("what", serial)
                        .remedy("record.look-up")
                        .failed()
                : Outcome.ok(pdf(records, words));
    }
}
