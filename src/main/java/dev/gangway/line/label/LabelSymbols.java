package dev.gangway.line.label;

import dev.gangway.diagnosis.Diagnosis;
import dev.gangway.diagnosis.Outcome;
import dev.gangway.line.serial.Gs1;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import uk.org.okapibarcode.backend.Code128;
import uk.org.okapibarcode.backend.DataMatrix;
import uk.org.okapibarcode.backend.HumanReadableLocation;
import uk.org.okapibarcode.backend.OkapiException;
import uk.org.okapibarcode.backend.QrCode;
import uk.org.okapibarcode.backend.Symbol;

/** Turns a filled template into text and bars, in millimetres; the one place that makes codes. */
final class LabelSymbols {
    /** A black bar or module. */
    record Bar(double x, double y, double width, double height) {}

    /** A line of text; {@code y} of its upper edge, {@code named} as messages call it. */
    record Text(double x, double y, double height, String text, String named) {}

    /** A drawn label. */
    record Drawn(double width, double height, List<Bar> bars, List<Text> texts) {}

    /** Narrowest bar of Code 128: two dots of a printer with 203 dots an inch. */
    private static final double MODULE = 0.25;

    /** Fewer dots than these for a module of a code of two dimensions, and readers miss it. */
    private static final int FEWEST_DOTS = 2;

    private LabelSymbols() {}

    /** For what has no dots of its own: sizes as the template has them. */
    static Outcome<Drawn> draw(LabelTemplate label) {
        return draw(label, 0);
    }

    /**
     * For what is drawn in dots: every module of a code is as many whole dots wide as the others, because readers measure
     * modules against each other. A code of two dimensions so becomes a little smaller than its template says.
     *
     * @param dot the edge of one dot in millimetres; 0 where there are none
     */
    static Outcome<Drawn> draw(LabelTemplate label, double dot) {
        List<Bar> bars = new ArrayList<>();
        List<Text> texts = new ArrayList<>();
        for (LabelTemplate.Part part : label.parts()) {
            if (part.kind() == LabelTemplate.Kind.TEXT) {
                texts.add(new Text(part.x(), part.y(), part.size(), part.content(), part.named()));
                continue;
            }
            Outcome<Symbol> made = symbol(part);
            if (made instanceof Outcome.Failed<Symbol>(Diagnosis why)) {
                return Outcome.failed(why);
            }
            Symbol symbol = made.orThrow();
            boolean linear = symbol instanceof Code128;
            double module = linear ? MODULE : part.size() / symbol.getHeight();
            double across = whole(module, dot, linear);
            if (!linear && across < FEWEST_DOTS * dot) {
                return tooLarge(part, symbol.getHeight() * FEWEST_DOTS * dot, part.size());
            }
            double down = linear ? part.size() / symbol.getHeight() : across;
            if (part.x() + symbol.getWidth() * across > label.width()) {
                return tooLarge(part, part.x() + symbol.getWidth() * across, label.width());
            }
            double left = dot == 0 ? part.x() : Math.round(part.x() / dot) * dot;
            double top = dot == 0 ? part.y() : Math.round(part.y() / dot) * dot;
            symbol.getRectangles()
                    .forEach(each -> bars.add(new Bar(
                            left + each.x * across, top + each.y * down, each.width * across, each.height * down)));
        }
        return Outcome.ok(new Drawn(label.width(), label.height(), bars, texts));
    }

    /** Whole dots: of a code in an area that it must fit into, at most; of bars, the nearest. */
    private static double whole(double module, double dot, boolean nearest) {
        if (dot == 0) {
            return module;
        }
        return nearest ? Math.max(1, Math.round(module / dot)) * dot : Math.floor(module / dot + 1e-9) * dot;
    }

    private static <T> Outcome<T> tooLarge(LabelTemplate.Part part, double needed, double there) {
        return Diagnosis.of(LabelCode.TOO_LARGE)
                .with("content", part.named())
                .with("width", Math.ceil(needed * 10) / 10)
                .with("label", there)
                .remedy("label.larger")
                .failed();
    }

    private static Outcome<Symbol> symbol(LabelTemplate.Part part) {
        Symbol symbol = switch (part.kind()) {
            case QR -> new QrCode();
            case DATA_MATRIX, GS1_DATA_MATRIX -> dataMatrix();
            default -> new Code128();
        };
        symbol.setHumanReadableLocation(HumanReadableLocation.NONE);
        String content = part.content();
        if (part.kind().isGs1()) {
            Outcome<Gs1> gs1 = Gs1.parseBrackets(content);
            if (gs1 instanceof Outcome.Failed<Gs1>(Diagnosis why)) {
                return part.named().equals(content) ? Outcome.failed(why) : unfit(part);
            }
            symbol.setDataType(Symbol.DataType.GS1);
            content = gs1.orThrow().elements().entrySet().stream()
                    .map(each -> "[" + each.getKey() + "]" + each.getValue())
                    .collect(Collectors.joining());
        } else if (symbol instanceof QrCode
                && !StandardCharsets.US_ASCII.newEncoder().canEncode(content)) {
            symbol.setEciMode(26);
        }
        try {
            symbol.setContent(content);
            return Outcome.ok(symbol);
        } catch (OkapiException e) {
            return unfit(part);
        }
    }

    private static <T> Outcome<T> unfit(LabelTemplate.Part part) {
        return Diagnosis.of(LabelCode.CODE_CONTENT)
                .with("content", part.named())
                .with("kind", part.kind().name())
                .remedy("label.other-code")
                .failed();
    }

    private static DataMatrix dataMatrix() {
        DataMatrix symbol = new DataMatrix();
        symbol.setForceMode(DataMatrix.ForceMode.SQUARE);
        return symbol;
    }
}
