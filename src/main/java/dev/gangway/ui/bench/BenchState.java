package dev.gangway.ui.bench;

import dev.gangway.bench.export.Recording;
import dev.gangway.bench.model.Plan;
import dev.gangway.bench.model.Run;
import dev.gangway.diagnosis.Diagnosis;

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
     * @param question to be answered
     * @param changed the plan that is run after a yes
     * @param run that failed without
     */
    record Asking(Question question, Plan changed, Run run) implements BenchState {}

    /** No test could be started, or a remedy did not work. */
    record Blocked(Diagnosis diagnosis) implements BenchState {}
}
