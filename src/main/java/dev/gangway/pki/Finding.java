package dev.gangway.pki;

import dev.gangway.diagnosis.Diagnosis;

/**
 * One thing that a check found.
 *
 * @param severity how bad it is
 * @param diagnosis what it is, where, and what helps
 */
public record Finding(Severity severity, Diagnosis diagnosis) {
    /** How bad a finding is. */
    public enum Severity {
        /** A correct server refuses it; not to be sent without a person's decision. */
        ERROR,
        /** Some servers refuse it, or will. */
        WARNING
    }

    /** Whether it is an error. */
    public boolean isError() {
        return severity == Severity.ERROR;
    }
}
