package dev.gangway.ui.bench;

/** What stands beside the connection on the bench. */
enum BenchView {
    /** The timeline of one test, and what came of it. */
    RUN,
    /** The earlier tests of the device. */
    HISTORY,
    /** Two tests side by side. */
    COMPARISON,
    /** One credential tried in several ways. */
    MATRIX,
    /** What must be refused. */
    PROOF
}
