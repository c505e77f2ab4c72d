package dev.gangway.line.unit;

import java.time.Duration;
import java.util.Optional;

/**
 * One run of the program that writes to devices, for the record of the unit.
 *
 * @param ask what it was asked for: {@code request} or {@code write}
 * @param exit its exit code; empty where it was ended
 * @param said the end of its standard error, without the secrets that it was told
 * @param took until its end
 */
public record ProgramRun(String ask, Optional<Integer> exit, String said, Duration took) {}
