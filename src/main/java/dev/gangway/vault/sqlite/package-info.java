/** The vault in an SQLite file. */
package dev.gangway.vault.sqlite;
