package dev.gangway.bench.causes;

import dev.gangway.diagnosis.Evidence;

/**
 * A cause that was looked into and is not it.
 *
 * @param code of the cause
 * @param by what excludes it
 */
public record Exclusion(String code, Evidence by) {}
