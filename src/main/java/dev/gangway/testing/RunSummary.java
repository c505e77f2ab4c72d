package dev.gangway.testing;

import dev.gangway.bench.model.Run;
import dev.gangway.bench.model.ServerSeen;
import dev.gangway.bench.model.Verdict;
import dev.gangway.diagnosis.Diagnosis;
import dev.gangway.stored.StoredAs;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * What is kept of a test: its result, without secrets. Its timeline is kept beside it, for a while.
 *
 * @param id of the run
 * @param device whose test it was
 * @param at when it began
 * @param took until the last event
 * @param result how it ended
 * @param endpoint where it connected to, for example {@code mqtts://broker.example:8883}
 * @param diagnosis why it failed, where it did
 * @param server what the server showed, where it passed over TLS
 */
public record RunSummary(
        @StoredAs("id") UUID id,
        @StoredAs("device") UUID device,
        @StoredAs("at") Instant at,
        @StoredAs("took") Duration took,
        @StoredAs("result") Result result,
        @StoredAs("endpoint") String endpoint,
        @StoredAs("diagnosis") Optional<Diagnosis> diagnosis,
        @StoredAs("server") Optional<ServerSeen> server) {
    /** How a run can end. */
    public enum Result {
        @StoredAs("PASSED")
        PASSED,
        @StoredAs("FAILED")
        FAILED,
        @StoredAs("CANCELLED")
        CANCELLED
    }

    /** What to keep of a run. */
    static RunSummary of(UUID device, Run run) {
        Result result = switch (run.verdict()) {
            case Verdict.Passed passed -> Result.PASSED;
            case Verdict.Failed failed -> Result.FAILED;
            case Verdict.Cancelled cancelled -> Result.CANCELLED;
        };
        Optional<Diagnosis> diagnosis =
                run.verdict() instanceof Verdict.Failed(Diagnosis found) ? Optional.of(found) : Optional.empty();
        return new RunSummary(
                UUID.randomUUID(),
                device,
                run.startedAt(),
                run.took(),
                result,
                run.plan().endpoint().uri(),
                diagnosis,
                ServerSeen.in(run));
    }

    /** Id of the verdict: {@code pass}, {@code cancelled}, or the code of the diagnosis. */
    public String code() {
        return switch (result) {
            case PASSED -> "pass";
            case CANCELLED -> "cancelled";
            case FAILED -> diagnosis.map(Diagnosis::code).orElse("fail");
        };
    }
}
