package dev.gangway.practice.store;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * The value of an attribute.
 *
 * @param lastUpdateTs milliseconds since 1970
 */
public record Attribute(JsonNode value, long lastUpdateTs) {}
