/** The window: header, rail, footer, search, themes, locking, and the screens inside it. */
package dev.gangway.ui.shell;
