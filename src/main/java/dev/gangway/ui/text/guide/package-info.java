/**
 * The guide to the program and the meaning of its codes: texts in Markdown, one folder a language, whose buttons are named
 * by the window's own words; as values, and as a page for browsers. No JavaFX: the command line writes the same.
 */
package dev.gangway.ui.text.guide;
