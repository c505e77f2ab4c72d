package dev.gangway.cli;

import static dev.gangway.cli.CommandFailed.orFail;

import dev.gangway.line.batch.Mappings;
import dev.gangway.line.batch.UnitList;
import dev.gangway.line.unit.UnitOrder.Existing;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** A list of units, and how it is understood. */
final class ListOptions {
    @Parameters(index = "0", paramLabel = "RECIPE|FILE", description = "A recipe of the vault, or in a JSON file.")
    private String recipe = "";

    @Parameters(index = "1", paramLabel = "LIST", description = "CSV or XLSX with a line for each unit.")
    private Path list = Path.of("");

    @Option(names = "--sheet", paramLabel = "NAME", description = "Of a workbook; without, the first not hidden.")
    private Optional<String> sheet = Optional.empty();

    @Option(
            names = "--encoding",
            paramLabel = "NAME",
            description = "Of a text file, for example ISO-8859-2, instead of the recognised one.")
    private Optional<String> encoding = Optional.empty();

    @Option(
            names = "--separator",
            paramLabel = "CHARACTER",
            description = "Of a text file, one character or \"tab\", instead of the recognised one.")
    private Optional<String> separator = Optional.empty();

    @Option(
            names = "--column",
            paramLabel = "HEADING=WHAT",
            description = "What a column holds: serial, name, label, profile, nothing, or the name of an attribute. The"
                    + " column by its heading, or its number from 1; once for each. Others are guessed.")
    private Map<String, String> columns = new LinkedHashMap<>();

    @Option(
            names = "--heading",
            description = "The first line is a heading, or is none (--no-heading).",
            negatable = true)
    private Optional<Boolean> heading = Optional.empty();

    @Option(
            names = "--existing",
            paramLabel = "WHAT",
            defaultValue = "refuse",
            description = "Devices that are there already: refuse, skip, adopt, or new-credential (default: refuse).")
    private String existing = "refuse";

    @Option(
            names = "--guess-columns",
            description = "Guess what the columns hold, instead of as the last list with these headings was said to.")
    private boolean guess;

    /** The list, as it is understood; with the meanings of its columns from the last list with its headings. */
    UnitList open(Context context, Mappings mappings) {
        UnitList found = understood();
        if (guess || !mappings.isKnown(found)) {
            return mapped(found);
        }
        context.terminal().aside(context.words().get("cli.batch.remembered"));
        return mapped(mappings.recall(found));
    }

    private UnitList understood() {
        UnitList found = orFail(
                UnitList.open(list, sheet, encoding.map(ListOptions::charset), separator.map(ListOptions::character)));
        if (heading.isPresent()) {
            found = orFail(found.withHeading(heading.get()));
        }
        return found;
    }

    private UnitList mapped(UnitList found) {
        return orFail(found.mapping()
                .changed(columns)
                .then(mapping -> mapping.checked(found.name()))
                .map(found::with));
    }

    private static Charset charset(String name) {
        try {
            return Charset.forName(name);
        } catch (IllegalArgumentException unknown) {
            throw ConnectionOptions.badValue("--encoding", name);
        }
    }

    private static char character(String text) {
        if (text.equals("tab")) {
            return '\t';
        }
        if (text.length() != 1 || "\r\n\"".contains(text) || Character.isSurrogate(text.charAt(0))) {
            throw ConnectionOptions.badValue("--separator", text);
        }
        return text.charAt(0);
    }

    /** Name or file of the recipe. */
    String recipe() {
        return recipe;
    }

    Optional<String> sheet() {
        return sheet;
    }

    Existing existing() {
        return existing(existing);
    }

    static Existing existing(String existing) {
        return switch (existing.toLowerCase(Locale.ROOT)) {
            case "refuse" -> Existing.REFUSE;
            case "skip" -> Existing.SKIP;
            case "adopt" -> Existing.ADOPT;
            case "new-credential" -> Existing.NEW_CREDENTIAL;
            default -> throw ConnectionOptions.badValue("--existing", existing);
        };
    }
}
