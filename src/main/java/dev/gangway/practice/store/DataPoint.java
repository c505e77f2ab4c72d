package dev.gangway.practice.store;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * A value of a time series.
 *
 * @param ts milliseconds since 1970
 */
public record DataPoint(long ts, JsonNode value) {}
