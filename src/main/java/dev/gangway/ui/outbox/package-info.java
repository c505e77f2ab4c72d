/** What waits for its server: seen, gone on with, or given up. */
package dev.gangway.ui.outbox;
