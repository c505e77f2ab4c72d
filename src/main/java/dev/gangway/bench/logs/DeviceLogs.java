package dev.gangway.bench.logs;

import dev.gangway.bench.logs.Reading.Note;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Reads logs of devices, their libraries and modems, and of servers: which lines and codes are known, what they mean,
 * and which causes can stand behind them. Several lines are read together. Offline; nothing of the log is kept, and
 * secrets in it are masked in whatever comes out. Safe for several threads.
 */
public final class DeviceLogs {
    private static final int MOST_FINDINGS = 50;

    private DeviceLogs() {}

    /**
     * Reads a log to its end, or to {@value LogText#MOST_BYTES} bytes. Does not close the stream.
     *
     * @throws IOException where it cannot be read
     */
    public static Reading read(InputStream in) throws IOException {
        return read(in, new LogText());
    }

    /** Reads what was pasted. */
    public static Reading read(String pasted) {
        try {
            return read(new ByteArrayInputStream(pasted.getBytes(StandardCharsets.UTF_8)));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    static Reading read(InputStream in, LogText text) throws IOException {
        Scan scan = new Scan();
        text.read(in, scan::accept);
        List<Sighting> sightings = scan.sightings();
        int known = scan.knownLines();
        List<Reading.UnknownLine> unknown = scan.unknown();
        int unknownLines = scan.unknownLines();
        if (sightings.stream().noneMatch(sighting -> sighting.meaning().isTrouble())) {
            sightings = Stream.concat(sightings.stream(), scan.again().stream()).toList();
        }
        if (sightings.isEmpty()) {
            sightings = Bare.of(scan.firstLines());
            List<Integer> numbers = sightings.stream().map(Sighting::line).toList();
            known += numbers.size();
            unknownLines -= numbers.size();
            unknown = unknown.stream()
                    .filter(line -> !numbers.contains(line.line()))
                    .toList();
        }
        List<Finding> findings = new Findings(sightings, scan).list();
        return new Reading(
                scan.lines(),
                known,
                unknownLines,
                sightings,
                findings.stream().limit(MOST_FINDINGS).toList(),
                unknown,
                notes(text, scan, sightings, findings));
    }

    /** How many codes and lines are known, by stack. */
    public static Map<String, Long> known() {
        return Stacks.known().entries().stream()
                .collect(java.util.stream.Collectors.groupingBy(
                        Entry::stack, java.util.TreeMap::new, java.util.stream.Collectors.counting()));
    }

    /** What a stack is called. */
    public static String title(String stack) {
        return Stacks.known().title(stack);
    }

    private static List<Note> notes(LogText text, Scan scan, List<Sighting> sightings, List<Finding> findings) {
        List<Note> notes = new ArrayList<>(text.notes());
        if (notes.contains(Note.BINARY)) {
            return notes;
        }
        if (scan.firstLines().isEmpty()) {
            notes.add(Note.EMPTY);
        } else if (sightings.isEmpty()) {
            notes.add(Note.NOTHING_KNOWN);
        } else if (findings.isEmpty()) {
            notes.add(Note.NOTHING_WRONG);
        }
        if (scan.left()) {
            notes.add(Note.REPEATS);
        }
        if (findings.size() > MOST_FINDINGS) {
            notes.add(Note.MORE_FINDINGS);
        }
        return notes;
    }
}
