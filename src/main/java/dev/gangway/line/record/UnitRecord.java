package dev.gangway.line.record;

import dev.gangway.diagnosis.Printable;
import dev.gangway.line.unit.ProgramRun;
import dev.gangway.line.unit.Proven;
import dev.gangway.line.unit.TlsFacts;
import dev.gangway.line.unit.UnitResult;
import dev.gangway.line.unit.UnitStep;
import dev.gangway.line.unit.UnitVerdict;
import dev.gangway.stored.StoredAs;
import dev.gangway.stored.StoredNames;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What was done with one unit, once. Holds no secret. What of it goes into a file, and under which names, is in
 * docs/unit-records.md.
 *
 * @param event what this records
 * @param serial of the unit
 * @param device its name on the server
 * @param operator who was signed on
 * @param lot of production; empty for none
 * @param recipe its name
 * @param recipeVersion the version used
 * @param verdict what it came to
 * @param cause code of the diagnosis, where it did not pass
 * @param attempt from 1
 * @param began by the station's clock
 * @param took until the verdict
 * @param steps with their times
 * @param certificate SHA-256 fingerprint of the device's certificate, in hexadecimal
 * @param publicKey of the device, SubjectPublicKeyInfo (RFC 5280) in Base64
 * @param tls what the test negotiated
 * @param label what was printed; empty for nothing
 * @param parent serial number of what the unit was built into; empty for nothing
 * @param children serial numbers of what was built into it
 * @param measured values that the device step or a person gave
 * @param programs runs of the recipe's program
 * @param proven what it was proven by
 * @param corrects number of the record in the same chain that this one sets right
 * @param reason why, for a correction, a retest or a reprint; empty otherwise
 */
public record UnitRecord(
        Event event,
        String serial,
        String device,
        String operator,
        String lot,
        String recipe,
        int recipeVersion,
        UnitVerdict verdict,
        Optional<String> cause,
        int attempt,
        Instant began,
        Duration took,
        List<Step> steps,
        Optional<String> certificate,
        Optional<String> publicKey,
        Optional<TlsFacts> tls,
        String label,
        String parent,
        List<String> children,
        Map<String, String> measured,
        List<ProgramRun> programs,
        Proven proven,
        Optional<Long> corrects,
        String reason) {
    /** Characters of a name and of a value that was measured; the rest is cut, so that a record stays one. */
    static final int LONGEST_MEASURED = 4_096;

    /** Characters of all that was measured. */
    private static final int MOST_MEASURED = 100_000;

    public UnitRecord {
        steps = List.copyOf(steps);
        children = List.copyOf(children);
        measured = Map.copyOf(bounded(measured));
        programs = List.copyOf(programs);
    }

    /** Cut to what one line can hold; how many were left out stands in their place. */
    private static Map<String, String> bounded(Map<String, String> measured) {
        Map<String, String> kept = new TreeMap<>();
        int size = 0;
        int left = 0;
        for (Map.Entry<String, String> each : new TreeMap<>(measured).entrySet()) {
            String name = Printable.cut(each.getKey(), LONGEST_MEASURED);
            String value = Printable.cut(each.getValue(), LONGEST_MEASURED);
            size += name.length() + value.length();
            if (size > MOST_MEASURED) {
                left++;
            } else {
                kept.putIfAbsent(name, value);
            }
        }
        if (left > 0) {
            kept.put("…", "+" + left);
        }
        return kept;
    }

    /** What a record is of. */
    public enum Event {
        /** A unit went through its recipe. */
        @StoredAs("unit")
        UNIT,
        /** A unit that was queued got its verdict. */
        @StoredAs("verdict")
        VERDICT,
        /** Another record was wrong. */
        @StoredAs("correction")
        CORRECTION,
        /** The label was printed again. */
        @StoredAs("reprint")
        REPRINT
    }

    /**
     * A step with its time.
     *
     * @param name as {@link UnitStep.Name}, in small letters
     * @param state as {@link UnitStep.State}, in small letters
     */
    public record Step(String name, String state, Duration took, Optional<String> cause) {}

    /** Of what the engine came to; {@code lot}, certificate and the rest are added by {@code with} methods. */
    public static UnitRecord of(UnitResult result, String operator, String lot) {
        return new UnitRecord(
                Event.UNIT,
                result.order().serial(),
                result.order().name(),
                operator,
                lot,
                result.order().recipe().name(),
                result.order().recipe().version(),
                result.verdict(),
                result.cause().map(cause -> cause.code()),
                result.attempt(),
                result.began(),
                result.took(),
                result.steps().stream().map(UnitRecord::step).toList(),
                Optional.empty(),
                Optional.empty(),
                result.tls(),
                "",
                "",
                List.of(),
                Map.of(),
                result.programs(),
                result.proven(),
                Optional.empty(),
                "");
    }

    private static Step step(UnitStep step) {
        return new Step(
                step.name().name().toLowerCase(Locale.ROOT),
                step.state().name().toLowerCase(Locale.ROOT),
                step.took(),
                step.failure().map(failure -> failure.code()));
    }

    /** The same with the device's certificate and public key. */
    public UnitRecord withKey(Optional<String> fingerprint, Optional<String> key) {
        return new UnitRecord(
                event,
                serial,
                device,
                operator,
                lot,
                recipe,
                recipeVersion,
                verdict,
                cause,
                attempt,
                began,
                took,
                steps,
                fingerprint,
                key,
                tls,
                label,
                parent,
                children,
                measured,
                programs,
                proven,
                corrects,
                reason);
    }

    /** The same with what was printed, what it is part of, what is part of it, and measured values. */
    public UnitRecord withParts(String printed, String whole, List<String> parts, Map<String, String> values) {
        return new UnitRecord(
                event,
                serial,
                device,
                operator,
                lot,
                recipe,
                recipeVersion,
                verdict,
                cause,
                attempt,
                began,
                took,
                steps,
                certificate,
                publicKey,
                tls,
                printed,
                whole,
                parts,
                values,
                programs,
                proven,
                corrects,
                reason);
    }

    /** The same as a later event about the unit, with its reason. */
    public UnitRecord as(Event later, UnitVerdict now, Optional<Long> number, String why) {
        return new UnitRecord(
                later,
                serial,
                device,
                operator,
                lot,
                recipe,
                recipeVersion,
                now,
                cause,
                attempt,
                began,
                took,
                steps,
                certificate,
                publicKey,
                tls,
                label,
                parent,
                children,
                measured,
                programs,
                proven,
                number,
                why);
    }

    /** The stored name of the event. */
    String eventName() {
        return StoredNames.of(event);
    }
}
