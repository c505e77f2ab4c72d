package dev.gangway.line.station;

import dev.gangway.diagnosis.Outcome;
import dev.gangway.line.label.LabelTarget;
import dev.gangway.line.label.ZplPrinter;
import dev.gangway.line.unit.Labelling;
import dev.gangway.line.unit.Site;
import dev.gangway.server.HostInput;
import dev.gangway.stored.StoredAs;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
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
 */
public record StationSetup(
        @StoredAs("station") String station,
        @StoredAs("sound") boolean sound,
        @StoredAs("prefixes") List<String> prefixes,
        @StoredAs("labels") Labels labels,
        @StoredAs("where") String where) {
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
        /** A PDF for each label. */
        @StoredAs("FOLDER")
        FOLDER
    }

    /** Named as the machine, with sound, usual prefixes and no labels. */
    public static final StationSetup USUAL = new StationSetup("", true, List.of(), Labels.NONE, "");

    private static final int PRINTER_PORT = 9100;
    private static final int PRINTER_DOTS = 203;
    private static final Duration DEADLINE = Duration.ofSeconds(10);

    public StationSetup {
        prefixes = List.copyOf(prefixes);
    }

    /** The same with sound or without. */
    public StationSetup withSound(boolean changed) {
        return new StationSetup(station, changed, prefixes, labels, where);
    }

    /** What the scan of a lane begins with, from lane 1 on. */
    public List<String> prefixesOf(int lanes) {
        return IntStream.rangeClosed(1, lanes)
                .mapToObj(lane -> lane <= prefixes.size() ? prefixes.get(lane - 1) : "L" + lane)
                .toList();
    }

    /** The place that units come on board at; fails where the printer's address is none. */
    public Outcome<Site> site() {
        Site here = station.isBlank() ? Site.here() : Site.here().named(station);
        Outcome<Optional<LabelTarget>> target = switch (labels) {
            case NONE -> Outcome.ok(Optional.empty());
            case NETWORK ->
                HostInput.parse(where, PRINTER_PORT)
                        .map(at -> Optional.of(
                                new LabelTarget.Network(new ZplPrinter(at.host(), at.port(), DEADLINE), PRINTER_DOTS)));
            case QUEUE -> Outcome.ok(Optional.of(new LabelTarget.Queue(where)));
            case FOLDER -> Outcome.ok(Optional.of(new LabelTarget.Folder(Path.of(where), "pdf", PRINTER_DOTS)));
        };
        return target.map(found -> found.map(to -> here.labelling(new Labelling(to, Optional.empty())))
                .orElse(here));
    }
}
