package dev.gangway.ui.bench;

import dev.gangway.bench.export.Recording;
import dev.gangway.bench.model.Plan;
import dev.gangway.bench.model.Run;
import dev.gangway.diagnosis.Diagnosis;
import java.security.cert.X509Certificate;

/** How far the test bench is. */
public sealed interface BenchState {
    /** Nothing is on the bench. */
    record Empty() implements BenchState {}

    /** A plan is being made, or a remedy carried out. */
    record Working() implements BenchState {}

    /** Everything is there for a test. */
    record Ready() implements BenchState {}

    /** The test runs. */
    record Running() implements BenchState {}

    /** The test has ended. */
    record Finished(Run run) implements BenchState {}

    /** A test of earlier is shown; another can be run, but this one is over. */
    record Old(Recording recording) implements BenchState {}

    /**
     * The fix waits for a person.
     *
     * @param certificate whose fingerprint is to be compared
     * @param changed the plan that trusts it
     * @param run that failed without
     */
    record Asking(X509Certificate certificate, Plan changed, Run run) implements BenchState {}

    /** No test could be started, or a remedy did not work. */
    record Blocked(Diagnosis diagnosis) implements BenchState {}
}
