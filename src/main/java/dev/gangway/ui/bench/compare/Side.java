package dev.gangway.ui.bench.compare;

import dev.gangway.bench.export.Recording;

/**
 * One of two tests side by side.
 *
 * @param name what people call it, for example {@code This test}, or the name of a file
 */
public record Side(String name, Recording recording) {}
