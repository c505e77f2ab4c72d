package dev.gangway.line.unit;

import java.time.Instant;
import java.util.Optional;

/**
 * A unit that has failed as often as its recipe allows.
 *
 * @param name of its device
 * @param cause code of the last failure
 * @param failures that count against it
 * @param at when the last one was
 */
public record Quarantined(String serial, String name, Optional<String> cause, int failures, Instant at) {}
