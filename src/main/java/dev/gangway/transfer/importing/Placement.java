package dev.gangway.transfer.importing;

import dev.gangway.pki.importing.ImportItem;

/**
 * Something to be stored, and where.
 *
 * @param item what was read
 * @param destination where it goes
 */
public record Placement(ImportItem item, Destination destination) {}
