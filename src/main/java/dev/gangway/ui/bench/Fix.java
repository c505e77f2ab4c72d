package dev.gangway.ui.bench;

import dev.gangway.bench.model.Plan;
import dev.gangway.diagnosis.Remedy;

/** What it takes to carry a remedy out. */
public sealed interface Fix {
    /** The test is run again with another plan. */
    record Changed(Plan plan) implements Fix {}

    /** The test is run again with another plan, once a person has said yes. */
    record Confirm(Question question, Plan plan) implements Fix {}

    /** Something has to be changed on the server first; then the test is run again. */
    record OnServer(Remedy remedy) implements Fix {}

    /** Only a person can do it, or the run does not hold what it would take. */
    record NotHere() implements Fix {}
}
