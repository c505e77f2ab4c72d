package dev.gangway.ui.shell;

/**
 * Something that the search found.
 *
 * @param title what it is called
 * @param detail more about it, or its keys
 * @param open goes there, or does it
 */
record SearchHit(String title, String detail, Runnable open) {}
