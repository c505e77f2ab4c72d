/** A vault for one command, kept nowhere. */
package dev.gangway.vault.memory;
