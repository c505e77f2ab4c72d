package dev.gangway.line.unit;

import dev.gangway.background.Cancellation;
import dev.gangway.bench.model.Run;
import dev.gangway.bench.model.Verdict;
import dev.gangway.device.Device;
import dev.gangway.diagnosis.Diagnosis;
import dev.gangway.line.recipe.Recipe;
import dev.gangway.onboarding.Onboarding;
import dev.gangway.onboarding.Step;
import dev.gangway.vault.Repository;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What one attempt with a unit comes to, written down once. One thread. */
final class UnitEnd {
    private final Units.Parts parts;
    private final Site site;
    private final Repository<UnitNote> notes;
    private final UnitOrder order;
    private final UnitNote before;
    private final UnitSteps steps;
    private final UnitProgress progress;
    private final Cancellation cancellation;
    private final Instant began;
    private final long startedAt = System.nanoTime();
    private @Nullable UnitResult ended;

    /**
     * Of an attempt that begins now.
     *
     * @param before what was noted of the unit until now
     */
    UnitEnd(
            Units.Parts parts,
            Site site,
            Repository<UnitNote> notes,
            UnitOrder order,
            UnitNote before,
            UnitSteps steps,
            UnitProgress progress,
            Cancellation cancellation) {
        this.parts = parts;
        this.site = site;
        this.notes = notes;
        this.order = order;
        this.before = before;
        this.steps = steps;
        this.progress = progress;
        this.cancellation = cancellation;
        began = parts.clock().instant();
    }

    /** The verdict on an onboarding, noted; once. */
    UnitResult judged(Onboarding.Result result) {
        UnitResult already = ended;
        if (already != null) {
            return already;
        }
        steps.label(result); // where no companion went along
        boolean cancelled = result.run()
                        .filter(run -> run.verdict() instanceof Verdict.Cancelled)
                        .isPresent()
                || cancellation.isCancelled() && result.run().isEmpty();
        Optional<Diagnosis> why = steps.notWritten()
                .or(result::failure)
                .or(steps::notSeen)
                .or(steps::notLabelled)
                .or(() ->
                        cancelled ? Optional.of(Diagnosis.of(UnitCode.CANCELLED).build()) : Optional.empty());
        UnitVerdict verdict = cancelled
                ? UnitVerdict.ERROR
                : why.map(cause -> steps.notSeen().equals(Optional.of(cause)) || isOfTest(result, cause)
                                ? FaultAttribution.ofTest(cause)
                                : FaultAttribution.beforeTest(cause))
                        .orElse(UnitVerdict.PASS);
        if (verdict == UnitVerdict.QUEUED) {
            progress.queue();
        }
        ended = noted(verdict, why, result.device(), result.run());
        return ended;
    }

    private static boolean isOfTest(Onboarding.Result result, Diagnosis cause) {
        return result.steps().stream()
                .anyMatch(
                        step -> step.name() == Step.Name.TEST && step.failure().equals(Optional.of(cause)));
    }

    /** A verdict, written down together with the unit's record. */
    UnitResult noted(UnitVerdict verdict, Optional<Diagnosis> why, Optional<Device> device, Optional<Run> run) {
        UnitResult result = result(verdict, why, device, run);
        parts.vault().atomically(() -> {
            UnitNote after = before.after(
                    order,
                    verdict,
                    why.map(Diagnosis::code),
                    steps.isWritten(),
                    parts.clock().instant());
            boolean unseen = order.recipe().test() == Recipe.Proof.DEVICE && verdict != UnitVerdict.PASS;
            notes.put(unseen ? after.knowing(steps.traces()) : after);
            if (before.verdict() == UnitVerdict.QUEUED && before.waiting().isPresent()) {
                if (verdict != UnitVerdict.QUEUED) {
                    parts.log().delivered(site, result);
                }
            } else {
                parts.log().ended(site, result);
            }
        });
        return result;
    }

    private Proven proven(UnitVerdict verdict, Optional<Run> run) {
        boolean fromHere =
                verdict == UnitVerdict.PASS && run.filter(Run::passed).isPresent();
        return !fromHere
                ? steps.proven()
                : order.recipe().test() == Recipe.Proof.TELEMETRY ? Proven.STATION_TELEMETRY : Proven.STATION_CONNECT;
    }

    /** What is told of the unit; written nowhere. */
    UnitResult result(UnitVerdict verdict, Optional<Diagnosis> why, Optional<Device> device, Optional<Run> run) {
        progress.skipWaiting();
        return new UnitResult(
                order,
                verdict,
                why,
                device,
                progress.all(),
                began,
                Duration.ofNanos(System.nanoTime() - startedAt),
                before.attemptsAfter(),
                run.flatMap(TlsFacts::of),
                steps.measured(),
                steps.programs(),
                proven(verdict, run),
                steps.printed());
    }
}
