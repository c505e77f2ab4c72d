package dev.gangway.line.unit;

import dev.gangway.device.Device;
import dev.gangway.diagnosis.Diagnosis;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What came of a unit.
 *
 * @param cause why, where it did not pass
 * @param device as it is in the vault now; empty where nothing was made
 * @param steps all of them, in order
 * @param began by the station's clock
 * @param took until the verdict, by a clock that nobody sets
 * @param attempt from 1; 0 where it was not begun
 * @param tls what was negotiated in the live test, where there was one with TLS
 * @param measured what the recipe's program measured, as it wrote it
 * @param programs runs of the recipe's program, in order
 * @param proven what the unit was proven by
 * @param printed what a scanner reads from the label; empty where none was printed
 */
public record UnitResult(
        UnitOrder order,
        UnitVerdict verdict,
        Optional<Diagnosis> cause,
        Optional<Device> device,
        List<UnitStep> steps,
        Instant began,
        Duration took,
        int attempt,
        Optional<TlsFacts> tls,
        Map<String, String> measured,
        List<ProgramRun> programs,
        Proven proven,
        String printed) {
    public UnitResult {
        steps = List.copyOf(steps);
        measured = Map.copyOf(measured);
        programs = List.copyOf(programs);
    }

    /** Whether the vault failed, for example because its disk is full: the next unit would fare no better. */
    public boolean isVaultBroken() {
        return cause.filter(why -> why.code().startsWith("vault.")).isPresent();
    }

    /** Of a unit that was not begun. */
    public static UnitResult refused(UnitOrder order, UnitVerdict verdict, Diagnosis why) {
        return new UnitResult(
                order,
                verdict,
                Optional.of(why),
                Optional.empty(),
                List.of(),
                Instant.now(),
                Duration.ZERO,
                0,
                Optional.empty(),
                Map.of(),
                List.of(),
                Proven.NONE,
                "");
    }
}
