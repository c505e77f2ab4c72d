package dev.gangway.line.station;

import dev.gangway.diagnosis.Diagnosis;
import dev.gangway.diagnosis.Outcome;
import dev.gangway.line.label.LabelCode;
import dev.gangway.line.label.LabelTarget;
import dev.gangway.line.label.ZplPrinter;
import dev.gangway.line.unit.Labelling;
import dev.gangway.line.unit.Site;
import dev.gangway.server.HostInput;
import dev.gangway.stored.StoredAs;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * How a station is set up on this machine.
 *
 * @param station whose chain of records it is; empty for the name of this machine
 * @param sound whether a verdict is heard as well
 * @param prefixes what the scan of a lane begins with, lane by lane; {@code L1}, {@code L2}, … where none is said
 * @param labels where labels are printed
 * @param where host and port of the printer, name of the queue, or path of the folder
 * @param print how labels are printed; empty for {@link Print#USUAL}
 * @param lot of production, which goes into the records; empty for none
 */
public record StationSetup(
        @StoredAs("station") String station,
        @StoredAs("sound") boolean sound,
        @StoredAs("prefixes") List<String> prefixes,
        @StoredAs("labels") Labels labels,
        @StoredAs("where") String where,
        @StoredAs("print") Optional<Print> print,
        @StoredAs("lot") Optional<String> lot) {
    /** What labels are printed on. */
    public enum Labels {
        /** Recipes with a label are refused. */
        @StoredAs("NONE")
        NONE,
        /** A printer in the network that speaks ZPL. */
        @StoredAs("NETWORK")
        NETWORK,
        /** A queue of the system. */
        @StoredAs("QUEUE")
        QUEUE,
        /** A file for each label. */
        @StoredAs("FOLDER")
        FOLDER
    }

    /** What a label is written as, where it becomes a file. */
    public enum Form {
        /** A page as large as the label. */
        @StoredAs("PDF")
        PDF,
        /** A picture. */
        @StoredAs("PNG")
        PNG,
        /** What a printer that speaks ZPL is sent. */
        @StoredAs("ZPL")
        ZPL
    }

    /**
     * How labels are printed.
     *
     * @param form of a file
     * @param dots an inch of printer, picture and ZPL, {@link #FEWEST_DOTS} to {@link #MOST_DOTS}
     * @param scanned whether each is scanned before its unit passes; of batches, nobody scans any
     */
    public record Print(
            @StoredAs("form") Form form,
            @StoredAs("dots") int dots,
            @StoredAs("scanned") boolean scanned) {
        /** Fewest dots an inch that a label is drawn with. */
        public static final int FEWEST_DOTS = 100;

        /** Most of them. */
        public static final int MOST_DOTS = 1_200;

        /** As most printers: PDF, 203 dots, nothing scanned. */
        public static final Print USUAL = new Print(Form.PDF, 203, false);
    }

    /** Named as the machine, with sound, usual prefixes and no labels. */
    public static final StationSetup USUAL =
            new StationSetup("", true, List.of(), Labels.NONE, "", Optional.empty(), Optional.empty());

    private static final int PRINTER_PORT = 9100;
    private static final Duration DEADLINE = Duration.ofSeconds(10);

    public StationSetup {
        prefixes = List.copyOf(prefixes);
    }

    /** The same with sound or without. */
    public StationSetup withSound(boolean changed) {
        return new StationSetup(station, changed, prefixes, labels, where, print, lot);
    }

    /** What the scan of a lane begins with, from lane 1 on. */
    public List<String> prefixesOf(int lanes) {
        return IntStream.rangeClosed(1, lanes)
                .mapToObj(lane -> lane <= prefixes.size() ? prefixes.get(lane - 1) : "L" + lane)
                .toList();
    }

    /** How labels are printed. */
    public Print printing() {
        return print.orElse(Print.USUAL);
    }

    /**
     * The place that units come on board at; fails where the printer's address is none, or the folder is none.
     *
     * @param scan has labels scanned, where {@link Print#scanned} asks for it; empty where nobody could
     */
    public Outcome<Site> site(Optional<Labelling.Scan> scan) {
        Site named = (station.isBlank() ? Site.here() : Site.here().named(station)).inLot(lot.orElse(""));
        return target().map(found -> found.map(to -> named.labelling(
                        new Labelling(to, scan.filter(it -> printing().scanned()))))
                .orElse(named));
    }

    private Outcome<Optional<LabelTarget>> target() {
        int dots = printing().dots();
        return switch (labels) {
            case NONE -> Outcome.ok(Optional.empty());
            case NETWORK ->
                HostInput.parse(where, PRINTER_PORT)
                        .map(at -> Optional.of(
                                new LabelTarget.Network(new ZplPrinter(at.host(), at.port(), DEADLINE), dots)));
            case QUEUE -> Outcome.ok(Optional.of(new LabelTarget.Queue(where)));
            case FOLDER -> folder(dots);
        };
    }

    private Outcome<Optional<LabelTarget>> folder(int dots) {
        try {
            Path folder = Path.of(where);
            if (Files.isDirectory(folder)) {
                return Outcome.ok(Optional.of(
                        new LabelTarget.Folder(folder, printing().form().name().toLowerCase(Locale.ROOT), dots)));
            }
        } catch (InvalidPathException noPath) {
            // said below
        }
        return Diagnosis.of(LabelCode.FILE_UNWRITABLE)
                .with("file", where)
                .remedy("label.check-folder")
                .failed();
    }
}
