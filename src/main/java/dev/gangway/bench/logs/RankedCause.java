package dev.gangway.bench.logs;

/**
 * A cause that can stand behind a finding.
 *
 * @param cause which one
 * @param certainty how sure it is, from this log alone
 */
public record RankedCause(Cause cause, Certainty certainty) {}
