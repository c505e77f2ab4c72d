package dev.gangway.line.serial;

import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A serial number that was read and checked.
 *
 * @param text as its scheme writes it
 * @param counter its count, where the scheme counts
 * @param date the first day of what the number says, where it says one
 */
public record SerialNumber(String text, OptionalLong counter, Optional<LocalDate> date) {}
