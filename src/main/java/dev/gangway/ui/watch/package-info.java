/** The screen of a live session: packets as they come and go, and messages by hand. */
package dev.gangway.ui.watch;
