package dev.gangway.line.serial;

import dev.gangway.diagnosis.Diagnosis;
import dev.gangway.diagnosis.Outcome;
import dev.gangway.vault.RecordType;
import dev.gangway.vault.Vault;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import java.util.zip.CRC32;

/**
 * Which station may give out which serial numbers. One vault sets ranges aside for every station; a station with a vault
 * of its own takes its ranges over as text (typed, scanned or from a file) and needs no network from then on. A number
 * is on disk as given before anybody sees it, so a crash loses a number and never gives one twice. Safe for use by
 * several threads; blocks for disk.
 */
public final class SerialRanges {
    static final RecordType<SerialRange> RANGE = new RecordType<>(
            "serial-range", SerialRange.class, range -> range.id().toString(), range -> Map.of("space", range.space()));

    private static final String MARK = "gangway-range:1";

    private final Vault vault;
    private final Clock clock;

    /** Of a vault; the clock's zone is that of dates in serial numbers. */
    public SerialRanges(Vault vault, Clock clock) {
        this.vault = vault;
        this.clock = clock;
    }

    /** Every range of the numbers of a scheme, of all stations, lowest first. */
    public List<SerialRange> of(SerialScheme scheme) {
        return vault.repository(RANGE).find("space", scheme.space()).stream()
                .sorted(Comparator.comparingLong(SerialRange::from))
                .toList();
    }

    /**
     * Sets the next free numbers aside for a station.
     *
     * @param count at least 1
     * @return fails with {@code serial.counter-full} where the scheme has not so many left, and as
     *     {@link SerialScheme#make} does where it makes none
     */
    public Outcome<SerialRange> reserve(SerialScheme scheme, String station, long count) {
        return atomically(() -> {
            long from = of(scheme).stream().mapToLong(SerialRange::to).max().orElse(0);
            long last = count > Long.MAX_VALUE - from ? Long.MAX_VALUE : from + Math.max(1, count) - 1;
            return scheme.make(last, LocalDate.of(2026, 1, 1)).map(_ -> {
                SerialRange range = new SerialRange(
                        UUID.randomUUID(),
                        scheme.pattern(),
                        scheme.space(),
                        station,
                        from,
                        last + 1,
                        from,
                        clock.instant());
                vault.repository(RANGE).put(range);
                return range;
            });
        });
    }

    /** Gives out the next serial number of a station; fails with {@code serial.range-empty} where none is left. */
    public Outcome<String> next(SerialScheme scheme, String station) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), clock.getZone());
        if (scheme.isRandom()) {
            return scheme.make(0, today);
        }
        return atomically(() -> {
            Optional<SerialRange> range = of(scheme).stream()
                    .filter(each -> each.station().equals(station) && each.left() > 0)
                    .findFirst();
            if (range.isEmpty()) {
                return Diagnosis.of(SerialCode.RANGE_EMPTY)
                        .with("station", station)
                        .with("pattern", scheme.pattern())
                        .remedy("serial.reserve")
                        .failed();
            }
            return scheme.make(range.get().next(), today).map(serial -> {
                vault.repository(RANGE).put(range.get().withNext(range.get().next() + 1));
                return serial;
            });
        });
    }

    /** How many numbers a station can still give out. */
    public long left(SerialScheme scheme, String station) {
        return of(scheme).stream()
                .filter(each -> each.station().equals(station))
                .mapToLong(SerialRange::left)
                .sum();
    }

    /** A range as one line of text, for a station with a vault of its own. */
    public static String text(SerialRange range) {
        String line = String.join(
                "/",
                MARK,
                encoded(range.station()),
                encoded(range.pattern()),
                String.valueOf(range.from()),
                String.valueOf(range.to()),
                String.valueOf(range.reserved().getEpochSecond()),
                range.id().toString());
        return line + "/" + checksum(line);
    }

    /**
     * Takes over a range that was set aside elsewhere. The same again changes nothing.
     *
     * @param line what {@link #text} has made
     * @param station the name of this one
     */
    public Outcome<SerialRange> accept(String line, String station) {
        return read(line.strip()).then(range -> {
            if (!range.station().equals(station)) {
                return Diagnosis.of(SerialCode.RANGE_ELSEWHERE)
                        .with("station", range.station())
                        .with("here", station)
                        .remedy("serial.reserve")
                        .failed();
            }
            return atomically(() -> {
                Optional<SerialRange> known =
                        vault.repository(RANGE).get(range.id().toString());
                if (known.isPresent()) {
                    return Outcome.ok(known.get());
                }
                Optional<SerialRange> taken = vault.repository(RANGE).find("space", range.space()).stream()
                        .filter(range::overlaps)
                        .findFirst();
                if (taken.isPresent()) {
                    return Diagnosis.of(SerialCode.RANGE_TAKEN)
                            .with("from", taken.get().from())
                            .with("last", taken.get().to() - 1)
                            .with("station", taken.get().station())
                            .remedy("serial.reserve")
                            .failed();
                }
                vault.repository(RANGE).put(range);
                return Outcome.ok(range);
            });
        });
    }

    private static Outcome<SerialRange> read(String line) {
        String[] words = line.split("/", -1);
        int end = line.lastIndexOf('/');
        if (words.length != 8
                || !words[0].equals(MARK)
                || !checksum(line.substring(0, end)).equals(words[7])) {
            return noRange(line);
        }
        try {
            long from = Long.parseLong(words[3]);
            long to = Long.parseLong(words[4]);
            Instant reserved = Instant.ofEpochSecond(Long.parseLong(words[5]));
            UUID id = UUID.fromString(words[6]);
            String station = decoded(words[1]);
            return SerialScheme.parse(decoded(words[2]))
                    .then(scheme -> from < 0 || to <= from || to > scheme.capacity()
                            ? noRange(line)
                            : Outcome.ok(new SerialRange(
                                    id, scheme.pattern(), scheme.space(), station, from, to, from, reserved)));
        } catch (IllegalArgumentException | DateTimeException e) {
            return noRange(line);
        }
    }

    private static <T> Outcome<T> noRange(String line) {
        return Diagnosis.of(SerialCode.RANGE_TEXT)
                .with("text", Scans.shown(line))
                .remedy("serial.scan-again")
                .failed();
    }

    private <T> Outcome<T> atomically(Supplier<Outcome<T>> work) {
        AtomicReference<Outcome<T>> done = new AtomicReference<>();
        vault.atomically(() -> done.set(work.get()));
        return Objects.requireNonNull(done.get());
    }

    private static String checksum(String line) {
        CRC32 crc = new CRC32();
        crc.update(line.getBytes(StandardCharsets.UTF_8));
        return String.format("%08x", crc.getValue());
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }
}
