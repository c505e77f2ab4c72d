package dev.gangway.ui.bench.series;

import dev.gangway.bench.model.Run;
import java.util.Optional;

/**
 * One of several tests.
 *
 * @param what is tried
 * @param run what came of it, once it was
 */
public record TestSeriesRow<T>(T what, Optional<Run> run) {}
