package dev.gangway.ui.bench.logs;

import dev.gangway.bench.logs.Sighting;
import java.util.Optional;

/**
 * A line of what was pasted.
 *
 * @param number from 1
 * @param text without its secrets
 * @param known what is known of it
 */
record LogRow(int number, String text, Optional<Sighting> known) {}
