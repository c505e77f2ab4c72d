package dev.gangway.line.station;

import dev.gangway.background.Cancellation;
import dev.gangway.diagnosis.Diagnosis;
import dev.gangway.diagnosis.Outcome;
import dev.gangway.line.recipe.Recipe;
import dev.gangway.line.serial.ScannerLayout;
import dev.gangway.line.serial.Scans;
import dev.gangway.line.serial.SerialScheme;
import dev.gangway.line.unit.Quarantined;
import dev.gangway.line.unit.Site;
import dev.gangway.line.unit.UnitOrder;
import dev.gangway.line.unit.UnitOrder.Existing;
import dev.gangway.line.unit.UnitResult;
import dev.gangway.line.unit.UnitStep;
import dev.gangway.line.unit.UnitVerdict;
import dev.gangway.line.unit.Units;
import dev.gangway.secret.Secret;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A station of one recipe, for one shift: keeps its rules and counts. Safe for use by several threads, one a lane;
 * {@link #run} blocks.
 */
public final class Station {
    /** How long to wait before units that wait for their server are tried again. */
    public static final Duration BETWEEN_DELIVERIES = Duration.ofSeconds(5);

    private volatile Units units;
    private final Scans scans;
    /** Scheme of a recipe that says nothing of its serial numbers. */
    private static final String ANY = "{text}";

    private final Recipe recipe;
    private final List<UnitResult> attempts = new ArrayList<>();
    private final Set<String> underWay = new HashSet<>();
    private Optional<String> operator = Optional.empty();
    private int doubles;
    private boolean goodSeen;
    private boolean badSeen;
    private boolean paused;
    private @Nullable Instant provenAt;
    private long firstAt;

    /** One whose shift begins now. */
    public Station(Units units, Recipe recipe) {
        this.units = units;
        this.recipe = recipe;
        scans = new Scans(SerialScheme.parse(recipe.serials().isEmpty() ? ANY : recipe.serials())
                .toOptional()
                .orElseGet(() -> SerialScheme.parse(ANY).orThrow())); // a scheme that is none is each unit's refusal
    }

    /** What units come by here. */
    public Recipe recipe() {
        return recipe;
    }

    /** Who works here, where somebody signed on. */
    public synchronized Optional<String> operator() {
        return operator;
    }

    /** Somebody signs on by name; fails where the recipe wants a PIN as well. */
    public Outcome<Outcome.Done> signOn(String name) {
        if (recipe.rules().pin()) {
            return Diagnosis.of(StationCode.PIN_NEEDED)
                    .with("name", name.strip())
                    .failed();
        }
        signedOn(name);
        return Outcome.done();
    }

    /** Somebody signs on with the PIN that these operators know; blocks for about half a second. */
    public Outcome<Outcome.Done> signOn(Operators operators, String name, Secret pin) {
        return operators.check(name, pin).map(done -> {
            signedOn(name);
            return done;
        });
    }

    private synchronized void signedOn(String name) {
        operator = Optional.of(name.strip()).filter(text -> !text.isEmpty());
        units = units.at(units.site().operatedBy(operator.orElse("")));
    }

    /** Where and by whom units are brought on board. */
    public Site site() {
        return units.site();
    }

    /** Goes on at a place that was set up otherwise, from the next unit on; who works here stays. */
    public synchronized void moveTo(Site changed) {
        units = units.at(changed.operatedBy(operator.orElse("")));
    }

    /** What was scanned, as the scanner's calibration corrects it; of labels, which are of no scheme. */
    public String corrected(String scanned) {
        return scans.corrected(scanned);
    }

    /** Corrects from now on what the scanner sends, by its scan of {@link ScannerLayout#CALIBRATION}. */
    public Outcome<ScannerLayout> calibrate(String scanned) {
        return ScannerLayout.recognise(scanned).map(layout -> {
            scans.calibrate(layout);
            return layout;
        });
    }

    /** The golden unit that comes next, where one has to. */
    public synchronized Optional<String> goldenNext() {
        return recipe.rules()
                .goldenGood()
                .filter(serial -> !goodSeen)
                .or(() -> recipe.rules().goldenBad().filter(serial -> !badSeen));
    }

    /** When the last golden unit came out as it must, where all have. */
    public synchronized Optional<Instant> provenAt() {
        return isProven() ? Optional.ofNullable(provenAt) : Optional.empty();
    }

    /** Whether this is what a golden unit has to come to. */
    public boolean isAsGolden(UnitResult result) {
        String serial = result.order().serial();
        return isGolden(serial) && result.attempt() > 0 && result.verdict() == wanted(serial);
    }

    /** The attempts of this shift that count, in order. */
    public synchronized List<UnitResult> attempts() {
        return List.copyOf(attempts);
    }

    /** Units that have failed as often as the recipe allows, those of earlier shifts among them. */
    public List<Quarantined> quarantined() {
        return units.quarantined(recipe.rules().attempts());
    }

    /** Says in the audit log why a unit is tested again. */
    public void retesting(String serial, String reason) {
        units.retesting(serial, reason);
    }

    /** Prints the label of a unit once more; the reason goes into its record. Blocks. */
    public Outcome<String> reprint(String serial, String reason, Cancellation cancellation) {
        return units.reprint(recipe, serial, reason, cancellation);
    }

    /** Takes no unit until it is called with {@code false}; what is under way goes on. */
    public synchronized void pause(boolean now) {
        paused = now;
    }

    /** Whether it is paused. */
    public synchronized boolean isPaused() {
        return paused;
    }

    /** Whether what is scanned next counts, or is to show that the station itself is well. */
    public synchronized boolean isProven() {
        return (goodSeen || recipe.rules().goldenGood().isEmpty())
                && (badSeen || recipe.rules().goldenBad().isEmpty());
    }

    /**
     * Lets a unit out of quarantine, a person having looked at it; who works here is in the audit log with it.
     *
     * @return fails where no unit of this serial number came by
     */
    public Outcome<Outcome.Done> release(String serial, String reason) {
        return units.release(serial, reason);
    }

    /**
     * Takes a unit and runs it. A unit that the rules refuse comes back with {@code ERROR} where the station is not
     * ready, and {@code FAIL} where it is the unit; neither is an attempt. Of the latter, doubles are counted apart.
     *
     * @param steps receives each change of a step, in the calling thread
     * @throws IllegalArgumentException never: whatever is scanned has an answer
     */
    public UnitResult run(String scanned, Consumer<UnitStep> steps, Cancellation cancellation) {
        String typed = scanned.strip();
        Outcome<String> read = isGolden(typed)
                ? Outcome.ok(typed)
                : scans.read(scanned).map(scan -> scan.serial().text());
        if (read instanceof Outcome.Failed<String>(Diagnosis why)) {
            return refused(UnitOrder.of(recipe, typed), why);
        }
        String serial = read.orThrow();
        boolean golden = isGolden(serial);
        UnitOrder order = golden ? golden(serial) : UnitOrder.of(recipe, serial);
        Optional<Diagnosis> refusal = begin(serial, golden);
        if (refusal.isPresent()) {
            return refused(order, refusal.get());
        }
        try {
            UnitResult result = units.run(order, steps, cancellation);
            return golden ? judgedGolden(serial, result) : counted(result);
        } finally {
            end(serial);
        }
    }

    /** The numbers so far. */
    public synchronized Shift shift() {
        Duration lasted = attempts.isEmpty() ? Duration.ZERO : Duration.ofNanos(System.nanoTime() - firstAt);
        return Shift.of(attempts, doubles, lasted);
    }

    /** How many units wait for their server. */
    public int waiting() {
        return units.waiting();
    }

    /** Goes on with units that wait for their server; tells of each that came to another verdict. Blocks. */
    public int deliver(Consumer<UnitResult> told, Cancellation cancellation) {
        return units.deliver(result -> told.accept(counted(result)), cancellation);
    }

    private synchronized Optional<Diagnosis> begin(String serial, boolean golden) {
        Optional<Diagnosis> refusal = refusal(serial, golden);
        if (refusal.isEmpty()) {
            underWay.add(serial);
            if (firstAt == 0) {
                firstAt = System.nanoTime();
            }
        }
        return refusal;
    }

    private Optional<Diagnosis> refusal(String serial, boolean golden) {
        if ((recipe.rules().operator() || recipe.rules().pin()) && operator.isEmpty()) {
            return because(StationCode.OPERATOR_MISSING, serial);
        }
        if (paused) {
            return because(StationCode.PAUSED, serial);
        }
        if (underWay.contains(serial)) {
            return because(StationCode.UNDER_WAY, serial);
        }
        if (golden) {
            return Optional.empty();
        }
        if (!goodSeen && recipe.rules().goldenGood().isPresent()) {
            return because(
                    StationCode.GOLDEN_GOOD_FIRST, recipe.rules().goldenGood().get());
        }
        if (!badSeen && recipe.rules().goldenBad().isPresent()) {
            return because(
                    StationCode.GOLDEN_BAD_NEXT, recipe.rules().goldenBad().get());
        }
        if (units.passed(serial)) {
            return because(StationCode.DONE_ALREADY, serial);
        }
        return units.failures(serial) >= recipe.rules().attempts()
                ? because(StationCode.QUARANTINED, serial)
                : Optional.empty();
    }

    private static Optional<Diagnosis> because(StationCode code, String serial) {
        return Optional.of(Diagnosis.of(code).with("serial", serial).build());
    }

    private UnitResult refused(UnitOrder order, Diagnosis why) {
        boolean ofTheUnit = isDouble(why) || why.is(StationCode.QUARANTINED);
        if (isDouble(why)) {
            synchronized (this) {
                doubles++;
            }
        }
        return UnitResult.refused(order, ofTheUnit ? UnitVerdict.FAIL : UnitVerdict.ERROR, why);
    }

    private static boolean isDouble(Diagnosis why) {
        return why.is(StationCode.UNDER_WAY) || why.is(StationCode.DONE_ALREADY);
    }

    /** Whether this is a second scan, of a unit that has passed or is under way: nothing was done, and nothing failed. */
    public static boolean isDouble(UnitResult result) {
        return result.cause().filter(Station::isDouble).isPresent();
    }

    private boolean isGolden(String serial) {
        return recipe.rules().goldenGood().filter(serial::equals).isPresent()
                || recipe.rules().goldenBad().filter(serial::equals).isPresent();
    }

    /** A golden unit comes again and again: what is on the server stays, and is proven anew. */
    private UnitOrder golden(String serial) {
        UnitOrder order = UnitOrder.of(recipe, serial);
        return new UnitOrder(recipe, serial, order.name(), order.label(), order.attributes(), Existing.ADOPT);
    }

    private UnitVerdict wanted(String serial) {
        return recipe.rules().goldenGood().filter(serial::equals).isPresent() ? UnitVerdict.PASS : UnitVerdict.FAIL;
    }

    private synchronized UnitResult judgedGolden(String serial, UnitResult result) {
        boolean good = recipe.rules().goldenGood().filter(serial::equals).isPresent();
        if (result.verdict() == wanted(serial)) {
            provenAt = result.began();
            goodSeen |= good;
            badSeen |= !good;
            return result;
        }
        return result.verdict() == UnitVerdict.PASS || result.verdict() == UnitVerdict.FAIL
                ? UnitResult.refused(
                        result.order(),
                        UnitVerdict.ERROR,
                        Diagnosis.of(good ? StationCode.GOLDEN_GOOD_FAILED : StationCode.GOLDEN_BAD_PASSED)
                                .with("serial", serial)
                                .build())
                : result;
    }

    private synchronized UnitResult counted(UnitResult result) {
        attempts.add(result);
        return result;
    }

    private synchronized void end(String serial) {
        underWay.remove(serial);
    }
}
